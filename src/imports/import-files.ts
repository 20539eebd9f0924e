import { sql } from 'kysely'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { Refusal } from '../platform/core/refusal.ts'
import { inCouncil, type Db } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'
import { keepFile, lookAtFile } from './bring-in-file.ts'
import { confirmUndoubted, type Circumstances } from './confirm-undoubted.ts'
import { countsOfFile, outcome, type FileOutcome } from './file-outcome.ts'
import type { FoundFile } from './gather-files.ts'
import type { ImportPlan } from './import-plan.ts'
import { waitingDocuments } from './import.queries.ts'
import { GIVEN_UP } from './read-source.ts'

/** What the run says while it goes: which file comes next, and what became of it. */
export interface Listener {
  begin: (stage: 'Reading' | 'Confirming', total: number) => void
  next: (path: string) => void
  done: (outcome: FileOutcome) => void
}

export interface FilesAsked {
  files: readonly FoundFile[]
  today: CalendarDate
  /** The committee that was named for all of them. */
  committee: ImportPlan['committee'] | null
  /** Whether what nobody would change is put on the record at once. */
  confirm: boolean
  /** How many files are read at once, ahead of the one that is being kept. */
  readers: number
  /** Says that the run ends after the document at hand. */
  stop: AbortSignal
  listener: Listener
}

export interface FilesImported {
  /** One for each file, in their order. */
  outcomes: FileOutcome[]
  /** The run ended before its last document: it was stopped, or the database did not answer any more. */
  stopped: boolean
  ended: Refusal | null
}

const CUT_OFF =
  'The database stopped, so the run ended here. What is reported above is kept. Start it again and repeat the command: it goes on where it was.'

/**
 * Brings files in, each in a transaction of its own, and where `confirm` says so puts on the record what nobody would change, in the order of
 * the documents' own days. What is there before is left as it was, so a run that was stopped is repeated to go on.
 */
export async function importFiles(db: Db, officer: Officer, asked: FilesAsked): Promise<FilesImported> {
  const outcomes: FileOutcome[] = []
  let ended: Refusal | null = null
  try {
    await bringIn(db, officer, asked, outcomes)
    if (asked.confirm) await confirmAll(db, officer, asked, outcomes)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'unavailable') throw error
    ended = error
  }
  const missed = asked.files
    .slice(outcomes.length)
    .map(({ path }) => outcome(path, 'not reached', { why: 'the run was stopped before it' }))
  return { outcomes: [...outcomes, ...missed], stopped: asked.stop.aborted || ended !== null, ended }
}

async function bringIn(db: Db, officer: Officer, asked: FilesAsked, outcomes: FileOutcome[]): Promise<void> {
  const { files, stop, listener, readers } = asked
  listener.begin('Reading', files.length)
  const looked = ahead(files, readers * 2, (file) => lookAtFile(db, officer, file).catch((error) => refusedByFault(db, file.path, error)))
  for (const { path } of files) {
    if (stop.aborted) return
    listener.next(path)
    const { value: found } = await looked.next()
    const became =
      'sent' in found! ? await keepFile(db, officer, path, found, asked).catch((error) => refusedByFault(db, path, error)) : found!
    outcomes.push(became)
    listener.done(became)
  }
}

/** The answers in the order of the items, while the work on up to `most` of them is under way. */
async function* ahead<Item, Answer>(
  items: readonly Item[],
  most: number,
  work: (item: Item) => Promise<Answer>,
): AsyncGenerator<Answer, undefined> {
  const begun: Promise<Answer>[] = []
  for (const item of items) {
    const answer = work(item)
    // Told to whoever waits for it; until then nobody does.
    answer.catch(() => {})
    begun.push(answer)
    if (begun.length >= most) yield await begun.shift()!
  }
  for (const answer of begun) yield await answer
  return undefined
}

async function confirmAll(db: Db, officer: Officer, asked: FilesAsked, outcomes: FileOutcome[]): Promise<void> {
  const { stop, listener, today, committee } = asked
  let waiting = await inCouncil(db, officer.councilId, (trx) => waitingDocuments(trx))
  const days = new Map(waiting.map(({ importId, day }) => [importId, day ?? '9999']))
  const dayOfFile = ({ importId }: FileOutcome) => days.get(importId ?? '') ?? ''
  const fit = outcomes
    .filter(({ importId }) => importId !== null && days.has(importId))
    .toSorted((a, b) => dayOfFile(a).localeCompare(dayOfFile(b)))
  listener.begin('Confirming', fit.length)
  for (const one of fit) {
    if (stop.aborted) return
    listener.next(one.path)
    const others = waiting.filter(({ importId }) => importId !== one.importId)
    const became = await confirmOne(db, officer, one, { today, committee, waiting: others })
    if (became.state === 'confirmed') waiting = others
    outcomes[outcomes.indexOf(one)] = became
    listener.done(became)
  }
}

async function confirmOne(db: Db, officer: Officer, one: FileOutcome, circumstances: Circumstances): Promise<FileOutcome> {
  const start = performance.now()
  const became = await inCouncil(db, officer.councilId, (trx) => confirmUndoubted(trx, officer, one.importId!, circumstances)).catch(
    async (error: unknown) => {
      if (error instanceof Refusal) return { waits: error.message }
      await unlessCutOff(db, one.path, error)
      return { waits: 'Heed could not put it on the record, and the fault is Heed’s; nothing of it was saved there.' }
    },
  )
  const seconds = one.seconds + (performance.now() - start) / 1000
  if ('waits' in became) return { ...one, seconds, why: one.state === 'waiting' ? became.waits : `${one.why}. ${became.waits}` }
  return { ...one, ...countsOfFile(became.reading), state: 'confirmed', why: '', seconds }
}

async function refusedByFault(db: Db, path: string, error: unknown): Promise<FileOutcome> {
  await unlessCutOff(db, path, error)
  return outcome(path, 'refused', { why: GIVEN_UP.fault })
}

/** One document's fault does not end the run, and is told on the error stream for whoever mends Heed; without a database there is no going on. */
async function unlessCutOff(db: Db, path: string, error: unknown): Promise<void> {
  await sql`select`.execute(db).catch(() => {
    throw new Refusal('unavailable', CUT_OFF, { cause: error })
  })
  process.stderr.write(`${path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
}
