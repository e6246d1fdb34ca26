// A card to be read: sections of labelled values, lists of rows. Nothing in it is HTML from the workbook.
import type { CardSection } from '#lib/actions/action.ts';

export function CardView({ title, sections }: { readonly title: string; readonly sections: readonly CardSection[] }) {
  return (
    <div class="effect card">
      <h2>{title}</h2>
      {sections.map((section) => (
        <section key={section.title}>
          <h3>{section.title}</h3>
          {section.items.length === 0 ? (
            <p class="note">{section.empty}</p>
          ) : (
            <dl>
              {section.items.map(({ label, value }, index) => (
                <div key={index}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          )}
        </section>
      ))}
    </div>
  );
}
