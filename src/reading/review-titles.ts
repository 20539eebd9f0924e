import type { SourceDocument } from '../platform/documents/source-document.ts'
import { findDates } from './dates.ts'
import { titleAbove, titleOf } from './read-particulars.ts'
import { scaleInWords } from './read-scale.ts'
import { isIntroduction } from './row-bands.ts'
import { titleOnSheet } from './sheet-titles.ts'

/**
 * What a review is called whose first words stand at block `before`: by the title above them, that of every page, or the nearest plain line;
 * on a sheet as sheets are. Empty where nothing names it.
 */
export function titleFor(source: SourceDocument, before: number, sheet?: string): string {
  if (sheet !== undefined) return titleOnSheet(source, before, sheet)
  const above = titleAbove(source.blocks, before)
  if (above !== '' && !isIntroduction(`${above} `)) return above
  const running = source.pageHeaders.map(titleOf).find((title) => title !== '')
  if (running !== undefined) return running
  const line = source.blocks
    .slice(0, before)
    .findLast(
      (block) =>
        block.kind === 'paragraph' &&
        block.text.length < 100 &&
        !block.list &&
        scaleInWords(block.text).length === 0 &&
        !/^key\b/i.test(block.text) &&
        /[a-z]{3}.*[^:]$/i.test(block.text) &&
        findDates(block.text).length === 0,
    )
  return line?.kind === 'paragraph' ? line.text : ''
}
