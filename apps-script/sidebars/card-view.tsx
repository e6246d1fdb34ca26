// A card to be read: sections of labelled values, lists of rows. What stands in the workbook is a button that goes there.
// Nothing in it is HTML from the workbook.
import { useState } from 'preact/hooks';
import type { CardItem, CardSection } from '#lib/actions/action.ts';
import { CallFailure, callServer } from './call-server.ts';
import { words } from './words.ts';

export function CardView({ title, sections }: { readonly title: string; readonly sections: readonly CardSection[] }) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const goTo = (row: NonNullable<CardItem['row']>) => {
    setTrouble(null);
    callServer('goToRow', row).catch((failure: unknown) => {
      if (!(failure instanceof CallFailure)) throw failure;
      setTrouble(failure.message);
    });
  };
  return (
    <div class="effect card">
      <h2>{title}</h2>
      {trouble !== null && (
        <p class="error" role="alert">
          {trouble}
        </p>
      )}
      {sections.map((section, index) => (
        <section key={index}>
          <h3>{section.title}</h3>
          {section.items.length === 0 ? (
            <p class="note">{section.empty}</p>
          ) : (
            <Items items={section.items} onGo={goTo} />
          )}
        </section>
      ))}
    </div>
  );
}

interface ItemsProps {
  readonly items: readonly CardItem[];
  readonly onGo: (row: NonNullable<CardItem['row']>) => void;
}

/** A long list is folded, never cut: the rest is one click away. */
const SHOWN_AT_FIRST = 30;

function Items({ items, onGo }: ItemsProps) {
  const [isWhole, setWhole] = useState(items.length <= SHOWN_AT_FIRST);
  const shown = isWhole ? items : items.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      <dl>
        {shown.map((item, at) => (
          <Item key={at} item={item} onGo={onGo} />
        ))}
      </dl>
      {!isWhole && (
        <button type="button" class="small" onClick={() => setWhole(true)}>
          {words.moreLines(items.length - SHOWN_AT_FIRST)}
        </button>
      )}
    </>
  );
}

interface ItemProps {
  readonly item: CardItem;
  readonly onGo: (row: NonNullable<CardItem['row']>) => void;
}

/** A long value stands under its label: half of 300 pixels hold no sentence. */
const LONGEST_BESIDE = 24;

function Item({ item: { label, value, row }, onGo }: ItemProps) {
  const isLong = value.length > LONGEST_BESIDE || value.includes('\n');
  return (
    <div class={isLong ? 'stacked' : ''}>
      <dt>
        {row === undefined ? (
          label
        ) : (
          <button type="button" class="link" aria-label={words.goTo({ row: label })} onClick={() => onGo(row)}>
            {label}
          </button>
        )}
      </dt>
      <dd>{value}</dd>
    </div>
  );
}
