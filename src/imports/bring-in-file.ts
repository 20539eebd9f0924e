import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { inWords, today as dayOfMoment, type CalendarDate } from '../platform/core/calendar-date.ts'
import { Refusal } from '../platform/core/refusal.ts'
import { inCouncil, type Db, type Trx } from '../platform/database/database.ts'
import { refuseTooLarge } from '../platform/documents/read-file.ts'
import type { Officer } from '../people/officer.ts'
import { outcome, countsOfFile, type FileOutcome } from './file-outcome.ts'
import type { FoundFile } from './gather-files.ts'
import type { ImportPlan } from './import-plan.ts'
import { findImport, importsOfDocument } from './import.queries.ts'
import { NOTHING_FOUND } from './plan-questions.ts'
import { documentOfBytes, keepDocument, type DocumentSent } from './keep-document.ts'
import { readAsShown } from './read-source.ts'
import { listShapes } from './document-shape.queries.ts'
import type { ReadAsShown } from './read-as-shown.ts'
import { startImport } from './start-import.ts'

/** A file that was looked at, before anything of it is kept: read, or its end said already. */
export type LookedAt = (Pick<ReadAsShown, 'reading' | 'hints'> & { sent: DocumentSent; seconds: number }) | FileOutcome

/** Opens a file and reads it, as an officer showed Heed to read its shape where one did, unless its very bytes were brought in before. What cannot be read is an outcome, never an error. */
export async function lookAtFile(db: Db, officer: Officer, { path, size }: FoundFile): Promise<LookedAt> {
  const start = performance.now()
  const seconds = () => (performance.now() - start) / 1000
  try {
    refuseTooLarge(size)
    const bytes = await readFile(path).catch(refuseUnopened)
    const sha256 = createHash('sha256').update(bytes).digest()
    const { here, shapes } = await inCouncil(db, officer.councilId, async (trx) => ({
      here: await hereBefore(trx, path, await documentOfBytes(trx, sha256)),
      shapes: await listShapes(trx),
    }))
    if (here) return here
    const name = basename(path).slice(0, 200)
    const { source, reading, hints } = await readAsShown(bytes, name, shapes)
    return { sent: { name, kind: source.kind, bytes }, reading, hints, seconds: seconds() }
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'unavailable')
      return outcome(path, 'refused', { why: error.message, seconds: seconds() })
    throw error
  }
}

/** Keeps the document and starts its import, in one transaction; or says that it was here before. What is refused is an outcome. */
export async function keepFile(
  db: Db,
  officer: Officer,
  path: string,
  { sent, reading, hints, seconds }: Exclude<LookedAt, FileOutcome>,
  { today, committee }: { today: CalendarDate; committee: ImportPlan['committee'] | null },
): Promise<FileOutcome> {
  try {
    return await inCouncil(db, officer.councilId, async (trx) => {
      const { id, known } = await keepDocument(trx, officer, sent)
      const here = known ? await hereBefore(trx, path, id) : null
      if (here) return here
      const importId = await startImport(trx, officer, { id, name: sent.name }, reading, today, hints, committee)
      // As it was kept: with a doubt where the same paper is here in another file.
      const kept = (await findImport(trx, importId)).reading
      const nothing = kept.reviews.length + kept.meetings.length === 0
      const why = nothing ? NOTHING_FOUND : (kept.doubts[0]?.why ?? '')
      return outcome(path, 'waiting', { importId, ...countsOfFile(kept), why, seconds })
    })
  } catch (error) {
    if (error instanceof Refusal) return outcome(path, 'refused', { why: error.message, seconds })
    throw error
  }
}

/** Whatever became of the earlier import, nothing is done: what a person gave up is not brought back by a folder that is read again. */
async function hereBefore(trx: Trx, path: string, documentId: string | null): Promise<FileOutcome | null> {
  const imports = documentId === null ? [] : await importsOfDocument(trx, documentId)
  const before = imports.find(({ state }) => state !== 'abandoned') ?? imports[0]
  if (!before) return null
  const on = inWords(dayOfMoment(before.startedAt))
  const why = {
    confirmed: `already on the record: imported on ${on}`,
    waiting: `already here: imported on ${on}, and waits under Imports`,
    abandoned: `already here: imported on ${on} and abandoned; begin it again under Imports if it is wanted`,
  }[before.state]
  return outcome(path, 'here before', { why, importId: before.state === 'waiting' ? before.id : null })
}

function refuseUnopened(error: unknown): never {
  throw new Refusal('invalid', 'This file cannot be opened. Check that you may read it.', { cause: error })
}
