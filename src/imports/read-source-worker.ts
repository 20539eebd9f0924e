import { parentPort } from 'node:worker_threads'
import { Refusal } from '../platform/core/refusal.ts'
import { readFile } from '../platform/documents/read-file.ts'
import { readDocument } from '../reading/read-document.ts'
import type { SourceAnswer, SourceAsked } from './read-source.ts'

/** The untrusted part: opens a stranger's file and reads it, in a thread that can be ended. */
async function answer({ job, bytes, name, hints }: SourceAsked): Promise<SourceAnswer> {
  try {
    const source = await readFile(bytes, name, hints.file)
    return { job, read: { source, reading: readDocument(source, { hints }) } }
  } catch (error) {
    if (error instanceof Refusal) return { job, refused: error.message }
    return { job, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.on('message', (asked: SourceAsked) => {
  void answer(asked).then((answered) => parentPort?.postMessage(answered))
})
