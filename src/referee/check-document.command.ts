import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { refuse } from '../platform/core/refusal.ts'
import type { Reading } from '../reading/reading.ts'

const USAGE =
  'Usage: heed check FILE [--json]              what the referee finds in a document\n       heed check EARLIER LATER [--json]     the later round, judged beside the earlier'

/**
 * `heed check FILE` prints what the referee finds in one document; `heed check EARLIER LATER` judges the later with the earlier as its last round.
 * Answers 1 where something stops the paper, 0 where nothing does, 2 where it was called wrongly; a file that cannot be read is refused in words.
 */
export async function run(args: string[]): Promise<number> {
  const files = args.filter((arg) => !arg.startsWith('--'))
  const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--json')
  if (unknown || files.length < 1 || files.length > 2) {
    process.stderr.write(
      `${unknown ? `heed check does not know ${unknown}.` : 'heed check needs one file, or an earlier and a later one.'}\n${USAGE}\n`,
    )
    return 2
  }
  const earlier = files.length === 2 ? await readingOf(files[0]!) : undefined
  const later = await readingOf(files.at(-1)!)
  const { judgeReading } = await import('./judge-reading.ts')
  const { findingsReport } = await import('./summary-in-words.ts')
  const report = findingsReport(later, judgeReading(later, { earlier }))
  if (args.includes('--json')) await print(`${JSON.stringify(report, null, 2)}\n`)
  else {
    const { showFindings } = await import('./show-findings.ts')
    const colour = process.stdout.isTTY && process.env.NO_COLOR === undefined
    await print(showFindings(report, { columns: process.stdout.columns || 80, colour }))
  }
  return report.findings.some(({ severity }) => severity === 'stops') ? 1 : 0
}

async function readingOf(path: string): Promise<Reading> {
  const bytes = await bytesOf(path)
  const documents = await import('../platform/documents/read-file.ts')
  const { readDocument } = await import('../reading/read-document.ts')
  return readDocument(await documents.readFile(bytes, basename(path)))
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') return refuse('not-found', `There is no file ${path}. Check its name and folder.`)
    if (code === 'EISDIR') return refuse('invalid', `${path} is a folder. Name the document itself.`)
    return refuse('unavailable', `${path} cannot be read (${code ?? 'unknown fault'}).`)
  }
}

/** Waits until the reader at the other end has taken it all: a pipe holds less than a long report. */
function print(text: string): Promise<void> {
  return new Promise((done, failed) => {
    process.stdout.write(text, (error) => (error ? failed(error) : done()))
  })
}
