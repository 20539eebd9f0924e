import { refuse, refuseIf } from '../core/refusal.ts'
import { decodeText } from './decode-text.ts'
import { kindOfFile } from './kind-of-file.ts'
import { openArchive } from './read-archive.ts'

/** Files that are kept beside the record and given back as they came, with what each is in words and as the web names it. */
export const ATTACHMENT_KINDS = {
  pdf: { words: 'PDF', type: 'application/pdf', endings: ['pdf'] },
  docx: { words: 'Word', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx', 'dotx'] },
  doc: { words: 'Word', type: 'application/msword', endings: ['doc'] },
  xlsx: { words: 'Excel', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx', 'xltx'] },
  xls: { words: 'Excel', type: 'application/vnd.ms-excel', endings: ['xls'] },
  rtf: { words: 'Rich text', type: 'application/rtf', endings: ['rtf'] },
  odt: { words: 'OpenDocument text', type: 'application/vnd.oasis.opendocument.text', endings: ['odt'] },
  ods: { words: 'OpenDocument spreadsheet', type: 'application/vnd.oasis.opendocument.spreadsheet', endings: ['ods'] },
  jpeg: { words: 'JPEG picture', type: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  png: { words: 'PNG picture', type: 'image/png', endings: ['png'] },
  text: { words: 'Text', type: 'text/plain; charset=utf-8', endings: ['txt', 'csv', 'tsv'] },
} as const
export type AttachmentKind = keyof typeof ATTACHMENT_KINDS

export function isAttachmentKind(kind: string): kind is AttachmentKind {
  return Object.hasOwn(ATTACHMENT_KINDS, kind)
}

/** What the web calls a file of a kind that is kept. */
export function typeOfAttachment(kind: string): string {
  return isAttachmentKind(kind) ? ATTACHMENT_KINDS[kind].type : 'application/octet-stream'
}

const TAKEN = 'Attach a PDF, a Word, Excel or OpenDocument file, a CSV or text file, or a JPEG or PNG picture.'
const PROGRAM = `This is a program or holds one, whatever its name says, so it is not kept. ${TAKEN}`
const SCRIPT = `This is a script or a web page, so it is not kept. ${TAKEN}`
const ARCHIVE = `This is an archive. Take the files out of it and attach them one by one. ${TAKEN}`
const MACROS =
  'This file holds macros or controls that run, so it is not kept. Save it without them (.docx, .xlsx) or as a PDF, and attach that.'
const PICTURE = 'This is a picture of a kind that not everybody can open. Save it as JPEG or PNG, and attach that.'

/** By how they begin. Before anything else: a program may call itself anything further in. */
const REFUSED: [beginning: readonly number[] | string, at: number, words: string][] = [
  ['MZ', 0, PROGRAM],
  ['\x7fELF', 0, PROGRAM],
  [[0xfe, 0xed, 0xfa, 0xce], 0, PROGRAM],
  [[0xfe, 0xed, 0xfa, 0xcf], 0, PROGRAM],
  [[0xce, 0xfa, 0xed, 0xfe], 0, PROGRAM],
  [[0xcf, 0xfa, 0xed, 0xfe], 0, PROGRAM],
  [[0xca, 0xfe, 0xba, 0xbe], 0, PROGRAM],
  ['\0asm', 0, PROGRAM],
  [[0x4c, 0, 0, 0, 1, 0x14, 2, 0], 0, PROGRAM],
  [[0x1f, 0x8b], 0, ARCHIVE],
  ['BZh', 0, ARCHIVE],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], 0, ARCHIVE],
  ['7z\xbc\xaf\x27\x1c', 0, ARCHIVE],
  ['Rar!', 0, ARCHIVE],
  ['MSCF', 0, ARCHIVE],
  ['ustar', 257, ARCHIVE],
  ['GIF8', 0, PICTURE],
  ['II*\0', 0, PICTURE],
  ['MM\0*', 0, PICTURE],
  ['WEBP', 8, PICTURE],
  ['ftyp', 4, 'This is a picture or film of a kind that not everybody can open. Send a picture as JPEG or PNG.'],
]

/** Bytes of the list of parts of an Office file. */
const MOST_TYPES = 2_000_000
const JPEG = [0xff, 0xd8, 0xff]
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/**
 * What a file that is to be kept beside the record is, by what it holds, whatever it is called. Refuses (invalid), in words, one that is empty or under a
 * password, and everything else than documents and pictures: programs, scripts, web pages and drawings that can hold them, archives, and files with macros.
 */
export function kindOfAttachment(bytes: Uint8Array): AttachmentKind {
  refuseIf(bytes.length === 0, 'invalid', 'This file is empty. Choose the file itself.')
  for (const [beginning, at, words] of REFUSED) refuseIf(holds(bytes, beginning, at), 'invalid', words)
  if (holds(bytes, JPEG, 0)) return 'jpeg'
  if (holds(bytes, PNG, 0)) return 'png'
  refuseMarkup(bytes)
  const kind = kindOfFile(bytes)
  switch (kind) {
    case 'docx':
    case 'xlsx':
    case 'odt':
    case 'ods':
      refuseMacros(bytes)
      return kind
    case 'doc':
    case 'xls':
      return ofOldOffice(bytes, kind)
    case 'other-archive':
      return refuseArchive(bytes)
    case 'protected':
      return refuse(
        'invalid',
        'This file is protected by a password, so nobody here could open it. Take the password off, and attach it again.',
      )
    case 'rtf':
      refuseObjects(bytes)
      return 'rtf'
    case 'pdf':
      return 'pdf'
    case 'text':
      refuseNotText(bytes)
      return 'text'
  }
}

function holds(bytes: Uint8Array, beginning: readonly number[] | string, at: number): boolean {
  const wanted = typeof beginning === 'string' ? [...Buffer.from(beginning, 'latin1')] : beginning
  return wanted.every((byte, index) => bytes[at + index] === byte)
}

/** Web pages, drawings that can hold scripts, and scripts that say so on their first line: also where something else follows. */
function refuseMarkup(bytes: Uint8Array): void {
  const beginning = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 1024))
    .replaceAll('\0', '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
  const isMarkup = /^\s*<[a-z!?%]/i.test(beginning) || /<(?:script|svg|html|iframe|body)\b/i.test(beginning)
  refuseIf(isMarkup || /^\s*(?:#!|@echo off)/i.test(beginning), 'invalid', SCRIPT)
}

/** Content that runs: what an Office file says of its parts, and where OpenDocument keeps it. */
function refuseMacros(bytes: Uint8Array): void {
  const { names, unpack } = openArchive(bytes)
  const types: Uint8Array[] = []
  let size = 0
  unpack('[Content_Types].xml', (piece) => {
    refuseIf(
      (size += piece.length) > MOST_TYPES,
      'invalid',
      'What this file says of its parts is longer than any document needs, so it is not kept.',
    )
    types.push(piece.slice())
  })
  const runs = /macroEnabled|vbaProject|activeX/i.test(Buffer.concat(types).toString('latin1'))
  const holdsCode = names.some((name) => /vbaProject|activeX|^Basic\/|^Scripts\/|\.(?:exe|dll|js|vbs|bat|cmd|ps1|scr|jar)$/i.test(name))
  refuseIf(runs || holdsCode, 'invalid', MACROS)
}

/** In the container that Office files had before 2007 stands much else, installers among it. Its names are in UTF-16. */
function ofOldOffice(bytes: Uint8Array, kind: 'doc' | 'xls'): AttachmentKind {
  const names = Buffer.from(bytes).toString('latin1')
  const has = (name: string) => names.includes(name.split('').join('\0'))
  refuseIf(has('_VBA_PROJECT') || has('Macros'), 'invalid', MACROS)
  refuseIf(kind === 'doc' && !has('WordDocument'), 'invalid', `This is neither a Word nor an Excel file. ${TAKEN}`)
  return kind
}

/** A rich text file can carry files of any kind, and fields that fetch or run. */
function refuseObjects(bytes: Uint8Array): void {
  const words = Buffer.from(bytes).toString('latin1')
  const carries = /\\(?:object|objdata|objocx|objemb|objlink|pnobj)|\bDDE(?:AUTO)?\b|\bINCLUDE(?:TEXT|PICTURE)\b/i.test(words)
  refuseIf(
    carries,
    'invalid',
    'This rich text file holds objects of other programs, so it is not kept. Save it as a Word document or a PDF, and attach that.',
  )
}

function refuseArchive(bytes: Uint8Array): never {
  const { names } = openArchive(bytes)
  if (names.some((name) => name.startsWith('ppt/'))) refuse('invalid', 'This is a presentation. Save it as a PDF, and attach that.')
  if (names.some((name) => name === 'content.xml'))
    refuse('invalid', `This is an OpenDocument file that is neither text nor spreadsheet. ${TAKEN}`)
  return refuse('invalid', ARCHIVE)
}

function refuseNotText(bytes: Uint8Array): void {
  let words: string
  try {
    words = decodeText(bytes)
  } catch {
    return refuse('invalid', `This is of a kind that Heed does not keep, whatever its name says. ${TAKEN}`)
  }
  // oxlint-disable-next-line no-control-regex -- Signs that no text holds are what is looked for.
  refuseIf(/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(words), 'invalid', `This is neither text nor a document, whatever its name says. ${TAKEN}`)
}

/** A file's name as it was sent, without a path or signs that would hide what it is. */
export function plainName(sent: string): string {
  const name = sent.split(/[/\\]/).at(-1) ?? ''
  return name
    .normalize('NFC')
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .trim()
}

/** The name under which it is kept: plain, short, and with an ending that says truly what it is. */
export function nameOfAttachment(sent: string, kind: AttachmentKind): string {
  const name = plainName(sent)
  const [first, ...others] = ATTACHMENT_KINDS[kind].endings
  const ending = [first, ...others].find((each) => name.toLowerCase().endsWith(`.${each}`))
  const bare = (ending ? name.slice(0, -ending.length - 1) : name).trim().slice(0, 150) || 'file'
  return `${bare}.${ending ? name.slice(-ending.length) : first}`
}
