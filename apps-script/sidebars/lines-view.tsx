// A table inside a form: one group of fields a line, since 300 pixels hold no columns. Lines are added and taken out by
// button; an empty line is left out by the server.
import type { FieldDescription, RawLine } from '#lib/actions/screen.ts';
import { FieldView } from './field-view.tsx';
import { words } from './words.ts';

interface LinesProps {
  readonly field: FieldDescription;
  readonly lines: readonly RawLine[];
  readonly messageOf: (place: string) => string | null;
  readonly onChange: (lines: readonly RawLine[]) => void;
  readonly onSettle: () => void;
}

export function LinesView({ field, lines, messageOf, onChange, onSettle }: LinesProps) {
  const shown = lines.length === 0 ? [emptyLine(field)] : lines;
  const replace = (index: number, line: RawLine) => onChange(shown.map((old, at) => (at === index ? line : old)));
  return (
    <fieldset class="lines">
      <legend>{field.label}</legend>
      {field.note !== null && <p class="note">{field.note}</p>}
      {shown.map((line, index) => (
        <fieldset class="line" key={index}>
          <legend class="unseen">{words.lineOf({ label: field.label, number: index + 1 })}</legend>
          {field.columns.map((column) => (
            <FieldView
              key={column.name}
              field={column}
              place={`${field.name}.${index}.${column.name}`}
              label={column.label}
              value={line[column.name]}
              message={messageOf(`${field.name}.${index}.${column.name}`)}
              onChange={(value) => replace(index, { ...line, [column.name]: value })}
              onSettle={onSettle}
            />
          ))}
          {shown.length > 1 && (
            <button
              type="button"
              class="small"
              aria-label={words.removeLine(index + 1)}
              onClick={() => {
                onChange(shown.filter((_, at) => at !== index));
                onSettle();
              }}
            >
              ✕
            </button>
          )}
        </fieldset>
      ))}
      <button type="button" class="small" onClick={() => onChange([...shown, emptyLine(field)])}>
        {words.addLine}
      </button>
    </fieldset>
  );
}

function emptyLine({ columns }: FieldDescription): RawLine {
  return Object.fromEntries(columns.map(({ name, kind }) => [name, kind === 'flag' ? false : '']));
}
