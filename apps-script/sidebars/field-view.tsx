// One field: its label, its control, its note and its mistake, tied together for screen readers.
import type { FieldDescription, RawCell } from '#lib/actions/screen.ts';
import { words } from './words.ts';

interface FieldProps {
  readonly field: FieldDescription;
  /** Unique in the form; the control's id comes from it. */
  readonly place: string;
  readonly label: string;
  readonly value: RawCell | undefined;
  readonly message: string | null;
  readonly onChange: (value: RawCell) => void;
  /** The value will not change by further typing: the field was left, or a list's entry was taken. */
  readonly onSettle: () => void;
}

export function FieldView(props: FieldProps) {
  const { field, place, label, message } = props;
  const id = `field-${place}`;
  const described = [field.note === null ? '' : `${id}-note`, message === null ? '' : `${id}-error`].join(' ').trim();
  const common = {
    id,
    name: place,
    'aria-invalid': message !== null,
    'aria-required': field.required,
    ...(described === '' ? {} : { 'aria-describedby': described }),
  };
  return (
    <div class={field.kind === 'flag' ? 'field tick' : 'field'}>
      <label for={id}>
        {label}
        {field.required && <span class="required"> ({words.required})</span>}
      </label>
      <Control {...props} common={common} />
      {field.note !== null && (
        <p class="note" id={`${id}-note`}>
          {field.note}
        </p>
      )}
      {message !== null && (
        <p class="error" id={`${id}-error`}>
          {message}
        </p>
      )}
    </div>
  );
}

type ControlProps = FieldProps & { readonly common: Readonly<Record<string, string | boolean>> };

function Control({ field, value, onChange, onSettle, common }: ControlProps) {
  const text = typeof value === 'string' ? value : '';
  const onInput = (event: { readonly currentTarget: { readonly value: string } }) =>
    onChange(event.currentTarget.value);
  const typing = { ...common, value: text, onInput, onChange: onSettle };
  switch (field.kind) {
    case 'flag':
      return (
        <input
          type="checkbox"
          {...common}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'longText':
      return <LongText text={text} typing={typing} />;
    case 'choice':
      return (
        <select
          {...common}
          value={text}
          onChange={(event) => {
            onInput(event);
            onSettle();
          }}
        >
          <option value="">{words.noChoice}</option>
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      );
    case 'row':
      return (
        <>
          <input
            type="text"
            autocomplete="off"
            list={`${common.id}-list`}
            {...typing}
            onInput={(event) => {
              onInput(event);
              const { value: typed } = event.currentTarget;
              if (field.options.some((option) => option.value === typed)) onSettle();
            }}
          />
          <datalist id={`${common.id}-list`}>
            {field.options.map((option) => (
              <option key={option.value} value={option.value} label={option.label} />
            ))}
          </datalist>
          <Chosen field={field} value={text} />
        </>
      );
    case 'day':
      return <input type="date" {...typing} />;
    default: {
      const mode = field.kind === 'integer' ? 'numeric' : field.kind === 'money' ? 'decimal' : 'text';
      return <input type="text" autocomplete="off" inputMode={mode} {...typing} />;
    }
  }
}

const SHORTEST_ROWS = 8;
const LONGEST_ROWS = 24;
/** About what fits in a line of 300 pixels. */
const LINE_CHARACTERS = 40;

interface LongTextProps {
  readonly text: string;
  readonly typing: object;
}

/** Grows with its text, and says how long that is. */
function LongText({ text, typing }: LongTextProps) {
  const lines = text.split('\n').reduce((count, line) => count + 1 + Math.floor(line.length / LINE_CHARACTERS), 0);
  return (
    <>
      <textarea rows={Math.min(LONGEST_ROWS, Math.max(SHORTEST_ROWS, lines + 1))} {...typing} />
      {text !== '' && <p class="note count">{words.characters(text.length)}</p>}
    </>
  );
}

/** The list shows ids in the control; what the id stands for is said below it. */
function Chosen({ field, value }: { readonly field: FieldDescription; readonly value: string }) {
  const label = field.options.find((option) => option.value === value)?.label;
  return label === undefined || label === value ? null : <output class="note">{label}</output>;
}
