import { joinWords } from './pdf-hyphens.ts'
import type { KnownWords } from './pdf-hyphens.ts'
import { gapBetween, spacedText, touches } from './pdf-lines.ts'
import type { PdfLine } from './pdf-lines.ts'
import { beginsWithBullet, isBullet, isMarker, isSoftBullet } from './pdf-marks.ts'
import type { PdfTag, PdfWord } from './pdf-page.ts'
import type { SourceParagraph } from './source-document.ts'

/** Where some lines were set: how far to the right words may run, and what is known of the document. */
export interface Setting {
  left: number
  right: number
  /** Where no line tells how far words may run: `right` is where they were seen to end, and this is how far they may have had room. */
  room?: number
  words: KnownWords
  tagsOf: (page: number) => ReadonlyMap<number, PdfTag> | undefined
  /** In a cell, lines left blank are kept: they hold statements and grades level. Tells the level of the row's piece on each page. */
  levels?: readonly RowLevel[]
}

/** Where the first line of a row's piece on a page stands, how far its lines are apart, and how many lines high it is. */
export interface RowLevel {
  page: number
  top: number
  pitch: number
  height: number
}

/** A paragraph while its lines are gathered. */
export interface SetParagraph {
  lines: PdfLine[]
  /** Blank lines before it. */
  blanks: number
  bullet?: boolean
  marker?: string
  /** Where the words of its first line begin, after the mark of an item. */
  indent: number
}

/** Paragraphs of lines that stand under one another, as they were typed before the width of the page broke them. */
export function paragraphsOf(lines: readonly PdfLine[], setting: Setting): SourceParagraph[] {
  return gatheredLines(lines, setting).flatMap((paragraph) => {
    const page = paragraph.lines[0]?.page ?? 1
    const blanks = Array.from({ length: paragraph.blanks }, (): SourceParagraph => ({ kind: 'paragraph', text: '', page }))
    return [...blanks, wordedParagraph(paragraph, setting)]
  })
}

/** Lines gathered to paragraphs: a line that had room for the next one's first word ended by intent. */
export function gatheredLines(lines: readonly PdfLine[], setting: Setting): SetParagraph[] {
  const paragraphs: SetParagraph[] = []
  const leading = leadingOf(lines)
  let before: PdfLine | undefined
  for (const line of lines) {
    const last = paragraphs.at(-1)
    const begun = beginningOf(line)
    if (last && before && goesOn(last, before, line, begun, leading, setting)) last.lines.push(line)
    else paragraphs.push({ ...begun, lines: [line], blanks: blanksAbove(before, line, setting.levels) })
    before = line
  }
  return paragraphs
}

/** The distance from line to line within a paragraph. */
export function pitchOf(lines: readonly PdfLine[]): number {
  return leadingOf(lines) * (lines[0]?.size ?? 10)
}

/**
 * How many times their size lines of a paragraph are apart: as those are that go on in mid-sentence; where there are none, as close lines are.
 */
function leadingOf(lines: readonly PdfLine[]): number {
  const steps = (most: number, isWanted: (line: PdfLine, before: PdfLine) => boolean): number[] =>
    lines
      .flatMap((line, at) => {
        const before = lines[at - 1]
        if (!before || before.page !== line.page || Math.abs(before.size - line.size) > 0.5) return []
        const step = (line.base - before.base) / line.size
        return step > 0.95 && step < most && isWanted(line, before) ? [step] : []
      })
      .toSorted((a, b) => a - b)
  const within = steps(2.4, (line, before) => /^[a-z]{2}/.test(line.words[0]?.text ?? '') && !endsSentence(before))
  return within[Math.floor(within.length / 4)] ?? steps(1.25, () => true)[0] ?? 1.17
}

/** How many lines are left blank above a line of a cell; on a page where its row goes on, counted from the row's first line there. */
function blanksAbove(before: PdfLine | undefined, line: PdfLine, levels: readonly RowLevel[] = []): number {
  const at = levels.findIndex((level) => level.page === line.page)
  const level = levels[at]
  if (!level) return 0
  if (before?.page === line.page) return blankLines(line.base - before.base - level.pitch, level.pitch)
  const from = before ? levels.findIndex(({ page }) => page === before.page) : 0
  const above = levels.slice(Math.max(0, from), at).reduce((sum, one) => sum + one.height, 0)
  const begun = levels[from]
  const used = before && begun ? Math.round((before.base - begun.top) / begun.pitch) + 1 : 0
  return Math.min(MOST_BLANKS, Math.max(0, above - used) + blankLines(line.base - level.top, level.pitch))
}

const MOST_BLANKS = 200

function blankLines(step: number, pitch: number): number {
  return step < 0.72 * pitch ? 0 : Math.min(MOST_BLANKS, Math.round(step / pitch))
}

function beginningOf(line: PdfLine): { bullet?: boolean; marker?: string; indent: number } {
  const [first, second] = line.words
  if (!first) return { indent: line.x }
  const bare = first.text.trim()
  if (isBullet(bare) || (second && isSoftBullet(bare) && gapBetween(first, second) > 0.45 * line.size))
    return { bullet: true, indent: second?.x ?? line.x }
  if (beginsWithBullet(bare)) return { bullet: true, indent: line.x }
  if (second && isMarker(bare) && gapBetween(first, second) > 0.5 * line.size) return { marker: bare, indent: second.x }
  return { indent: line.x }
}

function goesOn(
  last: SetParagraph,
  before: PdfLine,
  line: PdfLine,
  begun: ReturnType<typeof beginningOf>,
  leading: number,
  setting: Setting,
): boolean {
  if (line.words[0]?.turned) return before.words[0]?.turned !== undefined
  const step = line.base - before.base
  const tagged = tagBetween(before, line, setting)
  if (tagged === 'apart' || begun.bullet) return false
  if (tagged === 'together') return step < 1.75 * leading * line.size || fills(before, line, setting)
  if (Math.abs(line.size - before.size) > 0.06 * before.size || step > apart(leading) * before.size) return false
  const lower = /^[a-z]/.test(line.words[0]?.text ?? '')
  if (before.page !== line.page && !lower && endsSentence(before)) return line.words[0]?.text.startsWith('(') === true
  if (begun.marker !== undefined && !/^[a-z(]/.test(line.words[1]?.text ?? '')) return false
  if (looksLikeMark(line) && !fillsWhole(before, line, setting)) return false
  if (endsSentence(before) && (isLabelled(line) || (line.bold && !before.bold))) return false
  if (before.bold && !line.words[0]?.bold && /^\p{Lu}/u.test(line.words[0]?.text ?? '')) return false
  if (dedents(last, line) && !lower && (hangs(last) || endsSentence(before))) return false
  return fills(before, line, lower ? setting : { ...setting, right: setting.room ?? setting.right })
}

/** Lines more times their size apart than this are not of one paragraph. */
function apart(leading: number): number {
  return Math.max(1.24 * leading, 1.12)
}

/** A line that opens with a label: `Response: …`, `Lead officer: …`. */
function isLabelled({ words }: PdfLine): boolean {
  const at = words.slice(0, 4).findIndex((word) => word.text.endsWith(':'))
  return at !== -1 && /^\p{Lu}/u.test(words[0]?.text ?? '')
}

/** Whether an item's words end and a line begins under its mark. */
function dedents(last: SetParagraph, line: PdfLine): boolean {
  return (last.bullet === true || last.marker !== undefined) && line.x < last.indent - 0.6 * line.size
}

/** Whether an item's further lines stand under its words rather than under its mark. */
function hangs({ lines, indent }: SetParagraph): boolean {
  const second = lines[1]
  return second !== undefined && second.x > indent - 0.6 * second.size
}

function endsSentence(line: PdfLine): boolean {
  return /[.!?:;]["'’”)\]]*$/.test(line.words.at(-1)?.text ?? '')
}

/** A line that begins as an item does, in whatever type: `a) …`, `2. …`. */
function looksLikeMark(line: PdfLine): boolean {
  return isMarker(line.words[0]?.text ?? '') && /[.)]$/.test(line.words[0]?.text ?? '')
}

function fillsWhole(before: PdfLine, line: PdfLine, setting: Setting): boolean {
  return /^\d/.test(line.words[0]?.text ?? '') && fills(before, line, setting) && !/[.:;]$/.test(before.words.at(-1)?.text ?? '')
}

/** Whether the next line's first word would not have fitted on the line before. */
function fills(before: PdfLine, line: PdfLine, setting: Setting): boolean {
  const first = line.words[0]
  if (!first) return true
  const next = line.words[1]
  const unbroken = next && touches(first, next) ? next.x + next.width - first.x : first.width
  const part = /^[^-–]*[-–]/.exec(first.text)
  const needed =
    (part && part[0].length < first.text.length ? (unbroken * part[0].length) / first.text.length : unbroken) + 0.24 * line.size
  const centred = Math.abs(before.x - line.x) > 2 && Math.abs(before.x + before.right - line.x - line.right) < 3
  if (centred) return before.right - before.x + needed > setting.right - setting.left - 0.12 * line.size
  return before.right + needed > setting.right - 0.12 * line.size
}

function tagBetween(before: PdfLine, line: PdfLine, { tagsOf }: Setting): 'apart' | 'together' | undefined {
  if (before.page !== line.page) return undefined
  const tags = tagsOf(line.page)
  const [one, other] = [blockOf(before.words.at(-1), tags), blockOf(line.words[0], tags)]
  if (one === undefined || other === undefined) return undefined
  return one === other ? 'together' : 'apart'
}

const BLOCKS = /^(?:P|H\d?|LI|LBody|Caption|Title|TD|TH|BlockQuote|Note|TOCI|Div)$/

function blockOf(word: PdfWord | undefined, tags: ReadonlyMap<number, PdfTag> | undefined): number | undefined {
  const path = word?.mark === undefined ? undefined : tags?.get(word.mark)?.path
  return path?.findLast(({ role }) => BLOCKS.test(role))?.id
}

/** The paragraph with its words joined over its lines, its bullet or number taken off and told. */
export function wordedParagraph(set: SetParagraph, setting: Setting): SourceParagraph {
  const words = set.lines.map((line) => [...line.words])
  const [first] = words
  if (first && set.bullet) {
    const bullet = first[0]
    if (bullet && bullet.text.length > 1) first[0] = { ...bullet, text: bullet.text.slice(1) }
    else first.shift()
  }
  const marker = isItem(set) ? set.marker : undefined
  if (first && marker !== undefined) first.shift()
  const text = joinWords(
    words.map((line, at) => (isCutWord(line, words[at + 1], setting) ? `${spacedText(line)}\u00ad` : spacedText(line))),
    setting.words,
  )
  const paragraph: SourceParagraph = { kind: 'paragraph', text, page: set.lines[0]?.page ?? 1 }
  if (set.bullet) paragraph.list = { level: 0 }
  else if (marker !== undefined) paragraph.list = { level: 0, marker }
  const all = words.flat()
  if (all.length > 0 && all.every((word) => word.bold || !/[\p{L}\p{N}]/u.test(word.text))) paragraph.bold = true
  else {
    const lead = all.findIndex((word) => !word.bold)
    const bold =
      lead > 0
        ? Math.min(
            text.length,
            all.slice(0, lead).reduce((sum, word, at) => sum + word.text.length + (at > 0 ? 1 : 0), 0),
          )
        : 0
    if (bold > 0) paragraph.boldLead = bold
  }
  return paragraph
}

const SHORT_WORD =
  /^(?:a|an|and|are|as|at|be|by|for|had|has|her|his|how|in|is|it|its|no|not|of|on|or|our|per|so|the|to|up|use|via|was|we|who|all|any|ref)$/

/** Whether a word alone on its line was too long for it and goes on in the next, though no hyphen says so: `Recommendatio n`. */
function isCutWord(line: readonly PdfWord[], next: readonly PdfWord[] | undefined, { left, right, room, words }: Setting): boolean {
  const [word, ...others] = line
  const rest = next?.[0]
  if (!word || !rest || others.length > 0 || !/\p{L}$/u.test(word.text) || !/^\p{Ll}/u.test(rest.text)) return false
  const letter = word.width / word.text.length
  if (right - (word.x + word.width) > 1.6 * letter || word.width + rest.width < right - left - 0.3 * letter) return false
  const known = (text: string): boolean => words.whole.has(text.toLowerCase())
  const isFragment = rest.text.length <= 3 ? !SHORT_WORD.test(rest.text) : !known(rest.text)
  return known(word.text + rest.text) || (room === undefined && isFragment && !known(word.text))
}

/** A mark with the words hanging beside it is an item's; one whose words run on under it was only typed. */
function isItem(set: SetParagraph): boolean {
  return set.marker !== undefined && (set.lines.length === 1 || hangs(set))
}
