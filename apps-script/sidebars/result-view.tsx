// What was done, what remains for the person to do with it (copy, print, mail), and the way back.
import type { CommitAnswer } from '#lib/actions/screen.ts';
import { closeSidebar } from './call-server.ts';
import { EffectView } from './effect-view.tsx';
import { StepTitle } from './progress.tsx';
import { words } from './words.ts';

interface ResultProps {
  readonly title: string;
  readonly actionId: string;
  readonly done: Extract<CommitAnswer, { readonly kind: 'done' }>;
  readonly onAgain: (() => void) | null;
  readonly onUndo: (() => void) | null;
}

export function ResultView({ title, actionId, done, onAgain, onUndo }: ResultProps) {
  return (
    <section>
      <StepTitle>{words.doneTitle}</StepTitle>
      <p class="note">{title}</p>
      <p class="summary" role="status">
        {done.summary}
      </p>
      {done.notes.map((note) => (
        <p class="hint" key={note}>
          {note}
        </p>
      ))}
      {done.effects.map((effect, index) => (
        <EffectView key={index} number={index} effect={effect} actionId={actionId} />
      ))}
      <div class="buttons">
        <button type="button" class="primary" onClick={closeSidebar}>
          {words.close}
        </button>
        {onAgain !== null && (
          <button type="button" onClick={onAgain}>
            {words.again}
          </button>
        )}
        {onUndo !== null && (
          <button type="button" onClick={onUndo}>
            {words.undo}
          </button>
        )}
      </div>
    </section>
  );
}
