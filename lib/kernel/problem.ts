// A Problem is a value: something wrong in the data or the request, with its place, said in French with its cure when it
// is shown. lib collects Problems and never throws for one. Words are looked up late, so the language is the host's choice.
import type { Words } from '#lib/text/words.ts';

export type ProblemCode = keyof Words['problems'];
export type ProblemParams<Code extends ProblemCode> = Words['problems'][Code] extends () => string
  ? Readonly<Record<never, never>>
  : Parameters<Words['problems'][Code]>[0];

/** Where: the tab as people call it, and the cell in A1 notation (a row alone is "12:12"). */
export interface Place {
  readonly tab: string;
  readonly cell: string;
  /** The row's id when it has one. */
  readonly id?: string;
}

export interface Problem {
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly at?: Place;
}

export function problem<Code extends ProblemCode>(code: Code, params: ProblemParams<Code>, at?: Place): Problem {
  const held = params as Problem['params'];
  return at === undefined ? { code, params: held } : { code, params: held, at };
}

/** The sentence a person reads: place, what is wrong, cure. */
export function messageOf(problem: Problem, words: Words): string {
  const say = words.problems[problem.code] as (params: Problem['params']) => string;
  const sentence = say(problem.params);
  return problem.at === undefined ? sentence : `${words.place(problem.at.tab, problem.at.cell)} : ${sentence}`;
}

/** A stable identity: the same Problem found again on another night has the same key. */
export function problemKey(problem: Problem): string {
  const params = Object.keys(problem.params)
    .sort()
    .map((name) => `${name}=${problem.params[name]}`);
  const place = problem.at === undefined ? '' : `${problem.at.tab}!${problem.at.id ?? problem.at.cell}`;
  return [problem.code, place, ...params].join('|');
}
