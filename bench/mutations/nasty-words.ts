import type { Chance } from './seeded-chance.ts'

const many = (words: string, times: number) => words.repeat(times)

/** Words that a reader of words might take too long over: what it looks for, begun over and over and never ended. */
const NASTY: ((chance: Chance) => string)[] = [
  () => many(' ', 60_000),
  () => many('31 March 2026 ', 4_000),
  () => many('1.', 30_000),
  () => many('a) ', 20_000),
  () => many('(', 50_000),
  () => many('- ', 30_000),
  () => many('\n- a', 10_000),
  () => many('Feb 21: On track. ', 5_000),
  () => many('2 – On Track ', 5_000),
  () => many('Recommendation ', 10_000),
  () => many('9', 100_000),
  () => many('x', 200_000),
  () => many('Head of / ', 10_000),
  () => many('q1/q2/q3 ', 8_000),
  () => many('<table><tr><td>', 3_000),
  () => many('<b>', 20_000),
  () => many('&amp;', 20_000),
  () => many('i. ii. iii. iv. ', 4_000),
  () => many('a, ', 30_000),
  () => many('.', 60_000),
  () => many('2026-13-45 ', 5_000),
  () => many('Ongoing and ', 8_000),
  () => many('’', 50_000),
  () => many('https://x.example/', 5_000),
  () => `${many('A ', 20_000)}Council`,
  () => `${many('agreed that ', 8_000)}RESOLVED`,
  () => many('\u202e\u200b\ufeff', 20_000),
  () => many('\ud83c\udfdb\ufe0f', 20_000),
  () => '\u0000\u0001\ufffe\uffff',
  () => '=HYPERLINK("http://127.0.0.1:9/","x")',
  () => '../../../../etc/passwd',
  () => '__proto__',
  () => 'constructor',
  () => '-1',
  () => '0',
  () => '999999999999999999999',
  () => '1e308',
  () => 'NaN',
  () => '',
  (chance) => String.fromCharCode(...Array.from({ length: 200 }, () => 32 + chance.below(0xd000))),
]

export function nastyWords(chance: Chance): string {
  return chance.pick(NASTY)(chance)
}
