// What the commit will write, line by line: tab, row, column, before → after. Nothing is told by colour alone, and nothing
// that will be written is left out.
import { useState } from 'preact/hooks';
import type { Preview } from '#lib/actions/screen.ts';
import type { PreviewLine } from '#lib/changes/preview.ts';
import { EffectView } from './effect-view.tsx';
import { Progress, StepTitle, Trouble } from './progress.tsx';
import type { RunState } from './run-state.ts';
import { words } from './words.ts';

/** A long preview is folded, never cut: the rest is one click away. */
const SHOWN_AT_FIRST = 30;

interface PreviewProps {
  readonly state: Extract<RunState, { readonly kind: 'confirming' | 'committing' }>;
  readonly onBack: () => void;
  /** Of an action that only shows: reads the workbook again. */
  readonly onShowAgain: () => void;
  readonly onConfirm: () => void;
}

export function PreviewView({ state, onBack, onShowAgain, onConfirm }: PreviewProps) {
  const { preview } = state;
  const { isReading } = state.open.form;
  const busy = state.kind === 'committing';
  const refused = preview.refusals.length > 0;
  // Where nothing is written there is nothing to wait for: what it gives is used from here.
  const usableBy = isReading ? state.open.run.actionId : null;
  return (
    <section>
      <StepTitle>{refused ? words.refusedTitle : isReading ? state.open.form.title : words.previewTitle}</StepTitle>
      {state.kind === 'confirming' && state.notice !== null && (
        <p class="hint" role="alert">
          {state.notice}
        </p>
      )}
      {state.kind === 'confirming' && state.error !== null && <Trouble text={state.error} />}
      {preview.summary !== '' && <p class="summary">{preview.summary}</p>}
      <Sentences title={null} kind="refusal" sentences={preview.refusals} />
      <Sentences title={words.warningsTitle} kind="warning" sentences={preview.warnings} />
      {!refused && !isReading && <Diff lines={preview.lines} />}
      {!refused &&
        preview.effects.map((effect, index) => (
          <EffectView key={index} number={index} effect={effect} actionId={usableBy} />
        ))}
      {busy ? (
        <Progress text={words.committing} />
      ) : (
        <div class={isReading ? 'buttons pinned' : 'buttons'}>
          {!refused && !isReading && (
            <button type="button" class="primary" onClick={onConfirm}>
              {preview.lines.length === 0 ? words.finish : words.confirm}
            </button>
          )}
          {isReading && (
            <button type="button" class="primary" onClick={onShowAgain}>
              {words.showAgain}
            </button>
          )}
          {(!isReading || state.open.form.fields.length > 0) && (
            <button type="button" onClick={onBack}>
              {isReading ? words.changeSearch : words.back}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

interface SentencesProps {
  readonly title: string | null;
  readonly kind: 'refusal' | 'warning';
  readonly sentences: Preview['refusals'];
}

function Sentences({ title, kind, sentences }: SentencesProps) {
  if (sentences.length === 0) return null;
  return (
    <div class={kind}>
      {title !== null && <h2>{title}</h2>}
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

function Diff({ lines }: { readonly lines: readonly PreviewLine[] }) {
  const [isWhole, setWhole] = useState(lines.length <= SHOWN_AT_FIRST);
  if (lines.length === 0) return <p>{words.nothing}</p>;
  const shown = isWhole ? lines : lines.slice(0, SHOWN_AT_FIRST);
  const cells = lines.reduce((count, line) => count + line.cells.length, 0);
  return (
    <div class="diff">
      <p class="note">{words.cellsWritten({ rows: lines.length, cells })}</p>
      {shown.map((line) => (
        <DiffLine key={`${line.tab} ${line.id}`} line={line} />
      ))}
      {!isWhole && (
        <button type="button" class="small" onClick={() => setWhole(true)}>
          {words.moreLines(lines.length - SHOWN_AT_FIRST)}
        </button>
      )}
    </div>
  );
}

/** A sentence stands under its header: half of 300 pixels is a narrow column. */
const LONGEST_BESIDE = 60;

function isLong(text: string): boolean {
  return text.length > LONGEST_BESIDE;
}

function DiffLine({ line }: { readonly line: PreviewLine }) {
  return (
    <div class={`change ${line.kind}`}>
      <h3>
        <span class="mark">{line.kind === 'append' ? words.added : words.updated}</span> {line.tab} · {line.id}
      </h3>
      <dl>
        {line.cells.map(({ header, before, after }) => (
          <div key={header} class={isLong(before) || isLong(after) ? 'stacked' : ''}>
            <dt>{header}</dt>
            <dd>
              {line.kind === 'update' && (
                <>
                  <span class="unseen">{words.before} </span>
                  <del>{before === '' ? words.emptyCell : before}</del>
                  <span aria-hidden="true"> → </span>
                  <span class="unseen"> {words.after} </span>
                </>
              )}
              <ins>{after === '' ? words.emptyCell : after}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
