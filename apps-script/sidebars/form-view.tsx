// The form of a run: every field labelled, mistakes beside their fields, the first of them focused.
import { useEffect, useRef } from 'preact/hooks';
import type { RawInput } from '#lib/actions/screen.ts';
import { FieldView } from './field-view.tsx';
import { LinesView } from './lines-view.tsx';
import { Progress, StepTitle, Trouble } from './progress.tsx';
import type { RunState } from './run-state.ts';
import { words } from './words.ts';

interface FormProps {
  readonly state: Extract<RunState, { readonly kind: 'filling' | 'previewing' }>;
  readonly onEdit: (raw: RawInput) => void;
  /** A field was left, or chosen in a list. */
  readonly onSettle: () => void;
  readonly onPreview: () => void;
  readonly onReload: () => void;
}

export function FormView({ state, onEdit, onSettle, onPreview, onReload }: FormProps) {
  const { form } = state.open;
  const { raw } = state;
  const busy = state.kind === 'previewing';
  const problems = state.kind === 'filling' ? state.problems : [];
  const error = state.kind === 'filling' ? state.error : null;
  const refresh = state.kind === 'filling' ? state.refresh : null;
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (problems.length > 0) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);
  const messageOf = (place: string) => problems.find(({ field }) => field === place)?.message ?? null;
  const set = (name: string, value: RawInput[string]) => onEdit({ ...raw, [name]: value });
  return (
    <form
      ref={element}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onPreview();
      }}
    >
      <StepTitle>{form.title}</StepTitle>
      {form.intro !== null && <p class="intro">{form.intro}</p>}
      {form.hints.map((hint) => (
        <p class="hint" key={hint}>
          {hint}
        </p>
      ))}
      {error !== null && <Trouble text={error} />}
      {problems.length > 0 && <p role="alert">{words.fixFields(problems.length)}</p>}
      <fieldset disabled={busy}>
        <legend class="unseen">{form.title}</legend>
        {form.fields.map((field) =>
          field.kind === 'lines' ? (
            <LinesView
              key={field.name}
              field={field}
              lines={Array.isArray(raw[field.name]) ? (raw[field.name] as never) : []}
              messageOf={messageOf}
              onChange={(lines) => set(field.name, lines)}
              onSettle={onSettle}
            />
          ) : (
            <FieldView
              key={field.name}
              field={field}
              place={field.name}
              label={field.label}
              value={raw[field.name] as string | boolean}
              message={messageOf(field.name)}
              onChange={(value) => set(field.name, value)}
              onSettle={onSettle}
            />
          ),
        )}
      </fieldset>
      <p class="note" role="status">
        {refresh !== null && words.refreshing}
      </p>
      {busy || refresh?.thenPreview === true ? (
        <Progress text={words.previewing} />
      ) : (
        <div class="buttons">
          <button type="submit" class="primary">
            {form.isReading ? words.show : words.preview}
          </button>
          {form.startsFromRow && (
            <button type="button" onClick={onReload}>
              {words.reload}
            </button>
          )}
        </div>
      )}
    </form>
  );
}
