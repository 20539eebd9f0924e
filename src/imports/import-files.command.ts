import { writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { today } from '../platform/core/calendar-date.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import { inCouncil, openDatabase, type Db } from '../platform/database/database.ts'
import { withDatabase } from '../platform/database/with-database.ts'
import { gatherFiles } from './gather-files.ts'
import { importFiles } from './import-files.ts'
import { progressOn } from './import-progress.ts'
import { reportAsCsv, reportAsJson, reportInWords, type ImportReport } from './import-report.ts'
import { committeeNamed, officerOfCommand } from './officer-of-command.ts'
import { readAtOnce } from './read-source.ts'

const USAGE = `Usage: heed import [--confirm] [--council NAME] [--committee NAME] [--by EMAIL] [--report FILE] FILE_OR_FOLDER…

Brings in a council's old papers: folders with all that is in them, each document once however often this is run. They wait under Imports in
the browser until somebody has checked them.

  --confirm          puts on the record what has no doubt and needs no answer, in the order of the documents' own dates; the rest waits
  --council NAME     for which council, where this Heed has several
  --committee NAME   to which committee they went; without it, the one that each document names
  --by EMAIL         who brings them in: an officer or administrator, where there are several
  --report FILE      what became of every file, as FILE.csv or FILE.json

Ctrl-C ends it after the document at hand; run again, it goes on where it was. Exit code 0: all is well; 1: something was refused or not reached;
2: called wrongly.`

/** `heed import FILE_OR_FOLDER…`: brings documents in, many at once. Answers 0, or 1 where something was refused or not reached. */
export async function run(args: string[]): Promise<number> {
  const asked = argumentsOf(args)
  if (asked.help) return say(USAGE, 0)
  const gathered = await gatherFiles(asked.paths)
  return withDatabase(async (url) => {
    const db = openDatabase(url, 'app', { connections: 4, onFault: () => {} })
    try {
      return await importGathered(db, asked, gathered)
    } finally {
      await db.destroy()
    }
  })
}

async function importGathered(db: Db, asked: Asked, { files, skipped }: Awaited<ReturnType<typeof gatherFiles>>): Promise<number> {
  const officer = await officerOfCommand(db, asked)
  const committee = await inCouncil(db, officer.councilId, (trx) => committeeNamed(trx, asked.committee))
  // One for each core; a reader may take half a gigabyte.
  const readers = Math.min(2, availableParallelism())
  readAtOnce(readers)
  const progress = progressOn(process.stdout)
  const { signal: stop, heed } = untilInterrupted()
  const start = performance.now()
  const { outcomes, stopped, ended } = await importFiles(db, officer, {
    files,
    today: today(),
    committee,
    confirm: asked.confirm,
    readers,
    stop,
    listener: progress,
  }).finally(heed)
  progress.clear()
  const report: ImportReport = { outcomes, skipped, seconds: (performance.now() - start) / 1000, confirm: asked.confirm, stopped }
  if (asked.report) await writeReport(asked.report, report)
  if (ended) process.stderr.write(`${ended.message}\n`)
  return say(reportInWords(report), stopped || outcomes.some(({ state }) => state === 'refused') ? 1 : 0)
}

interface Asked {
  paths: string[]
  help: boolean
  confirm: boolean
  council?: string | undefined
  committee?: string | undefined
  by?: string | undefined
  report?: string | undefined
}

function argumentsOf(args: string[]): Asked {
  const text = { type: 'string' } as const
  const yes = { type: 'boolean', default: false } as const
  const options = { help: yes, confirm: yes, council: text, committee: text, by: text, report: text }
  const { values, positionals: paths } = parsed(() => parseArgs({ args, options, allowPositionals: true }))
  refuseIf(paths.length === 0 && !values.help, 'invalid', `Say what to bring in: files, or a folder.\n\n${USAGE}`)
  const { report } = values
  refuseIf(
    report !== undefined && !/\.(csv|json)$/i.test(report),
    'invalid',
    'The report is written as FILE.csv or FILE.json: give it one of these endings.',
  )
  return { paths, ...values }
}

function parsed<Found>(parse: () => Found): Found {
  try {
    return parse()
  } catch (error) {
    return refuse('invalid', `${(error as Error).message.split('. ')[0]}.\n\n${USAGE}`)
  }
}

/** Ctrl-C once: the run ends after the document at hand. Twice: at once, and what was kept stays. */
function untilInterrupted(): { signal: AbortSignal; heed: () => void } {
  const stop = new AbortController()
  const interrupted = (): void => {
    if (stop.signal.aborted) process.exit(130)
    process.stderr.write('\nEnding after this document. (Ctrl-C again ends at once.)\n')
    stop.abort()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interrupted)
  return { signal: stop.signal, heed: () => void process.off('SIGINT', interrupted).off('SIGTERM', interrupted) }
}

async function writeReport(path: string, report: ImportReport): Promise<void> {
  const text = /\.json$/i.test(path) ? reportAsJson(report) : reportAsCsv(report)
  await writeFile(path, text).catch(() => {
    process.stderr.write(`The report cannot be written to ${path}. Check the folder.\n`)
  })
}

/** Waits until the reader at the other end has taken it all. */
function say(text: string, code: number): Promise<number> {
  return new Promise((done) => process.stdout.write(`${text}\n`, () => done(code)))
}
