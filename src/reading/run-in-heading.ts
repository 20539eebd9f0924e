import type { SourceBlock, SourceParagraph } from '../platform/documents/source-document.ts'

/** A heading that stood over (or ran into) the words of a recommendation, and those words. */
export interface Headed {
  heading: string
  blocks: SourceBlock[]
}

const SENTENCE_STARTS = new Set(
  'The This That These Those There An A All Any Each Every Some It When Where While As At In If For From Through Following Given However Building Prior Within Once Both We Our No Further Consideration'.split(
    ' ',
  ),
)
const JOINING = new Set('of the and to for with in on by or a an & - – from into at about against between'.split(' '))
const LONGEST = 16

/**
 * Parts the headings from the words of recommendations, where a table has such headings: in bold, in a line of their own, or (where an
 * extraction ran them together) before the words that begin the sentence. A table without clear headings keeps its words whole.
 */
export function partHeadings(cells: readonly (readonly SourceBlock[])[]): Headed[] {
  const clear = cells.map(clearHeading)
  const known = clear.flatMap((found) => (found ? [found.heading] : []))
  const uses = known.length >= Math.max(2, 0.25 * cells.length)
  return cells.map((blocks, at) => {
    const found = uses ? (clear[at] ?? runTogether(blocks, known)) : null
    return found ?? { heading: '', blocks: [...blocks] }
  })
}

function clearHeading(blocks: readonly SourceBlock[]): Headed | null {
  const [first, ...rest] = blocks
  if (first?.kind !== 'paragraph' || first.list) return null
  const [title = '', ...more] = first.text.split('\n')
  const lines = more.length > 0 ? [{ ...first, text: more.join('\n'), bold: false }, ...rest] : rest
  if (first.boldLead && first.boldLead < first.text.length) return led(first, first.boldLead, rest)
  if (lines.length === 0) return null
  const allBold = rest.length > 0 && rest.every((block) => block.kind === 'paragraph' && block.bold)
  if (first.bold && !allBold && first.text.length < 160) return { heading: tidy(title), blocks: lines }
  return isTitleLine(title) ? { heading: tidy(title), blocks: lines } : null
}

function led(first: SourceParagraph, length: number, rest: readonly SourceBlock[]): Headed {
  const { boldLead: _, ...plain } = first
  return {
    heading: tidy(first.text.slice(0, length)),
    blocks: [{ ...plain, text: first.text.slice(length).replace(/^[\s:–-]+/, '') }, ...rest],
  }
}

/** A line of a few words without an end: no sentence, no introduction to a list. */
function isTitleLine(line: string): boolean {
  return (
    line.length <= 110 &&
    line.split(/\s+/).length <= LONGEST &&
    /^[A-Z“"'‘]/.test(line) &&
    !/[.;:,?!)]$/.test(line) &&
    !/\b(?:should|must|shall|will|is|are|be|recommends?)\b/.test(line)
  )
}

function runTogether(blocks: readonly SourceBlock[], known: readonly string[]): Headed | null {
  const [first, ...rest] = blocks
  if (first?.kind !== 'paragraph' || first.list) return null
  const same = known.filter((heading) => first.text.startsWith(`${heading} `)).sort((a, b) => b.length - a.length)[0]
  const length = same?.length ?? titleLength(first.text)
  if (length === 0) return null
  return { heading: tidy(first.text.slice(0, length)), blocks: [{ ...first, text: first.text.slice(length).trim() }, ...rest] }
}

/** Where a title ends and its sentence begins in words run together; 0 where no such place is plain. */
export function titleLength(text: string): number {
  const words = [...text.matchAll(/\S+/g)].slice(0, LONGEST + 6).map((match) => ({ word: match[0], at: match.index }))
  const split = twice(words) ?? sentenceStart(words) ?? lastPair(words)
  const at = split === null ? 0 : (words[split]?.at ?? 0)
  return at > 0 && /^[A-Z“"'‘]/.test(text) ? text.slice(0, at).trimEnd().length : 0
}

interface Word {
  word: string
  at: number
}

/** `Referrals to Family Connect Family Connect is designed`: the same words end the title and begin the sentence. */
function twice(words: readonly Word[]): number | null {
  for (let at = 2; at <= Math.min(LONGEST, words.length - 3); at++) {
    const [a, b, c, d] = [words[at - 2]?.word, words[at - 1]?.word, words[at]?.word, words[at + 1]?.word]
    if (a === c && b === d && isCapital(a)) return at
  }
  return null
}

function sentenceStart(words: readonly Word[]): number | null {
  for (let at = 1; at <= Math.min(LONGEST, words.length - 2); at++) {
    const { word } = words[at] ?? { word: '' }
    const before = words[at - 1]?.word ?? ''
    if (/[.;:!?]$/.test(before)) return null
    const starts = SENTENCE_STARTS.has(word)
    if (starts && !JOINING.has(before.toLowerCase()) && !before.endsWith(',')) return at
  }
  return null
}

/** The last two capitals side by side before the words turn to prose: the second begins the sentence. */
function lastPair(words: readonly Word[]): number | null {
  const prose = words.findIndex(({ word }, at) => at > 1 && isProse(word) && isProse(words[at + 1]?.word))
  if (prose === -1) return null
  for (let at = Math.min(prose, LONGEST); at > 0; at--) if (isCapital(words[at]?.word) && isCapital(words[at - 1]?.word)) return at
  return null
}

function isProse(word: string | undefined): boolean {
  return word !== undefined && /^[a-z]/.test(word)
}

function isCapital(word: string | undefined): boolean {
  return word !== undefined && /^[A-Z]/.test(word)
}

function tidy(heading: string): string {
  return heading
    .replaceAll(/\s+/g, ' ')
    .replace(/\s*[:–-]\s*$/, '')
    .trim()
}
