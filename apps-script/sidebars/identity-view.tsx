// « Je suis… »: asked once when Google hides the account's address, or from the menu.
import { useState } from 'preact/hooks';
import { CallFailure, callServer, closeSidebar } from './call-server.ts';
import { Progress, StepTitle, Trouble } from './progress.tsx';
import { words } from './words.ts';

/** @param onSaved absent when opened from the menu: then the sidebar says what it kept. */
export function IdentityView({ onSaved }: { readonly onSaved?: (who: string) => void }) {
  const [name, setName] = useState('');
  const [saved, setSaved] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const save = () => {
    if (busy || name.trim() === '') return;
    setBusy(true);
    callServer('saveIdentity', { name }).then(
      ({ who }) => (onSaved === undefined ? setSaved(who) : onSaved(who)),
      (failure: unknown) => {
        if (!(failure instanceof CallFailure)) throw failure;
        setBusy(false);
        setError(failure.message);
      },
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <StepTitle>{words.whoTitle}</StepTitle>
      {error !== null && <Trouble text={error} />}
      {saved === null ? (
        <>
          <div class="field">
            <label for="who">{words.whoLabel}</label>
            <input
              id="who"
              type="text"
              autocomplete="name"
              aria-describedby="who-note"
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
            <p class="note" id="who-note">
              {words.whoNote}
            </p>
          </div>
          {busy ? (
            <Progress text={words.whoSave} />
          ) : (
            <button type="submit" class="primary">
              {words.whoSave}
            </button>
          )}
        </>
      ) : (
        <>
          <p role="status">{words.whoSaved({ who: saved })}</p>
          <button type="button" class="primary" onClick={closeSidebar}>
            {words.close}
          </button>
        </>
      )}
    </form>
  );
}
