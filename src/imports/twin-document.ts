import { inWords, today } from '../platform/core/calendar-date.ts'
import { likenessOfBags, wordBag, type WordBag } from '../platform/core/word-likeness.ts'
import type { Doubt, Reading } from '../reading/reading.ts'
import type { ImportState } from './import.ts'

/** An import that may be of the same paper. */
export interface PossibleTwin {
  name: string
  state: ImportState
  startedAt: Date
  reading: Reading
}

const TWIN = 'This looks like the same paper as'
/** Two formats of one paper say the same of nearly every recommendation in nearly the same words: lines and words may be broken otherwise. */
const SAME_WORDS = 0.85
const SAME_PASSAGES = 0.8

/**
 * That this reading says what another import says already: the same paper in another format, or saved again. Null where none does.
 * Only papers of one day are compared.
 */
export function twinDoubt(reading: Reading, others: readonly PossibleTwin[]): Doubt | null {
  const passages = passagesOf(reading)
  const twin = others.find(
    (other) =>
      other.state !== 'abandoned' &&
      other.reading.document_date === reading.document_date &&
      sayTheSame(passages, passagesOf(other.reading)),
  )
  if (!twin) return null
  const since = inWords(today(twin.startedAt))
  return { why: `${TWIN} “${twin.name}”, brought in on ${since}. Put one of the two on the record and abandon the other.` }
}

/** What is said of each recommendation and each meeting, in their order. */
function passagesOf(reading: Reading): WordBag[] {
  const passages = [...reading.reviews.flatMap((review) => review.recommendations), ...reading.meetings]
  return passages.map((passage) => wordBag(saidIn(passage)))
}

/** Passage by passage; where one was split or missed, its neighbours are looked at too. */
function sayTheSame(these: readonly WordBag[], those: readonly WordBag[]): boolean {
  const most = Math.max(these.length, those.length)
  if (these.length === 0 || Math.min(these.length, those.length) < SAME_PASSAGES * most) return false
  const reach = most - Math.min(these.length, those.length) + 1
  const alike = these.filter((one, at) =>
    those.slice(Math.max(0, at - reach), at + reach + 1).some((other) => likenessOfBags(one, other) >= SAME_WORDS),
  )
  return alike.length >= SAME_PASSAGES * most
}

/** Whether a reading was found to be of a paper that is here in another file. */
export function hasTwin({ doubts }: Reading): boolean {
  return doubts.some(({ why }) => why.startsWith(TWIN))
}

/** Fields that tell of the file and of how it was read. */
const OF_THE_FILE = new Set(['source', 'place', 'format', 'doubts', 'unplaced', 'layout', 'colour', 'grade_found_in', 'meaning'])

/** Every word that a reading holds. */
function saidIn(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(saidIn).join(' ')
  if (typeof value !== 'object' || value === null) return ''
  return Object.entries(value)
    .map(([name, inner]) => (OF_THE_FILE.has(name) ? '' : saidIn(inner)))
    .join(' ')
}
