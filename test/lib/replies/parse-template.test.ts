// What the template language allows, and what is said of everything else.
import { expect, test } from 'vitest';
import { parseTemplate } from '#lib/replies/parse-template.ts';

test.each([
  ['{{a', 'tag_not_closed', 'a'],
  ['Bonjour {{client.prenom', 'tag_not_closed', 'client.prenom'],
  ['{{#a}} b', 'section_not_closed', 'a'],
  ['{{#a}}{{#b}}{{/a}}{{/b}}', 'section_not_closed', 'b'],
  ['b {{/a}}', 'section_not_opened', 'a'],
  ['{{{a}}}', 'tag_not_allowed', 'a'],
  ['{{&a}}', 'tag_not_allowed', 'a'],
  ['{{>a}}', 'tag_not_allowed', 'a'],
  ['{{! a }}', 'tag_not_allowed', 'a'],
  ['{{=<% %>=}}<% a %>', 'tag_not_allowed', '<% %>'],
  ['{{=<=}} a', 'tag_not_allowed', '=<=}} a'],
  ['{{#a}}{{^b}}{{{c}}}{{/b}}{{/a}}', 'tag_not_allowed', 'c'],
])('%s: %s near %s', (text, fault, tag) => {
  expect(parseTemplate(text)).toEqual({ ok: false, fault, tag });
});

test.each([
  ['', []],
  ['Bonjour', []],
  ['a } b }} c', []],
  ['{{ a }} {{b.c}}', ['a', 'b.c']],
  ['{{#a}}{{b}}{{^c}}{{d}}{{/c}}{{/a}}', ['#a', 'b', '^c', 'd']],
])('%s is made of %j', (text, wanted) => {
  const parsed = parseTemplate(text);
  expect(parsed.ok ? namesOf(parsed.parts) : parsed).toEqual(wanted);
});

type Parts = Extract<ReturnType<typeof parseTemplate>, { readonly ok: true }>['parts'];

function namesOf(parts: Parts): string[] {
  return parts.flatMap((part) =>
    part.kind === 'variable' ? [part.name] : [`${part.isInverted ? '^' : '#'}${part.name}`, ...namesOf(part.parts)],
  );
}
