import { textOf } from '../platform/documents/source-document.ts'
import type { SourceBlock, SourceDocument } from '../platform/documents/source-document.ts'
import type { Unplaced } from './reading.ts'

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
/** `Appendix B – Letter to the Minister for Health, 3 March 2027` */
const LETTER = new RegExp(
  `(?:^|[–—:]\\s*)(?:Letter|Reply|Comment|Call to attend|Notice|Chaser),? (?:to|from) .{1,400}, \\d{1,2} (?:${MONTHS}) \\d{4}$`,
)
/** As much of one as is kept to be looked at. */
const LONGEST = 4000

/**
 * The document without the letters that are appended to it: from a heading that names a letter with its day to the next heading that is no lower. What a
 * letter recommends, or a table with it, is nobody's progress. Each is told as unplaced; the places of all other blocks stay as they were.
 */
export function lettersApart(source: SourceDocument): { source: SourceDocument; letters: Unplaced[] } {
  const letters: Unplaced[] = []
  let level = 0
  const blocks = source.blocks.map((block, at): SourceBlock => {
    const heading = block.kind === 'paragraph' ? block.heading : undefined
    if (heading !== undefined && (level === 0 || heading <= level)) {
      level = block.kind === 'paragraph' && LETTER.test(block.text.trim()) ? heading : 0
      if (level > 0) letters.push({ place: { paragraph: at + 1 }, text: '', why: 'A letter that is appended' })
    }
    const letter = letters.at(-1)
    if (level === 0 || !letter) return block
    if (letter.text.length < LONGEST) letter.text = [letter.text, textOf([block])].filter(Boolean).join('\n').slice(0, LONGEST)
    return { kind: 'paragraph', text: '' }
  })
  return letters.length > 0 ? { source: { ...source, blocks }, letters } : { source, letters }
}
