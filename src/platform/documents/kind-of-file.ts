import { openArchive } from './read-archive.ts'

export type KindOfFile = 'docx' | 'xlsx' | 'xls' | 'odt' | 'ods' | 'doc' | 'rtf' | 'pdf' | 'protected' | 'other-archive' | 'text'

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const RTF = [0x7b, 0x5c, 0x72, 0x74, 0x66]
/** How far into a file a PDF may begin: some servers put a few lines before it. */
const PDF_WITHIN = 1024

/** What a file is by what it holds, whatever its name ends with; what is nothing else is taken for text. Refuses (invalid) a damaged archive. */
export function kindOfFile(bytes: Uint8Array): KindOfFile {
  if (startsWith(bytes, [0x50, 0x4b])) return kindOfArchive(bytes)
  if (startsWith(bytes, OLE)) return kindOfCompound(bytes)
  if (startsWith(bytes, RTF)) return 'rtf'
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, PDF_WITHIN))
  return beginning.includes('%PDF-') ? 'pdf' : 'text'
}

function kindOfArchive(bytes: Uint8Array): KindOfFile {
  const { names, unpack } = openArchive(bytes)
  if (names.some((name) => name.startsWith('word/'))) return 'docx'
  if (names.some((name) => name.startsWith('xl/'))) return 'xlsx'
  let mimetype = ''
  if (names.includes('mimetype') && names.includes('content.xml'))
    unpack('mimetype', (piece) => {
      if (mimetype.length < 200) mimetype += new TextDecoder('latin1').decode(piece.subarray(0, 200))
    })
  if (mimetype.includes('opendocument.text')) return 'odt'
  return mimetype.includes('opendocument.spreadsheet') ? 'ods' : 'other-archive'
}

/** Office before 2007, and any Office file under a password, come in the same old container; the names of its streams tell which. */
function kindOfCompound(bytes: Uint8Array): KindOfFile {
  const names = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length - (bytes.length % 2)))
  if (names.includes('EncryptedPackage') || names.includes('EncryptionInfo')) return 'protected'
  return /Workbook|\0Book\0/.test(names) && !names.includes('WordDocument') ? 'xls' : 'doc'
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte)
}
