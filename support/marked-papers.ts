import { confirmEnclosure, sealOfReading } from '../src/files/confirm-enclosure.ts'
import { takeFile, type FileTaken } from '../src/files/take-file.ts'
import type { LetterAbout } from '../src/letters/letter-record.ts'
import { letterAt } from '../src/letters/letter-record.queries.ts'
import { addLetter, sendLetter } from '../src/letters/save-letter.ts'
import { isExempt, type StoredItem } from '../src/meetings/agenda.ts'
import { addFiles, addLetters } from '../src/meetings/save-item-paper.ts'
import type { Officer } from '../src/people/officer.ts'
import type { Trx } from '../src/platform/database/database.ts'
import { paperOfSource } from '../src/platform/documents/paper-of-source.ts'
import { readFile } from '../src/platform/documents/read-file.ts'
import { aWordFile, p } from '../src/platform/documents/word-file.fixture.ts'

type Mark = (where: string) => string
const LARGEST = 1_000_000

/** A Word file with a marked word in its name and in its text. */
export function markedFile(mark: Mark, where: string): FileTaken {
  const body = p('A paper', '<w:outlineLvl w:val="0"/>') + p(`It tells of ${mark(`${where}text`)}.`)
  return takeFile({ name: `${mark(where)}.docx`, bytes: Buffer.from(aWordFile(body)) }, LARGEST)
}

/** Says that a file goes into papers and stands beside them, under a marked title. */
export async function confirmMarked(
  trx: Trx,
  officer: Officer,
  file: FileTaken,
  mark: Mark,
  where: string,
  isKept: boolean,
): Promise<void> {
  const read = paperOfSource(await readFile(file.bytes, file.name))
  const place = { address: '/papers', name: isKept ? null : file.name }
  const said = {
    title: mark(`${where}title`),
    taken: 'both' as const,
    statement: mark(`${where}statement`),
    seen: sealOfReading(file.sha256, read),
  }
  await confirmEnclosure(trx, officer, { sha256: file.sha256, before: null, read, place }, said)
}

/** Puts a file with an agenda item as an officer does. */
export async function putWithItem(
  trx: Trx,
  officer: Officer,
  meeting: { slug: string },
  item: StoredItem,
  { files = [], letters = [] }: { files?: readonly FileTaken[]; letters?: readonly string[] },
): Promise<void> {
  await addFiles(trx, officer, meeting, item, files)
  const records = []
  for (const slug of letters) records.push(await letterAt(trx, slug))
  await addLetters(trx, officer, meeting, item, records)
}

/**
 * A letter that went, with a file that goes into papers with it: marked in its words and its file, and not in its subject, since nothing was exempt when it
 * was written. Gives its address.
 */
export async function putMarkedLetter(
  trx: Trx,
  officer: Officer,
  about: Pick<LetterAbout, 'reviewId' | 'exemptParagraphs'>,
  mark: Mark,
): Promise<string> {
  const where = isExempt(about) ? 'exemptletter' : 'letter'
  const file = markedFile(mark, `${where}file`)
  const said = {
    correspondent: 'the Minister',
    address: '',
    datedOn: null,
    subject: 'What we found',
    body: `We found ${mark(`${where}body`)}.`,
  }
  const of = { ...about, direction: 'out' as const, kind: 'letter' as const, recommendationId: null, meetingId: null, replyToId: null }
  const slug = await addLetter(trx, officer, of, said, [file])
  await confirmMarked(trx, officer, file, mark, `${where}file`, true)
  await sendLetter(trx, officer, await letterAt(trx, slug), { by: 'post', how: 'By hand', version: 1 }, new Date('2026-11-01T09:00:00Z'))
  return slug
}
