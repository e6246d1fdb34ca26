// Waiting and failing, said in words and to screen readers: a bar that moves, the seconds that pass, a sentence with a cure.
import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from './words.ts';

/** Google sends nothing while a call runs, so how far it is cannot be shown; how long it has lasted can. */
const LONG_SECONDS = 10;

interface ProgressProps {
  readonly text: string;
  /** What is being waited for, when nothing else on the page says so. */
  readonly title?: string;
}

export function Progress({ text, title }: ProgressProps) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((passed) => passed + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div class="progress">
      {title !== undefined && <StepTitle>{title}</StepTitle>}
      <p role="status">
        {text}
        {seconds >= LONG_SECONDS && ` ${words.takesLong}`}
      </p>
      <progress aria-label={text} />
      {seconds >= 2 && <span aria-hidden="true">{words.seconds(seconds)}</span>}
    </div>
  );
}

interface TroubleProps {
  readonly text: string;
  readonly action?: string;
  readonly onAct?: () => void;
}

export function Trouble({ text, action, onAct }: TroubleProps) {
  return (
    <div class="trouble" role="alert">
      <h2>{words.errorTitle}</h2>
      <p>{text}</p>
      {action !== undefined && (
        <button type="button" class="primary" onClick={onAct}>
          {action}
        </button>
      )}
    </div>
  );
}

/** A heading that takes the focus when its step begins, so that the keyboard and a screen reader follow. */
export function StepTitle({ children }: { readonly children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
