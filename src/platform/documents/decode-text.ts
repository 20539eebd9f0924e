import { refuseIf } from '../core/refusal.ts'

/** The words of a text file: by its byte order mark, else UTF-8 where it is that, else Windows-1252. Refuses (invalid) what is not text. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
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
