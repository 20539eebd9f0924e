import { csvOfRows } from '../platform/documents/write-csv.ts'
import type { FileOutcome, FileState } from './file-outcome.ts'
import type { Gathered } from './gather-files.ts'
import { whatBecame } from './import-progress.ts'
import { count } from './reading-words.ts'

export interface ImportReport {
  outcomes: readonly FileOutcome[]
  skipped: Gathered['skipped']
  seconds: number
  /** Whether files were put on the record where nobody would change a thing. */
  confirm: boolean
  /** Whether the run ended before its last document. */
  stopped: boolean
}

/** Most lines of one kind on the screen; the report in a file has them all. */
const MOST_LINES = 40

/** What a person reads when the run is over: refused, to be looked at, skipped, and the sum. */
export function reportInWords(report: ImportReport): string {
  const { outcomes, skipped, confirm } = report
  const look = outcomes.filter(
    ({ state, why, importId }) => (state === 'waiting' && why !== '') || (confirm && state === 'here before' && importId),
  )
  return [
    listed(
      'Refused',
      of(outcomes, 'refused').map(({ path, why }) => `${path}: ${why}`),
    ),
    listed(
      'Look at these under Imports',
      look.map((one) => `${one.path}: ${whatBecame(one)}`),
    ),
    listed(
      'Skipped',
      skipped.map(({ path, why }) => `${path}: ${why}`),
    ),
    sumInWords(report),
  ]
    .filter(Boolean)
    .join('\n\n')
}

function listed(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return ''
  const more = lines.length > MOST_LINES ? [`  and ${lines.length - MOST_LINES} more: --report FILE.csv lists every one`] : []
  return [`${title}:`, ...lines.slice(0, MOST_LINES).map((line) => `  ${line}`), ...more].join('\n')
}

function sumInWords({ outcomes, skipped, seconds, confirm, stopped }: ImportReport): string {
  const told = (state: FileState, words: string) => {
    const { length } = of(outcomes, state)
    return length > 0 && `${length} ${words}`
  }
  const waiting = of(outcomes, 'waiting')
  const doubted = waiting.filter(({ doubts, why }) => doubts > 0 || why !== '').length
  const sum = [
    told('confirmed', 'on the record'),
    told(
      'waiting',
      `${waiting.length === 1 ? 'waits' : 'wait'} under Imports (${doubted === 0 ? 'nothing doubtful' : `${doubted} with a doubt`})`,
    ),
    told('here before', 'here before'),
    told('refused', 'refused'),
    told('not reached', 'not reached'),
    skipped.length > 0 && `${skipped.length} skipped`,
  ].filter(Boolean)
  const lines = [`${count(outcomes.length, 'document')} in ${duration(seconds)}: ${sum.join(', ') || 'nothing to bring in'}.`]
  if (outcomes.length > 0 && outcomes.every(({ state }) => state === 'here before'))
    lines.push('Every one of them was here before, so nothing was done.')
  if (stopped) lines.push('Run the same command again: it goes on where it was.')
  if (waiting.length > 0 && !confirm)
    lines.push('What waits is not on the record yet. Check it in the browser under Imports, or run this again with --confirm.')
  return lines.join('\n')
}

const of = (outcomes: readonly FileOutcome[], state: FileState) => outcomes.filter((one) => one.state === state)

const duration = (seconds: number) => (seconds < 100 ? `${seconds.toFixed(1)} s` : count(Math.round(seconds / 60), 'minute'))

const COLUMNS = ['path', 'state', 'reviews', 'recommendations', 'updates', 'doubts', 'unplaced', 'why', 'seconds', 'import'] as const

/** The same for a spreadsheet: a line for each file, those skipped too. */
export function reportAsCsv({ outcomes, skipped }: ImportReport): string {
  const rows = outcomes.map((one) => COLUMNS.map((column) => valueOf(one, column) ?? ''))
  const left = skipped.map(({ path, why }) => COLUMNS.map((column) => ({ path, state: 'skipped', why })[column as string] ?? ''))
  return csvOfRows([COLUMNS, ...rows, ...left])
}

/** The same for a program: `heed.import-report/1`. */
export function reportAsJson({ outcomes, skipped, seconds }: ImportReport): string {
  const files = outcomes.map((one) => Object.fromEntries(COLUMNS.map((column) => [column, valueOf(one, column)])))
  return `${JSON.stringify({ format: 'heed.import-report/1', seconds: rounded(seconds), files, skipped }, null, 2)}\n`
}

function valueOf(one: FileOutcome, column: (typeof COLUMNS)[number]): string | number | null {
  if (column === 'import') return one.importId && `/imports/${one.importId}`
  return column === 'seconds' ? rounded(one.seconds) : one[column]
}

const rounded = (seconds: number) => Math.round(seconds * 1000) / 1000
