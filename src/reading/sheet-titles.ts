import type { SourceBlock, SourceDocument } from '../platform/documents/source-document.ts'
import { isNameAlone, titleAbove, titleOf } from './read-particulars.ts'

/** Names of sheets that say what kind of list they hold, not what it is about. */
const GENERAL =
  /^(?:(?:the|all|current|live|open|active|closed|complete[d]?|outstanding|overdue|archived?|old|master|main|full|latest|scrutiny|committee|council|cabinet|audit|\d{4}(?:[-–/ ]\d{2,4})?|q[1-4])\W*)*(?:tracker|tracking|log|register|list|data|table|plan|actions?|action plan|recommendations?|recs|progress|updates?|monitoring|status|summary|report|export|results?|sheet|dashboard|items)?s?\W*(?:tracker|log|list|table|plan|monitoring|update|progress|report|sheet)?\W*\d*$/i

/**
 * What a table on a sheet is about: the title over it on its own sheet, else the name of the sheet, unless that only says what kind of list it
 * holds; then the title on the workbook's first sheet, which stands for all of them.
 */
export function titleOnSheet(source: SourceDocument, before: number, sheet: string): string {
  const start = source.blocks.findIndex((block) => block.sheet === sheet)
  const own = source.blocks.slice(Math.max(0, start), before)
  const isName = (block: SourceBlock | undefined): boolean => block?.kind === 'paragraph' && block.heading === 1 && block.text === sheet
  const under = isName(own[0]) ? own.slice(1) : own
  const above = titleAbove(under, under.length)
  if (above !== '' && !isNameAlone(above)) return above
  const plain = under.findLast((block) => block.kind === 'paragraph' && isPlainTitle(block.text))
  if (plain?.kind === 'paragraph') return titleOf(plain.text)
  if (!GENERAL.test(sheet.trim())) return titleOf(sheet) || sheet
  const cover = coverTitle(source, start)
  return cover || running(source) || headingOf(under) || (/\s/.test(sheet.trim()) ? sheet : '')
}

/** The last heading, though it only says what kind of paper this is. */
function headingOf(blocks: readonly SourceBlock[]): string {
  const heading = blocks.findLast((block) => block.kind === 'paragraph' && block.heading !== undefined && !isNameAlone(block.text))
  return heading?.kind === 'paragraph' ? heading.text : ''
}

function running(source: SourceDocument): string {
  return source.pageHeaders.map(titleOf).find((title) => title !== '') ?? ''
}

/** The title on the first sheet, where that comes before. */
function coverTitle(source: SourceDocument, start: number): string {
  const [first] = source.blocks
  if (start <= 0 || first?.sheet === undefined) return ''
  const cover = source.blocks.slice(0, start).filter((block) => block.sheet === first.sheet && block.kind === 'paragraph')
  const under = cover.filter((block) => !(block.kind === 'paragraph' && block.heading === 1 && block.text === first.sheet))
  return titleAbove(under, under.length)
}

/** A line that no look tells apart: short, and neither a label with its value nor a sentence. */
function isPlainTitle(text: string): boolean {
  return (
    text.length < 100 &&
    /[a-z]{3}/i.test(text) &&
    !/[:.;]/.test(text) &&
    !/^(?:key|note|please|updated?|date)\b/i.test(text) &&
    titleOf(text) !== '' &&
    !isNameAlone(text)
  )
}
