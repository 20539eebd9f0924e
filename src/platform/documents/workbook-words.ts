import { isBulletMark } from './read-text-line.ts'
import { readHtml } from './read-html.ts'
import type { SourceParagraph } from './source-document.ts'

/** Words of one look within a cell. */
export interface TextRun {
  text: string
  bold: boolean
}

const HTML = /<\/?(?:p|br|div|ul|ol|li|span|strong)\b[^<>]*>/i
const MARK = /^(\s*)[•▪●➤○◦❖■□·–*-]\s+(?=\S)/u

/**
 * The paragraphs of a cell: each of its lines, those that begin with a bullet as items of a list. Blank lines between others stay, for they
 * hold statements and grades level. A cell that another program filled with HTML is read as that.
 */
export function cellParagraphs(runs: readonly TextRun[]): SourceParagraph[] {
  const whole = runs.map((run) => run.text).join('')
  if (HTML.test(whole)) return readHtml(whole)
  const lines = linesOf(runs)
  while (lines.length > 0 && isBlank(lines.at(-1))) lines.pop()
  while (lines.length > 0 && isBlank(lines[0])) lines.shift()
  return lines.map(paragraphOf)
}

function isBlank(line: TextRun[] | undefined): boolean {
  return line === undefined || line.every((run) => run.text.trim() === '')
}

function linesOf(runs: readonly TextRun[]): TextRun[][] {
  const lines: TextRun[][] = [[]]
  for (const run of runs) {
    const [first = '', ...more] = run.text.replaceAll(/\r\n?|\v|\u2028/g, '\n').split('\n')
    lines.at(-1)?.push({ text: first, bold: run.bold })
    for (const text of more) lines.push([{ text, bold: run.bold }])
  }
  return lines
}

function paragraphOf(line: readonly TextRun[]): SourceParagraph {
  const whole = line.map((run) => run.text).join('')
  const mark = isBulletMark(whole) || /^\s*·\s+\S/.test(whole) ? MARK.exec(whole) : null
  const cut = mark ? mark[0].length : whole.length - whole.trimStart().length
  const text = tidy(whole.slice(cut))
  const paragraph: SourceParagraph = { kind: 'paragraph', text }
  if (mark) paragraph.list = { level: Math.min(3, Math.floor((mark[1] ?? '').length / 2)) }
  const worded = line.filter((run) => run.text.trim() !== '')
  const lead = boldBeginning(line)
  if (worded.length > 0 && worded.every((run) => run.bold)) paragraph.bold = true
  else if (lead > cut) paragraph.boldLead = Math.min(text.length, lead - cut)
  return paragraph
}

function boldBeginning(line: readonly TextRun[]): number {
  let length = 0
  for (const run of line) {
    if (!run.bold && run.text.trim() !== '') break
    length += run.text.length
  }
  return length
}

/** Without the spaces that people and programs leave: doubled, unbreakable, at the ends. */
function tidy(text: string): string {
  return text
    .replaceAll(/[\u200B\uFEFF]/g, '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .trim()
}

/** Ticks, crosses and boxes as the typefaces of signs draw them. */
const SIGNS = new Map<string, Record<string, string>>(
  Object.entries<Record<string, string>>({
    wingdings: { ü: '✓', þ: '☑', û: '✗', ý: '☒', o: '☐', '¨': '☐', l: '●', n: '■' },
    'wingdings 2': { P: '✓', R: '☑', O: '✗', Q: '✗', T: '☒', S: '☒' },
    webdings: { a: '✓', r: '✗', c: '☐', g: '■', n: '●' },
  }),
)

/** A typeface by its name in small letters, where it is one of signs; else nothing. */
export function signsOf(typeface: string | undefined): string {
  return /^(?:wingdings|webdings).*/i.exec(typeface ?? '')?.[0].toLowerCase() ?? ''
}

/** Letters set in a typeface of signs as the signs that a reader sees. */
export function inSigns(runs: readonly TextRun[], typeface: string): TextRun[] {
  const signs = SIGNS.get(typeface) ?? {}
  return runs.map((run) => ({ ...run, text: run.text.replaceAll(/./gu, (letter) => signs[letter] ?? letter) }))
}
