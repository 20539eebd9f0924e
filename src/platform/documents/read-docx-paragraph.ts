import type { ListCounter } from './read-docx-numbering.ts'
import type { WordStyle } from './read-docx-styles.ts'
import { isBulletMark } from './read-text-line.ts'
import type { SourceParagraph } from './source-document.ts'

/** A paragraph of a Word file while it is being read: what its properties say so far, and its runs. */
export interface OpenParagraph {
  style?: string
  outline?: number
  numId?: string
  level?: number
  /** The mark at its end was deleted under tracked changes, so that it runs on into the next. */
  runsOn: boolean
  runs: OpenRun[]
  /** Words about each picture in it. */
  pictures: string[]
  page: number
}

interface OpenRun {
  text: string
  bold: boolean
  struck?: boolean
}

export function openParagraph(page: number, before?: OpenParagraph): OpenParagraph {
  return { runsOn: false, runs: before?.runs ?? [], pictures: before?.pictures ?? [], page: before?.page ?? page }
}

/** The paragraph as the document model has it: white space tidied, list marker counted, boldness told. */
export function closeParagraph(open: OpenParagraph, styles: Map<string, WordStyle>, counter: ListCounter): SourceParagraph {
  const style = styles.get(open.style ?? '')
  const runs = tidyRuns(markStruck(open.runs))
  const paragraph: SourceParagraph = { kind: 'paragraph', text: runs.map((run) => run.text).join(''), page: open.page }
  const heading = open.outline !== undefined && open.outline < 9 ? open.outline + 1 : style?.heading
  if (heading !== undefined && heading >= 1 && heading <= 9) paragraph.heading = heading
  const list = listOf(open, style, counter)
  if (list && (paragraph.text !== '' || list.marker !== undefined)) paragraph.list = list
  else if (isBulletMark(paragraph.text) && !paragraph.text.startsWith('–')) typedBullet(paragraph, runs)
  const lead = boldLead(runs)
  if (paragraph.text !== '' && lead === paragraph.text.length) paragraph.bold = true
  else if (lead > 0) paragraph.boldLead = lead
  if (open.pictures.length > 0) paragraph.pictures = open.pictures
  return paragraph
}

/** Words struck through by hand are marked as text marks them: `~~March 2025~~ June 2025`. */
function markStruck(runs: readonly OpenRun[]): OpenRun[] {
  if (!runs.some((run) => run.struck)) return [...runs]
  return runs.flatMap((run, at) => {
    if (!run.struck || run.text.trim() === '') return [run]
    const begins = !runs[at - 1]?.struck ? '~~' : ''
    const ends = !runs[at + 1]?.struck ? '~~' : ''
    return [{ ...run, text: `${begins}${run.text}${ends}` }]
  })
}

/** A bullet that somebody typed is one all the same. */
function typedBullet(paragraph: SourceParagraph, runs: { text: string; bold: boolean }[]): void {
  const [first] = runs
  const mark = /^\S+\s+/.exec(paragraph.text)?.[0] ?? ''
  if (!first || !first.text.startsWith(mark)) return
  first.text = first.text.slice(mark.length)
  if (first.text === '') runs.shift()
  paragraph.text = paragraph.text.slice(mark.length)
  paragraph.list = { level: 0 }
}

function listOf(open: OpenParagraph, style: WordStyle | undefined, counter: ListCounter): SourceParagraph['list'] {
  const numId = open.numId ?? style?.numId
  if (numId === undefined || numId === '0') return undefined
  const level = open.level ?? style?.level ?? (open.style === undefined ? undefined : counter.levelOfStyle(numId, open.style)) ?? 0
  const item = counter.next(numId, level)
  if (!item) return undefined
  // "List Bullet 2" stands at level 0 of a list of its own, yet it is the second level to whoever reads it.
  const deeper = item.level === 0 ? Number(/^list (?:bullet|number) (\d)$/i.exec(style?.name ?? '')?.[1] ?? 1) - 1 : item.level
  return item.marker === undefined ? { level: deeper } : { level: deeper, marker: item.marker }
}

/** Runs of white space become one space (tabs and line breaks are kept), none at either end. */
function tidyRuns(runs: readonly { text: string; bold: boolean }[]): { text: string; bold: boolean }[] {
  const tidy: { text: string; bold: boolean }[] = []
  let endsWithSpace = true
  for (const run of runs) {
    let text = run.text.replaceAll(/[^\S\t\n]+/g, ' ').replaceAll(/ ?([\t\n]) ?/g, '$1')
    if (endsWithSpace) text = text.trimStart()
    if (text === '') continue
    endsWithSpace = /\s$/.test(text)
    const last = tidy.at(-1)
    if (last && (last.bold === run.bold || text.trim() === '')) last.text += text
    else tidy.push({ text, bold: run.bold })
  }
  for (let last = tidy.at(-1); last; last = tidy.at(-1)) {
    last.text = last.text.trimEnd()
    if (last.text !== '') break
    tidy.pop()
  }
  return tidy
}

function boldLead(runs: readonly { text: string; bold: boolean }[]): number {
  const first = runs[0]
  return first?.bold ? first.text.length : 0
}
