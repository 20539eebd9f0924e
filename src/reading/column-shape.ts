import { findDates } from './dates.ts'
import { gradeOf } from './grades.ts'
import type { GridRow } from './logical-tables.ts'
import { refOf } from './references.ts'

/** What stands in a column: how many cells are filled, and the share of them (0 to 1) that is each thing. */
export interface Shape {
  filled: number
  refs: number
  dates: number
  grades: number
  prose: number
  /** Whole numbers that are no running order of references. */
  counts: number
  /** Single figures, some of them again and again: codes of grades. */
  codes: number
  /** Answers of a decision-maker: `Agreed`, `Not accepted`. */
  answers: number
  /** `Yes`, `No`, `Partly`. */
  yesNo: number
  /** Mean length of the words of a filled cell. */
  length: number
}

const YES_OR_NO = /^(?:yes|no|y|n|part(?:ly|ially)?|in part)\W*$/i

export function shapeOf(body: readonly GridRow[], column: number): Shape {
  const words = body
    .slice(0, 200)
    .flatMap((row) => row.cells.filter((cell) => cell.column === column && cell.words !== '').map((cell) => cell.words))
  const share = (test: (text: string) => boolean): number => (words.length === 0 ? 0 : words.filter(test).length / words.length)
  return {
    filled: words.length,
    refs: share((text) => text.length <= 24 && refOf(text) !== null),
    dates: share((text) => text.length <= 60 && findDates(text).length > 0),
    grades: share((text) => text.length <= 60 && gradeOf(text.split('\n')[0] ?? '').grade !== null),
    prose: share((text) => text.length > 60),
    counts: new Set(words).size === words.length && words[0] === '1' ? 0 : share((text) => /^\d{1,4}$/.test(text)),
    codes: new Set(words).size < words.length || words.length < 3 ? share((text) => /^[1-9]$/.test(text)) : 0,
    answers: share(
      (text) =>
        text.length <= 40 && /^(?:not |partly |partially |part )?(?:agreed?|accept(?:ed)?|reject(?:ed)?|supported|declined)\b/i.test(text),
    ),
    yesNo: share((text) => YES_OR_NO.test(text)),
    length: words.reduce((sum, text) => sum + text.length, 0) / Math.max(1, words.length),
  }
}

/** Words at some length that are no grades. */
export function isProse(shape: Shape): boolean {
  return shape.filled > 0 && shape.grades < 0.3 && (shape.length > 140 || (shape.prose > 0.6 && shape.length > 80))
}
