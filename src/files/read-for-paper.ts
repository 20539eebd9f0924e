import { sourceAsPaper } from '../imports/read-source.ts'
import { Refusal } from '../platform/core/refusal.ts'
import type { SourceAsPaper } from '../platform/documents/paper-of-source.ts'
import { isPicture } from './enclosure.ts'
import type { KeptFile } from './file.ts'

/** A file as a paper would take it, or why it cannot. */
export type FileAsPaper = SourceAsPaper | { unread: string }

/** Reads a file from outside for a paper, in a process of its own within its limits. Never refuses: why it cannot be read is an answer. */
export async function readForPaper(file: Pick<KeptFile, 'name' | 'kind'>, bytes: Uint8Array): Promise<FileAsPaper> {
  if (isPicture(file)) return { unread: 'This is a picture, and papers are made of words, so that everyone can read them.' }
  try {
    return await sourceAsPaper(bytes, file.name)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'invalid') return { unread: error.message }
    throw error
  }
}
