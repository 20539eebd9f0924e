import { sectionOfEnclosure, isBeside } from '../files/enclosure.ts'
import { enclosuresOf } from '../files/enclosure.queries.ts'
import type { KeptFile } from '../files/file.ts'
import { lettersAsPapers } from '../letters/letters-for-papers.queries.ts'
import { isExemptLetter, letterName } from '../letters/letter-record.ts'
import type { Withheld } from '../papers/papers-of-item.queries.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { PaperSection } from '../platform/documents/paper-document.ts'
import { isExempt, type AgendaItem } from './agenda.ts'
import type { ItemPaper } from './item-paper.ts'

/** What goes with these agenda items, in the order of each; what was taken away is among it only where that is asked for. */
export async function papersOfItems(
  trx: Trx,
  itemIds: readonly string[],
  { withdrawn = false }: { withdrawn?: boolean } = {},
): Promise<ItemPaper[]> {
  if (itemIds.length === 0) return []
  const rows = await trx
    .selectFrom('item_paper_now')
    .selectAll()
    .where('agenda_item_id', 'in', [...itemIds])
    .$if(!withdrawn, (query) => query.where('withdrawn', '=', false))
    .orderBy('position')
    .orderBy('item_paper_id')
    .execute()
  return rows.map((row) => ({
    id: row.item_paper_id,
    itemId: row.agenda_item_id,
    version: row.version,
    position: row.position,
    file: row.sha256 ? { name: row.name!, kind: row.kind!, size: row.size!, sha256: row.sha256 } : null,
    letterId: row.letter_id,
    withdrawn: row.withdrawn,
  }))
}

/** Which of these files go or went with an exempt item of any meeting, by the hexadecimal form of their hash: of those, history tells no name. */
export async function filesOfExemptItems(trx: Trx, hashes: readonly Buffer[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set()
  // Also of a file that was replaced or taken away again.
  const rows = await trx
    .selectFrom('item_paper_version as v')
    .innerJoin('item_paper as p', (join) => join.onRef('p.council_id', '=', 'v.council_id').onRef('p.id', '=', 'v.item_paper_id'))
    .innerJoin('agenda_item_now as i', (join) =>
      join.onRef('i.council_id', '=', 'p.council_id').onRef('i.agenda_item_id', '=', 'p.agenda_item_id'),
    )
    .select(['v.sha256', 'i.exempt_paragraphs'])
    .where('v.sha256', 'in', [...hashes])
    .execute()
  return new Set(rows.filter((row) => row.exempt_paragraphs.length > 0).map(({ sha256 }) => sha256!.toString('hex')))
}

/** One of what goes with an item. Refuses (not-found) what does not, or was taken away. */
export async function paperOfItem(trx: Trx, itemId: string, id: string): Promise<ItemPaper> {
  const found = (await papersOfItems(trx, [itemId])).find((one) => one.id === id)
  return found ?? refuse('not-found', 'This item has no such paper. It may have been removed.')
}

/** What a pack takes of one of them. */
export interface PackedPaper {
  /** None where it is not checked yet, or kept from the public. */
  sections: PaperSection[]
  /** Files that are published beside the pack. */
  beside: KeptFile[]
  /** What is not there, in words for the officer. */
  missing: string[]
  /** It is there, and kept from the public. */
  withheld: boolean
}

const KEPT_BACK: PackedPaper = { sections: [], beside: [], missing: [], withheld: true }

/**
 * What goes with each item as the pack takes it, by the item's id, and what is withheld from public items. In those nothing stands that an exempt item of
 * the meeting has too, no exempt letter, and no letter about a review that is withheld.
 */
export async function packedPapers(
  trx: Trx,
  agenda: readonly AgendaItem[],
  reviews: ReadonlySet<string>,
): Promise<{ packed: Map<string, PackedPaper[]>; withheld: Withheld }> {
  const papers = await papersOfItems(
    trx,
    agenda.map(({ id }) => id),
  )
  const enclosures = await enclosuresOf(
    trx,
    papers.flatMap(({ file }) => file?.sha256 ?? []),
  )
  const letters = await lettersAsPapers(
    trx,
    papers.flatMap(({ letterId }) => letterId ?? []),
  )
  const exemptItems = new Set(agenda.filter(isExempt).map(({ id }) => id))
  const filesOf = ({ file, letterId }: ItemPaper) => (file ? [file] : (letters.get(letterId ?? '')?.letter.attachments ?? []))
  const named = (one: ItemPaper) => [...filesOf(one).map(({ sha256 }) => sha256.toString('hex')), ...(one.letterId ? [one.letterId] : [])]
  const withheld: Withheld = { reviews, files: new Set(papers.filter(({ itemId }) => exemptItems.has(itemId)).flatMap(named)) }
  const isSecret = (one: ItemPaper): boolean => {
    const letter = letters.get(one.letterId ?? '')?.letter
    const isKept = letter && (isExemptLetter(letter) || (letter.review !== null && reviews.has(letter.review.id)))
    return Boolean(isKept) || named(one).some((name) => withheld.files.has(name))
  }
  const packed = (one: ItemPaper): PackedPaper => {
    if (!exemptItems.has(one.itemId) && isSecret(one)) return KEPT_BACK
    if (one.file) {
      const enclosure = enclosures.get(one.file.sha256.toString('hex'))
      if (!enclosure)
        return {
          sections: [],
          beside: [],
          missing: [`${one.file.name} has not been checked yet: say how it goes into papers.`],
          withheld: false,
        }
      return {
        sections: [sectionOfEnclosure(one.file, enclosure)],
        beside: isBeside(enclosure) ? [one.file] : [],
        missing: [],
        withheld: false,
      }
    }
    const found = letters.get(one.letterId ?? '')
    if (!found) return KEPT_BACK
    const { letter, sections, beside, unchecked } = found
    const missing = unchecked.map(({ name }) => `${name}, attached to the ${letterName(letter).toLowerCase()}, has not been checked yet.`)
    return { sections, beside, missing, withheld: false }
  }
  return { packed: new Map(agenda.map(({ id }) => [id, papers.filter(({ itemId }) => itemId === id).map(packed)])), withheld }
}
