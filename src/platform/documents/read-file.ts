import { refuse, refuseIf, refuseUnless } from '../core/refusal.ts'
import { readDocx } from './read-docx.ts'
import { readText } from './read-text.ts'
import { LIMITS } from './reading-limits.ts'
import type { SourceDocument } from './source-document.ts'

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const TRY_WORD = 'Open it in Word, save it as a Word document (.docx) and try that file.'

/**
 * Reads a file from outside by what it holds, whatever its name ends with. Refuses (invalid), in words, one that is empty, over the limits,
 * protected by a password, an old .doc, a PDF, a picture or anything else that Heed does not read, or that holds no text.
 */
export function readFile(bytes: Uint8Array, name: string): SourceDocument {
  refuseIf(bytes.length === 0, 'invalid', 'This file is empty. Choose the document itself.')
  refuseIf(bytes.length > LIMITS.fileBytes, 'invalid', `This file is larger than the ${LIMITS.fileBytes / 1_000_000} MB that Heed reads.`)
  const document = startsWith(bytes, [0x50, 0x4b]) ? readDocx(bytes, name) : readText(decode(bytes), name)
  refuseUnless(
    holdsText(document),
    'invalid',
    'This document holds no text. If it was scanned, it is only pictures of pages: ask for the Word file it was made from.',
  )
  return document
}

function decode(bytes: Uint8Array): string {
  if (startsWith(bytes, OLE)) refuseOle(bytes)
  refuseIf(
    startsWith(bytes, [0x25, 0x50, 0x44, 0x46]),
    'invalid',
    'This is a PDF. Heed reads Word files (.docx) and pasted text: ask for the Word file, or copy the text and paste it.',
  )
  refuseIf(
    startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66]),
    'invalid',
    `This is a rich text file (.rtf), which Heed does not read. ${TRY_WORD}`,
  )
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes)
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes)
  refuseIf(
    bytes.subarray(0, 8192).includes(0),
    'invalid',
    'This is neither a Word document nor text, whatever its name says. Choose a .docx file, or paste the text of the document.',
  )
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Word before 2007, and any Office file under a password, come in the same old container. */
function refuseOle(bytes: Uint8Array): never {
  const names = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length - (bytes.length % 2)))
  if (names.includes('EncryptedPackage') || names.includes('EncryptionInfo')) {
    refuse(
      'invalid',
      'This file is protected by a password. In Word, take the password off (File, Info, Protect Document, Encrypt with Password) and try again.',
    )
  }
  return refuse('invalid', `This is an old Word document (.doc, from before 2007), which Heed does not read. ${TRY_WORD}`)
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte)
}

function holdsText(document: SourceDocument): boolean {
  return document.blocks.some((block) => block.kind === 'table' || block.text.trim() !== '')
}
