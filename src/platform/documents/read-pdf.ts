import { refuseIf } from '../core/refusal.ts'
import { pagesOfPdf } from './pages-of-pdf.ts'
import type { OpenedPdf } from './pages-of-pdf.ts'
import { layoutOf } from './pdf-layout.ts'
import type { PdfPage } from './pdf-page.ts'
import { LIMITS } from './reading-limits.ts'
import type { FileHints, SourceDocument } from './source-document.ts'

const SCANNED =
  'This PDF is a scan: its pages are pictures, and Heed reads no pictures. Ask for the Word file it was made from, or have the text recognised (OCR) by the scanner or a PDF editor and save it again.'
const WITHOUT_TEXT = 'This PDF holds no text. Ask for the Word file it was made from.'

/**
 * Reads a PDF: words where they stand, tables by their lines, by the document's tags, or by how their columns stand apart. What nobody sees on
 * its pages is not read, save where it is the recognised text of a scan. Refuses (invalid), in words, a scan without text, a file that
 * asks for a password, is damaged or is over the limits.
 */
export async function readPdf(bytes: Uint8Array, name: string, hints: FileHints): Promise<SourceDocument> {
  return documentOfPdf(await pagesOfPdf(bytes), name, hints)
}

/** The same, from its opened pages. */
export function documentOfPdf(opened: OpenedPdf, name: string, hints: FileHints = {}): SourceDocument {
  const remarks: string[] = []
  const pages = opened.pages.map((page) => seenPage(page, opened))
  const empty = pages.filter((page) => page.words.length === 0)
  refuseIf(empty.length === pages.length, 'invalid', opened.pictures ? SCANNED : WITHOUT_TEXT)
  const recognised = pages.filter((page, at) => page.words.length > 0 && opened.pages[at]?.words.length === 0)
  if (recognised.length > 0)
    remarks.push(`${pagesInWords(recognised)}: scanned; what was read is the text that the scanner recognised. Check it against the page.`)
  if (empty.length > 0 && opened.pictures)
    remarks.push(`${pagesInWords(empty)}: no text to read. If something stands there, it is a picture of it.`)
  if (opened.pages.some((page) => page.words.length > 0 && page.hidden.length > 0))
    remarks.push('Words that nobody sees on the page were not read.')
  const full = opened.pages.filter((page) => page.words.length + page.hidden.length > LIMITS.pdfPageWords)
  if (full.length > 0)
    remarks.push(`${pagesInWords(full)}: more than ${LIMITS.pdfPageWords.toLocaleString('en-GB')} words. The others were not read.`)
  const { blocks, heads, feet, differing } = layoutOf(pages, hints.columnLines)
  for (const believed of ['lines', 'tags'] as const) {
    const there = differing.filter((one) => one.believed === believed).map(({ page }) => ({ number: page }))
    if (there.length > 0)
      remarks.push(
        `${pagesInWords(there)}: the drawn lines and the tags of the file part cells differently. The ${believed} were followed.`,
      )
  }
  const furniture = { pageHeaders: [...new Set(heads)], pageFooters: [...new Set(feet)] }
  return { name, kind: 'pdf', pages: pages.length, blocks, ...furniture, remarks, ...(opened.pictures && { holdsPictures: true }) }
}

/** Under a scan lies the text that was recognised in it, in no ink: where nothing else stands on the page, that is what it says. */
function seenPage(page: PdfPage, { pictures }: OpenedPdf): PdfPage {
  return pictures && page.words.length === 0 ? { ...page, words: page.hidden } : page
}

function pagesInWords(pages: readonly { number: number }[]): string {
  const numbers = pages.map((page) => String(page.number))
  const last = numbers.pop()
  return numbers.length === 0 ? `Page ${last}` : `Pages ${numbers.join(', ')} and ${last}`
}
