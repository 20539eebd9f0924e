import { gradeOf } from './grades.ts'
import { textOf } from '../platform/documents/source-document.ts'
import type { SourceBlock, SourceParagraph } from '../platform/documents/source-document.ts'

/** The lines of a cell as they stand one under another, blank ones kept: they hold statements and grades level. */
export function linesOf(blocks: readonly SourceBlock[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.text === '' && !block.list?.marker ? [''] : textOf([block]).split('\n').map(tidyLine),
  )
}

/** The words of a paragraph after the number or letter that the document gave it. */
export function withMarker({ text, list }: SourceParagraph): string {
  return list?.marker ? `${list.marker} ${text}` : text
}

/** The lines of some blocks without the marks of bullets. */
export function plainLinesOf(blocks: readonly SourceBlock[]): string[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? withMarker(block) : textOf([block])).split('\n'))
}

/** What a form shows until somebody fills it in. */
const PROMPT =
  /^\[?(?:click(?: or tap)?(?: here)?(?: to (?:enter|add|type|choose|select) (?:some )?(?:text|a date|an item))?|(?:choose|select) an item|enter text|insert text)\.?\]?$/i

export function isPrompt(text: string): boolean {
  return text.length < 60 && PROMPT.test(text.trim())
}

/** Typed bullets are bullets; the prompt of a form that nobody filled in says nothing. */
function tidyLine(line: string): string {
  if (isPrompt(line)) return ''
  return line.replace(/^(\s*)[•▪●➤○◦❖■](?:\s+|(?=\p{Lu}))/u, '$1- ')
}

/** The words of lines, blank ones left out. */
export function wordsOf(lines: readonly string[]): string {
  return lines
    .filter((line) => line.trim() !== '')
    .join('\n')
    .trim()
}

/** Groups of lines that blank lines part, each with the level (line, from 0) at which it begins. */
export function groupsOf(lines: readonly string[]): { lines: string[]; level: number }[] {
  const groups: { lines: string[]; level: number }[] = []
  lines.forEach((line, level) => {
    if (line.trim() === '') return
    const last = groups.at(-1)
    if (last && lines[level - 1]?.trim() !== '') last.lines.push(line)
    else groups.push({ lines: [line], level })
  })
  return groups
}

/** Whether words end as a sentence, a list's introduction or an item does. */
export function isFinished(words: string): boolean {
  return /[.!?:;][)\]"'’”]*$/.test(words.trimEnd())
}

/**
 * Lines of one cell that a page cut in two. A sentence broken off runs on in the same line; a word broken at a hyphen is whole again;
 * anything else begins a line of its own.
 */
export function joinCut(before: readonly string[], after: readonly string[]): string[] {
  const head = before.findLastIndex((line) => line.trim() !== '')
  const next = after.findIndex((line) => line.trim() !== '')
  const last = before[head]
  const first = after[next]
  if (last === undefined) return [...after]
  if (first === undefined) return [...before]
  if (!runsOn(last, first)) return [...before, ...after]
  const hyphenated = /\w-$/.test(last)
  return [...before.slice(0, head), `${last}${hyphenated ? '' : ' '}${first}`, ...after.slice(next + 1)]
}

/** Whether words left unfinished run on in the words that follow. */
export function runsOn(last: string, first: string): boolean {
  if (isFinished(last) || /^(?:[-•▪*]|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)])\s/.test(first)) return false
  return (
    /^[a-z(,;&]/.test(first) ||
    /(?:[,&-]|\b(?:and|or|of|the|to|for|a|an|in|on|by|with|be|is|are|was|that|this|as|at|from|their|its|will))$/i.test(last) ||
    last.length > 12
  )
}

/**
 * Cuts a line where a sentence that is a status begins (`… by summer 2016. Progressing but not yet completed. Training is…`): owners open
 * what they say with one, so what stands before it belongs to the statement above. Null where there is none.
 */
export function cutAtStatus(line: string): [string, string] | null {
  for (const match of line.matchAll(/[.!?)]["'’”)]*\s+(?=([A-Z](?:[^.!?]|[.](?=\d)){3,60})[.!?](?:\s|$))/g)) {
    const sentence = match[1] ?? ''
    const found = gradeOf(sentence)
    if (found.grade === null || (found.rest.trim() !== '' && !/^(?:but\b|and\b|not\b|[\d./]+$)/.test(found.rest.trim()))) continue
    return [line.slice(0, match.index + match[0].length).trim(), line.slice(match.index + match[0].length)]
  }
  return null
}
