import { readFileSync } from 'node:fs'
import { escaped } from '../councils/council-document.ts'
import { printHtml } from '../councils/council-pdf.ts'
import { cell, heading, numbered, par, row, run, table, wordFile } from '../councils/council-word.ts'

export type Ending = 'docx' | 'pdf' | 'txt'

/** What a careful clerk would say of a meeting's paper. People are `Name | place`; other lists have ` | ` between what belongs together. */
export interface MeetingGold {
  body: string
  date: string
  time?: string
  venue?: string
  membership?: string[]
  present?: string[]
  substitutes?: string[]
  apologies?: string[]
  /** Everyone else who was there. */
  others?: string[]
  /** Who, and the item. */
  declarations?: string[]
  /** Reference, and title. */
  items: string[]
  /** References of those that are not for the public. */
  exempt?: string[]
  /** Reference, and words. */
  resolutions?: string[]
  /** Reference, words, owner, and when: a day, a month, or `next meeting`. */
  requests?: string[]
  /** A day or a month, and what is meant for it. */
  programme?: string[]
  next_meeting?: string
}

/** A fictional body's agenda or minutes, written by someone who did not know how Heed reads them. */
export interface MeetingDocument {
  name: string
  gold: MeetingGold
  source: string
  endings: readonly Ending[]
}

export function meetingDocument(name: string, endings: readonly Ending[]): MeetingDocument {
  const at = (ending: string) => readFileSync(new URL(`./${name}${ending}`, import.meta.url), 'utf8')
  return { name, endings, source: at('.txt'), gold: JSON.parse(at('.gold.json')) as MeetingGold }
}

/**
 * A source is lines: `# ` and `## ` headings, `- ` items of a list, `1. ` or `i. ` numbered ones, `| a | b |` rows of a table with ` // ` between
 * paragraphs of a cell, `**bold**`, `*italic*`, and tabs.
 */
type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'bullet' | 'numbered' | 'line'; text: string }
  | { kind: 'table'; rows: string[][] }

function blocksOf(source: string): Block[] {
  const blocks: Block[] = []
  for (const line of source.split('\n').filter((one) => one.trim() !== '')) {
    const last = blocks.at(-1)
    const title = /^(#+) (.*)$/.exec(line)
    if (line.startsWith('|')) {
      const cells = line.replace(/^\||\|\s*$/g, '').split('|')
      const texts = cells.map((one) => one.trim().split(' // ').join('\n'))
      if (last?.kind === 'table') last.rows.push(texts)
      else blocks.push({ kind: 'table', rows: [texts] })
    } else if (title) blocks.push({ kind: 'heading', level: title[1]!.length, text: title[2]! })
    else if (line.startsWith('- ')) blocks.push({ kind: 'bullet', text: line.slice(2) })
    else if (/^\d+\. [^*]/.test(line)) blocks.push({ kind: 'numbered', text: line })
    else blocks.push({ kind: 'line', text: line })
  }
  return blocks
}

/** The document in a format, as such a body would have it: Word with its own numbering, a PDF as a browser prints it, text as it is pasted. */
export async function makeMeeting({ source }: MeetingDocument, ending: Ending): Promise<Uint8Array> {
  const blocks = blocksOf(source)
  if (ending === 'docx') return inWord(blocks)
  if (ending === 'pdf')
    return printHtml(`<style>${STYLE}</style>${blocks.map(inHtml).join('')}`, { tagged: true, footer: 'Minutes and agendas' })
  return new TextEncoder().encode(
    blocks
      .map(inText)
      .join('\n')
      .replaceAll(/\n{3,}/g, '\n\n'),
  )
}

const pieces = (text: string) => text.split(/(\*\*.+?\*\*|\*[^*\s][^*]*\*)/).filter((piece) => piece !== '')
const bare = (text: string) => text.replaceAll(/\*\*(.+?)\*\*|\*([^*\s][^*]*)\*/g, (_, strong, slanted) => strong ?? slanted)

function inWord(blocks: readonly Block[]): Uint8Array {
  let lists = 1
  let before: Block['kind'] | undefined
  const body = blocks.map((block) => {
    if (block.kind === 'numbered' && before !== 'numbered') lists++
    before = block.kind
    if (block.kind === 'heading') return heading(bare(block.text), block.level)
    if (block.kind === 'bullet') return par(runs(block.text), numbered(1))
    if (block.kind === 'numbered') return par(runs(block.text.replace(/^\d+\. /, '')), numbered(lists))
    if (block.kind !== 'table') return par(runs(block.text))
    const width = Math.max(...block.rows.map((one) => one.length))
    const cells = block.rows.map((one) =>
      row(
        one.map((text) =>
          cell(
            text
              .split('\n')
              .map((line) => par(runs(line)))
              .join(''),
          ),
        ),
      ),
    )
    return table(
      Array.from({ length: width }, () => Math.floor(9600 / width)),
      cells,
    )
  })
  return wordFile(body.join(''), { lists: Array.from({ length: lists }, () => ({ words: '%1.' })) })
}

function runs(text: string): string {
  return pieces(text)
    .map((piece) =>
      piece.startsWith('**')
        ? run(bare(piece), '<w:b/>')
        : piece.startsWith('*') && piece.length > 2
          ? run(bare(piece), '<w:i/>')
          : run(piece),
    )
    .join('')
    .replaceAll('\t', '</w:t><w:tab/><w:t xml:space="preserve">')
}

const STYLE =
  'body{font:11pt Arial}table{border-collapse:collapse;width:100%}td{border:1px solid #333;padding:3pt 5pt;vertical-align:top}td p{margin:0 0 3pt}p{white-space:pre-wrap}h1{font-size:15pt}h2{font-size:12pt}'
const marked = (text: string) =>
  pieces(text)
    .map((piece) =>
      piece.startsWith('**')
        ? `<b>${escaped(bare(piece))}</b>`
        : piece.startsWith('*') && piece.length > 2
          ? `<i>${escaped(bare(piece))}</i>`
          : escaped(piece),
    )
    .join('')

function inHtml(block: Block): string {
  if (block.kind === 'heading') return `<h${block.level}>${marked(block.text)}</h${block.level}>`
  if (block.kind === 'bullet') return `<ul><li>${marked(block.text)}</li></ul>`
  if (block.kind !== 'table') return `<p>${marked(block.text)}</p>`
  const cells = (one: readonly string[]) =>
    one.map(
      (text) =>
        `<td>${text
          .split('\n')
          .map((line) => `<p>${marked(line)}</p>`)
          .join('')}</td>`,
    )
  return `<table>${block.rows.map((one) => `<tr>${cells(one).join('')}</tr>`).join('')}</table>`
}

function inText(block: Block): string {
  // A browser that copies a table leaves a blank line before and after it.
  if (block.kind === 'table') return `\n${block.rows.map((one) => one.map(bare).join('\t')).join('\n')}\n`
  return block.kind === 'bullet' ? `• ${bare(block.text)}` : bare(block.text)
}
