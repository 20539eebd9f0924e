import { refuseIf } from '../core/refusal.ts'

/**
 * The words of a text file: by its byte order mark; UTF-16 without one where every other byte is nought; else UTF-8 where it is that, else
 * Windows-1252. Refuses (invalid) what is not text.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const unmarked = unmarkedUtf16(bytes)
  if (unmarked !== null) return new TextDecoder(unmarked).decode(bytes)
  refuseIf(
    bytes.subarray(0, 8192).includes(0),
    'invalid',
    'This is neither a document that Heed reads nor text, whatever its name says. Choose a Word, PDF, Excel or CSV file, or paste the text of the document.',
  )
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** English in UTF-16 has a nought for nearly every second byte and hardly another control sign; nothing else does. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const beginning = bytes.subarray(0, 4096 - (4096 % 2))
  const pairs = Math.floor(beginning.length / 2)
  if (pairs < 2) return null
  let even = 0
  let odd = 0
  for (let at = 0; at < pairs * 2; at += 2) {
    if (beginning[at] === 0) even++
    if (beginning[at + 1] === 0) odd++
  }
  if (odd > 0.7 * pairs && even === 0) return 'utf-16le'
  return even > 0.7 * pairs && odd === 0 ? 'utf-16be' : null
}
