import { sql } from 'kysely'
import type { KeptFile } from '../files/file.ts'
import { keepFile, type FileTaken } from '../files/take-file.ts'
import { recordEvent, type EventDetail } from '../history/record-event.ts'
import { isExemptLetter, letterName, letterState, type LetterRecord } from '../letters/letter-record.ts'
import type { Officer } from '../people/officer.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import { isExempt, type StoredItem } from './agenda.ts'
import { MOST_PAPERS, type ItemPaper } from './item-paper.ts'
import { filesOfExemptItems, papersOfItems } from './item-papers.queries.ts'

/** A meeting as its papers need it. */
interface OfMeeting {
  slug: string
}

const addressOf = ({ slug }: OfMeeting, { id }: Pick<StoredItem, 'id'>) => `/meetings/${slug}/agenda/${id}/papers`

/** Of an exempt item, and of a file that an exempt item has too, history tells no name: a file's says much. */
async function toldOf(trx: Trx, item: StoredItem, file: KeptFile | null, letter = 'A letter'): Promise<EventDetail> {
  if (isExempt(item)) return { title: 'An exempt item' }
  const isKept = file !== null && (await filesOfExemptItems(trx, [file.sha256])).size > 0
  return { title: item.title, name: isKept ? 'A file of an exempt item' : (file?.name ?? letter) }
}

/**
 * Puts files from outside with an agenda item, after what is there; one that is there already is left as it is. Each counts once it was checked. Refuses
 * (conflict) an item that was dropped, and (invalid) more than an item may have. Records `item-paper.added` for each. Gives the ids of those added.
 */
export async function addFiles(
  trx: Trx,
  officer: Officer,
  meeting: OfMeeting,
  item: StoredItem,
  files: readonly FileTaken[],
): Promise<string[]> {
  const there = await lockedPapers(trx, item)
  const known = new Set(there.flatMap(({ file }) => file?.sha256.toString('hex') ?? []))
  const fresh = files.filter(({ sha256 }) => !known.has(sha256.toString('hex')) && known.add(sha256.toString('hex')))
  refuseTooMany(there.length + fresh.length)
  const ids: string[] = []
  for (const [at, file] of fresh.entries()) {
    await keepFile(trx, officer.councilId, file)
    ids.push(await insertPaper(trx, officer, item, { position: lastOf(there) + at + 1, file, letterId: null }))
    await recordEvent(trx, officer, 'item-paper.added', addressOf(meeting, item), await toldOf(trx, item, file))
  }
  return ids
}

/**
 * Puts letters with an agenda item, as its appendices, after what is there. Refuses (conflict) an item that was dropped, (invalid) a letter that has not
 * gone, an exempt one with a public item, and more than an item may have. Records `item-paper.added` for each. Gives how many were added.
 */
export async function addLetters(
  trx: Trx,
  officer: Officer,
  meeting: OfMeeting,
  item: StoredItem,
  letters: readonly LetterRecord[],
): Promise<number> {
  const there = await lockedPapers(trx, item)
  const fresh = letters.filter(({ id }) => !there.some(({ letterId }) => letterId === id))
  refuseTooMany(there.length + fresh.length)
  for (const [at, letter] of fresh.entries()) {
    refuseIf(letterState(letter) === 'draft', 'invalid', `${letterName(letter)} has not been sent yet.`)
    refuseIf(isExemptLetter(letter) && !isExempt(item), 'invalid', 'A letter about an exempt item goes into no paper that the public sees.')
    await insertPaper(trx, officer, item, { position: lastOf(there) + at + 1, file: null, letterId: letter.id })
    const name = isExemptLetter(letter) ? 'A letter about an exempt item' : letterName(letter)
    await recordEvent(trx, officer, 'item-paper.added', addressOf(meeting, item), await toldOf(trx, item, null, name))
  }
  return fresh.length
}

/**
 * Puts a newer file in the place of one; the older is kept, and stays in what was published. It counts once it was checked. Refuses (conflict) an item that
 * was dropped, a letter, and where someone has changed it since. Records `item-paper.replaced`.
 */
export async function replaceFile(
  trx: Trx,
  officer: Officer,
  meeting: OfMeeting,
  item: StoredItem,
  paper: ItemPaper,
  file: FileTaken,
): Promise<void> {
  await lockedPapers(trx, item)
  refuseIf(paper.file === null, 'conflict', 'A letter stays as it is. Remove it, or correct the letter itself.')
  await keepFile(trx, officer.councilId, file)
  await insertVersion(trx, officer, { ...paper, file, version: paper.version + 1 })
  await recordEvent(trx, officer, 'item-paper.replaced', addressOf(meeting, item), await toldOf(trx, item, file))
}

/**
 * Takes a file or a letter away from an agenda item; that it was there stays on the record and in what was published. Refuses (conflict) where someone has
 * changed it since. Records `item-paper.withdrawn`.
 */
export async function withdrawPaper(trx: Trx, officer: Officer, meeting: OfMeeting, item: StoredItem, paper: ItemPaper): Promise<void> {
  await insertVersion(trx, officer, { ...paper, withdrawn: true, version: paper.version + 1 })
  await recordEvent(trx, officer, 'item-paper.withdrawn', addressOf(meeting, item), await toldOf(trx, item, paper.file))
}

/**
 * Moves a paper of an item up or down by one. Refuses (conflict) an item that was dropped, and (not-found) a paper that was removed. Records
 * `item-paper.moved` where it moved.
 */
export async function movePaper(
  trx: Trx,
  officer: Officer,
  meeting: OfMeeting,
  item: StoredItem,
  id: string,
  way: 'up' | 'down',
): Promise<void> {
  const there = await lockedPapers(trx, item)
  const at = there.findIndex((one) => one.id === id)
  const one = there[at] ?? refuse('not-found', 'This item has no such paper. It may have been removed.')
  const other = there[way === 'up' ? at - 1 : at + 1]
  if (!other) return
  await insertVersion(trx, officer, { ...one, position: other.position, version: one.version + 1 })
  await insertVersion(trx, officer, { ...other, position: one.position, version: other.version + 1 })
  await recordEvent(trx, officer, 'item-paper.moved', addressOf(meeting, item), await toldOf(trx, item, one.file))
}

/** What goes with an item while nobody else changes it. Refuses (conflict) an item that was dropped. */
async function lockedPapers(trx: Trx, item: StoredItem): Promise<ItemPaper[]> {
  refuseIf(item.dropped, 'conflict', 'This item was dropped from the agenda. Put it back first.')
  await sql`select pg_advisory_xact_lock(hashtextextended(${`papers of item ${item.id}`}, 0))`.execute(trx)
  return papersOfItems(trx, [item.id])
}

const lastOf = (papers: readonly ItemPaper[]) => Math.max(0, ...papers.map(({ position }) => position))

function refuseTooMany(count: number): void {
  refuseIf(count > MOST_PAPERS, 'invalid', `An item has at most ${MOST_PAPERS} papers. Put several into one document.`)
}

async function insertPaper(
  trx: Trx,
  officer: Officer,
  item: StoredItem,
  paper: Pick<ItemPaper, 'position' | 'file' | 'letterId'>,
): Promise<string> {
  const { id } = await trx
    .insertInto('item_paper')
    .values({ council_id: officer.councilId, agenda_item_id: item.id })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertVersion(trx, officer, { ...paper, id, version: 1, withdrawn: false })
  return id
}

async function insertVersion(
  trx: Trx,
  officer: Officer,
  { id, version, position, file, letterId, withdrawn }: Omit<ItemPaper, 'itemId'>,
): Promise<void> {
  const row = {
    council_id: officer.councilId,
    item_paper_id: id,
    version,
    position,
    letter_id: letterId,
    ...(file && { name: file.name, kind: file.kind, size: file.size, sha256: file.sha256 }),
    withdrawn,
    saved_by: officer.accountId,
  }
  await refuseOnConflict(
    trx.insertInto('item_paper_version').values(row).execute(),
    'Someone else has just changed this paper. Look at it again.',
  )
}
