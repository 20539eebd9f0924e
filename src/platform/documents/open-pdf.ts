import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { getDocument, GlobalWorkerOptions } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { refuse, refuseIf } from '../core/refusal.ts'
import type { OpenedPdf } from './pages-of-pdf.ts'
import type { PdfFont } from './pdf-letters.ts'
import { marksOf } from './pdf-page-marks.ts'
import type { PdfPage } from './pdf-page.ts'
import { tagsOfPage } from './pdf-tags.ts'
import { LIMITS } from './reading-limits.ts'

GlobalWorkerOptions.workerSrc = pathToFileURL(createRequire(import.meta.url).resolve('pdfjs-dist/legacy/build/pdf.worker.min.mjs')).href

const DAMAGED = 'This PDF is damaged, or is none. Open it in a PDF reader and save it again, or ask for the Word file it was made from.'
/** What pdf.js throws over a file that is not as it should be; the last is what becomes of any error that it has no name for, such as a key of no length. */
const OF_THE_FILE = new Set(['InvalidPDFException', 'FormatError', 'XRefEntryException', 'MissingDataException', 'UnknownErrorException'])
const PROTECTED = 'This PDF is protected by a password. Open it with the password, print or save it as a PDF without one, and try again.'

/**
 * What stands on every page of a PDF. Nothing in it is run or fetched, no font is loaded and no picture opened. Refuses (invalid), in words,
 * what is damaged, asks for a password, or is over the limits; one that only its owner's password keeps from being changed is read.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    disableFontFace: true,
    fontExtraProperties: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    maxImageSize: 1,
    verbosity: 0,
  })
  try {
    const document = await task.promise
    refuseIf(
      document.numPages > LIMITS.pdfPages,
      'invalid',
      `This PDF has more than ${LIMITS.pdfPages} pages, more than Heed reads. Save the part with the recommendations as a PDF of its own.`,
    )
    return { pages: await pagesOf(document), pictures: holdsPictures(bytes) }
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    if (name === 'PasswordException') refuse('invalid', PROTECTED)
    if (OF_THE_FILE.has(name)) refuse('invalid', DAMAGED)
    throw error
  } finally {
    await task.destroy()
  }
}

async function pagesOf(document: PDFDocumentProxy): Promise<PdfPage[]> {
  const pages: PdfPage[] = []
  let characters = 0
  for (let number = 1; number <= document.numPages; number++) {
    const page = await pageOf(document, number)
    characters += page.words.reduce((sum, word) => sum + word.text.length, 0)
    refuseIf(
      characters > LIMITS.pdfCharacters,
      'invalid',
      `This PDF holds more than ${LIMITS.pdfCharacters / 1_000_000} million characters, more than Heed reads.`,
    )
    pages.push(page)
  }
  return pages
}

/** A page that cannot be read at all is an empty one: the others may hold what is wanted. */
async function pageOf(document: PDFDocumentProxy, number: number): Promise<PdfPage> {
  try {
    const page = await document.getPage(number)
    const view = page.getViewport({ scale: 1 })
    const layers = await document.getOptionalContentConfig()
    const marks = marksOf(await page.getOperatorList(), {
      view: view.transform,
      fontOf: (name) => (page.commonObjs.has(name) ? (page.commonObjs.get(name) as PdfFont) : undefined),
      isShown: (layer) => layers.isVisible(layer),
    })
    const tags = tagsOfPage(await page.getStructTree())
    page.cleanup()
    const size = { number, width: view.width, height: view.height }
    return tags ? { ...size, ...marks, tags } : { ...size, ...marks }
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw error
    return { number, width: 595, height: 842, words: [], hidden: [], rules: [], fills: [] }
  }
}

/** Pictures are streams, and the words that describe a stream are never packed. */
function holdsPictures(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return file.includes('/Subtype/Image') || file.includes('/Subtype /Image')
}
