import { parseFragment } from 'parse5'
import type { DefaultTreeAdapterMap } from 'parse5'
import { isBulletMark, mendHyphens } from './read-text-line.ts'
import type { SourceParagraph } from './source-document.ts'

type Node = DefaultTreeAdapterMap['childNode']

const BLOCKS = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'tr',
  'td',
  'th',
  'blockquote',
  'section',
])
const UNREAD = new Set(['script', 'style', 'template', 'del', 's', 'strike'])
/** Deeper than any cell of a paper; below it markup is read as plain words, so that nesting cannot exhaust the stack. */
const DEPTH = 40

interface Walk {
  paragraphs: SourceParagraph[]
  runs: { text: string; bold: boolean }[]
  list: SourceParagraph['list']
}

/** The paragraphs of a piece of HTML found inside a cell: its blocks, its lists, what is bold. Nothing is fetched, nothing runs. */
export function readHtml(html: string): SourceParagraph[] {
  const walk: Walk = { paragraphs: [], runs: [], list: undefined }
  for (const node of parseFragment(html).childNodes) step(node, walk, { bold: false, level: -1, ordered: false, depth: 0 })
  endParagraph(walk)
  return walk.paragraphs
}

interface Around {
  bold: boolean
  level: number
  ordered: boolean
  depth: number
}

function step(node: Node, walk: Walk, around: Around): void {
  if (node.nodeName === '#text') {
    walk.runs.push({ text: (node as DefaultTreeAdapterMap['textNode']).value, bold: around.bold })
    return
  }
  if (!('childNodes' in node) || UNREAD.has(node.nodeName) || around.depth > DEPTH) return
  const element = node
  const name = element.tagName
  if (name === 'br') walk.runs.push({ text: '\n', bold: around.bold })
  if (name === 'sup' || name === 'sub') trimBefore(walk)
  if (BLOCKS.has(name)) endParagraph(walk)
  const inside = { ...around, depth: around.depth + 1, bold: around.bold || name === 'b' || name === 'strong' || /^h\d$/.test(name) }
  if (name === 'ul' || name === 'ol') {
    inside.level = around.level + 1
    inside.ordered = name === 'ol'
  }
  let item = 0
  for (const child of element.childNodes) {
    if (child.nodeName === 'li') {
      endParagraph(walk)
      item++
      walk.list = inside.ordered ? { level: Math.max(0, inside.level), marker: `${item}.` } : { level: Math.max(0, inside.level) }
    }
    step(child, walk, inside)
  }
  if (BLOCKS.has(name)) endParagraph(walk)
}

/** "24 <sup>th</sup> June" is the 24th. */
function trimBefore(walk: Walk): void {
  const last = walk.runs.at(-1)
  if (last && /\d\s+$/.test(last.text)) last.text = last.text.trimEnd()
}

function endParagraph(walk: Walk): void {
  const runs = walk.runs
  walk.runs = []
  const joined = runs.map((run) => run.text).join('')
  const text = mendHyphens(joined)
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .trim()
  if (text === '') return
  const paragraph: SourceParagraph = { kind: 'paragraph', text: isBulletMark(text) ? text.replace(/^\S\s+/, '') : text }
  if (runs.every((run) => run.bold || run.text.trim() === '')) paragraph.bold = true
  if (walk.list) paragraph.list = walk.list
  else if (isBulletMark(text)) paragraph.list = { level: 0 }
  walk.list = undefined
  walk.paragraphs.push(paragraph)
}
