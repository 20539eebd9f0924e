import { parentPort } from 'node:worker_threads'
import { openPdf } from './open-pdf.ts'
import type { PdfAnswer } from './pages-of-pdf.ts'
import { unanswered } from './work-apart.ts'

/** The untrusted part: opens a stranger's PDF in a thread that can be ended. */
async function answer(bytes: Uint8Array): Promise<PdfAnswer> {
  try {
    return { opened: await openPdf(bytes) }
  } catch (error) {
    return unanswered(error)
  }
}

parentPort?.on('message', (bytes: Uint8Array) => {
  void answer(bytes).then((answered) => parentPort?.postMessage(answered))
})
