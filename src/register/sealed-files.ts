import { KeptByWeight } from '../platform/core/kept-by-weight.ts'
import type { PaperFormat } from '../platform/web/send-paper.ts'
import type { SealedPublication } from './register.ts'

/** Of all publications together; one pack as a PDF is seldom a tenth of it. */
const MOST_BYTES = 48 * 1024 * 1024

export type SealedFiles = (publication: SealedPublication, format: PaperFormat) => Promise<Uint8Array>

/**
 * Writes publications as Word, PDF and HTML, each once however many ask for it at a time: anybody may ask, and a long pack takes seconds. What was asked for
 * last is kept, since a sealed text stays the same.
 */
export function keepSealedFiles(): SealedFiles {
  const kept = new KeptByWeight<Uint8Array>(MOST_BYTES)
  const inHand = new Map<string, Promise<Uint8Array>>()
  return ({ hash, document }, { ending, write }) => {
    const key = `${hash}.${ending}`
    const known = kept.get(key) ?? inHand.get(key)
    if (known) return Promise.resolve(known)
    const making = Promise.resolve()
      .then(() => write(document))
      .then((written) => {
        const bytes = Buffer.from(written)
        kept.set(key, bytes, bytes.length)
        return bytes
      })
      .finally(() => inHand.delete(key))
    inHand.set(key, making)
    return making
  }
}
