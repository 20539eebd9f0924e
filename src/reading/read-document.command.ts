import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Refusal, refuse } from '../platform/core/refusal.ts'
import { readFile } from '../platform/documents/read-file.ts'
import { readDocument } from './read-document.ts'
import { describeReading } from './describe-reading.ts'

/** `heed read FILE [--json]`: what a document holds, as words for a person or as `heed.reading/1`. */
export async function run(args: string[]): Promise<number> {
  const path = args.find((arg) => !arg.startsWith('--'))
  if (path === undefined) refuse('invalid', 'Say which document to read: heed read FILE [--json]')
  const reading = readDocument(await readFile(load(path), basename(path)))
  process.stdout.write(
    args.includes('--json') ? `${JSON.stringify(reading, null, 2)}\n` : `${describeReading(reading, process.stdout.columns ?? 100)}\n`,
  )
  return 0
}

/** The bytes of a file on this machine. Refuses (not-found) in words where there is none or it may not be read. */
export function load(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    const why =
      error instanceof Error && 'code' in error && error.code === 'EISDIR'
        ? 'is a folder, not a document'
        : 'cannot be opened. Check the name and that you may read it'
    throw new Refusal('not-found', `${path} ${why}.`, { cause: error })
  }
}
