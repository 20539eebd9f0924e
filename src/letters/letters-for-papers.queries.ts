import { enclosuresOf } from '../files/enclosure.queries.ts'
import type { Trx } from '../platform/database/database.ts'
import { listLetters } from './letter-record.queries.ts'
import { isExemptLetter, letterDay, letterState, type LetterRecord } from './letter-record.ts'
import { letterAsPaper, type LetterAsPaper } from './letter-sections.ts'

/** The letters that a paper about these reviews can take, in the order of their days: those that went or came. Exempt ones only where they are asked for. */
export async function lettersAbout(trx: Trx, reviewIds: readonly string[], { exempt }: { exempt: boolean }): Promise<LetterRecord[]> {
  const letters = await listLetters(trx, { reviewIds })
  return letters
    .filter((letter) => letterState(letter) !== 'draft')
    .filter((letter) => exempt || !isExemptLetter(letter))
    .toSorted((a, b) => (letterDay(a) ?? '').localeCompare(letterDay(b) ?? '') || a.slug.localeCompare(b.slug))
}

/** A letter with what papers take of it. */
export interface PackedLetter extends LetterAsPaper {
  letter: LetterRecord
}

/** These letters as papers take them, by their ids. */
export async function lettersAsPapers(trx: Trx, ids: readonly string[]): Promise<Map<string, PackedLetter>> {
  if (ids.length === 0) return new Map()
  const letters = await listLetters(trx, { ids })
  const enclosures = await enclosuresOf(
    trx,
    letters.flatMap(({ attachments }) => attachments.map(({ sha256 }) => sha256)),
  )
  return new Map(letters.map((letter) => [letter.id, { letter, ...letterAsPaper(letter, enclosures) }]))
}
