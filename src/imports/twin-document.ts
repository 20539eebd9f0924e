import { inWords, today } from '../platform/core/calendar-date.ts'
import { likenessOfBags, wordBag } from '../platform/core/word-likeness.ts'
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
/** Two formats of one paper share nearly every word of what is read from them; what differs is how lines and words were broken. */
const SAME_PAPER = 0.9
/** Fewer words than this say too little: two empty tables are not one paper. */
const FEWEST_WORDS = 20

/**
 * That this reading says what another import says already: the same paper in another format, or saved again. Null where none does.
 * Only papers of one day are compared.
 */
export function twinDoubt(reading: Reading, others: readonly PossibleTwin[]): Doubt | null {
  const bag = wordBag(saidIn(reading))
  if (bag.words < FEWEST_WORDS) return null
  const twin = others.find(
    (other) =>
      other.state !== 'abandoned' &&
      other.reading.document_date === reading.document_date &&
      likenessOfBags(bag, wordBag(saidIn(other.reading))) >= SAME_PAPER,
  )
  if (!twin) return null
  const since = inWords(today(twin.startedAt))
  return { why: `${TWIN} “${twin.name}”, brought in on ${since}. Put one of the two on the record and abandon the other.` }
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
