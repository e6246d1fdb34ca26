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

function Control({ field, value, onChange, common }: ControlProps) {
  const text = typeof value === 'string' ? value : '';
  const onInput = (event: { readonly currentTarget: { readonly value: string } }) =>
    onChange(event.currentTarget.value);
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
      return <textarea rows={4} {...common} value={text} onInput={onInput} />;
    case 'choice':
      return (
        <select {...common} value={text} onChange={onInput}>
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
          <input type="text" autocomplete="off" list={`${common.id}-list`} {...common} value={text} onInput={onInput} />
          <datalist id={`${common.id}-list`}>
            {field.options.map((option) => (
              <option key={option.value} value={option.value} label={option.label} />
            ))}
          </datalist>
          <Chosen field={field} value={text} />
        </>
      );
    case 'day':
      return <input type="date" {...common} value={text} onInput={onInput} />;
    default: {
      const mode = field.kind === 'integer' ? 'numeric' : field.kind === 'money' ? 'decimal' : 'text';
      return <input type="text" autocomplete="off" inputMode={mode} {...common} value={text} onInput={onInput} />;
    }
  }
}

/** The list shows ids in the control; what the id stands for is said below it. */
function Chosen({ field, value }: { readonly field: FieldDescription; readonly value: string }) {
  const label = field.options.find((option) => option.value === value)?.label;
  return label === undefined || label === value ? null : <output class="note">{label}</output>;
}
