import type { SourceBlock, SourceParagraph } from '../platform/documents/source-document.ts'
import { isFurniture, SIGNED } from './end-of-minutes.ts'
import { isBody } from './head-of-minutes.ts'
import { isPerson } from './meeting-names.ts'
import { REFERENCE } from './meeting-tables.ts'
import { labelOf } from './read-attendance.ts'
import { isShouted } from './read-particulars.ts'
import { writtenDays } from './written-days.ts'

export const NAMES = new RegExp(
  `^(?:(?:minute|item|agenda item|min\\.?|no\\.?)\\s+(?:no\\.?\\s*)?)?(${REFERENCE})(?:[.:)]?\\s+(?:[–-]\\s+)?|[.:)]\\s*(?=\\p{Lu}{2}))(?=\\p{Lu}|[“"'‘(]|\\d{4}\\b)([\\s\\S]{2,221})$`,
  'u',
)

export type ItemOf = (block: SourceBlock, last: string | undefined) => { ref: string; title: string; rest?: string } | null

/** The first item after which another follows, or the only one. */
export function firstItem(blocks: readonly SourceBlock[], itemAt: ItemOf): number {
  const starts = blocks.flatMap((block, at) => (at > 0 && itemAt(block, undefined) ? [at] : []))
  const followed = starts.find((at) => {
    const ref = itemAt(blocks[at]!, undefined)!.ref
    return blocks.slice(at + 1).some((block) => itemAt(block, ref) !== null)
  })
  return followed ?? starts[0] ?? -1
}

/** The reference and title at the head of an item: a heading, a line in bold, or a short line that is no sentence; its number follows the last. */
export function itemOf(block: SourceBlock, last: string | undefined): { ref: string; title: string; rest?: string } | null {
  if (block.kind !== 'paragraph') return null
  const marker = block.list?.marker
  const isLed = block.boldLead !== undefined && block.boldLead > 3 && !marker
  const own = isLed ? block.text.slice(0, block.boldLead).trim() : block.text
  if (own.length > 240) return null
  const stands = block.heading !== undefined || block.bold === true || isLed
  const plainly = marker === undefined && !/[.;:]$/.test(own)
  const text = marker && !/^\p{Lu}*\d+\/\d/u.test(own) ? `${marker.replace(/[.)]$/, '')} ${own}` : own
  const match = NAMES.exec(text.replaceAll('\t', ' ').trim())
  if (!match?.[1] || !match[2] || (!stands && !plainly && !isTitled(block))) return null
  const [day] = writtenDays(text.slice(0, 30))
  if ((day && text.startsWith(day.words)) || /^(?:that|to)\s/i.test(match[2])) return null
  const ref = match[1]
    .replaceAll(/\s*-\s*/g, '-')
    .replace(/^§\s*/, '')
    .trim()
  if (last !== undefined && !follows(ref, last, stands)) return null
  const rest = isLed
    ? block.text
        .slice(block.boldLead)
        .replace(/^[\s:–-]+/, '')
        .trim()
    : ''
  const title = match[2]
    .replaceAll(/\s+/g, ' ')
    .replace(/\s*[:–-]$/, '')
    .trim()
  return { ref, title, ...(rest !== '' && { rest }) }
}

/** Where no item has a number, what stands above each in bold or as a heading. */
export const untitledItem: ItemOf = (block) => {
  if (block.kind !== 'paragraph' || block.text.length > 120 || block.list) return null
  const text = block.text.trim()
  const stands = block.heading !== undefined || (block.bold === true && !/[.;]$/.test(text)) || (isShouted(text) && text.length > 5)
  const isWords =
    /^(?:resolved|agreed|recommended|decision|action|pend|note)/i.test(text) || (labelOf(text) !== null && !/^apolog/i.test(text))
  if (
    !stands ||
    isWords ||
    SIGNED.test(text) ||
    writtenDays(text).length > 0 ||
    isBody(text) ||
    /\bminutes of (?!(?:the )?(?:previous|last|meeting|preceding))|\bcouncil$/i.test(text)
  )
    return null
  return { ref: '', title: text.replace(/[:.]$/, '') }
}

const USUAL = /\b(?:apologies|declarations?|minutes|matters arising|work programme|next meeting|other business|welcome)\b/i

/** Where nothing stands out, as in pasted text: a short line without an end that a sentence follows, if some of those are usual in minutes. */
export function plainItem(blocks: readonly SourceBlock[]): ItemOf {
  const titles = new Set<SourceBlock>()
  for (const [at, block] of blocks.entries()) {
    const next = blocks[at + 1]
    if (block.kind !== 'paragraph' || block.list || next?.kind !== 'paragraph' || next.list) continue
    const text = block.text.trim()
    const isShort = text.length < 70 && text.split(' ').length < 10 && /^\p{Lu}.*[\p{L}\d)]$/u.test(text) && /[.:;]$/.test(next.text.trim())
    const isWords =
      /^(?:resolved|agreed|recommended|decision|action|that|cllr|councillor)\b/i.test(text) ||
      (labelOf(text) !== null && !/^apolog/i.test(text))
    if (isShort && !isWords && !isPerson(text) && writtenDays(text).length === 0 && !isBody(text) && at > 0) titles.add(block)
  }
  const usual = [...titles].filter((block) => block.kind === 'paragraph' && USUAL.test(block.text))
  return (block) => (usual.length >= 2 && titles.has(block) && block.kind === 'paragraph' ? { ref: '', title: block.text.trim() } : null)
}

function isTitled(block: SourceParagraph): boolean {
  return block.list?.marker !== undefined && block.text.length < 120 && !/[.;:]$/.test(block.text)
}

/** `34/26` after `33/26`, `2025/8` after `2025/7`, `CYP SC-15` after `CYP SC-14`; where it is set as a heading, also one that comes a few numbers later. */
export function follows(ref: string, last: string, stands: boolean): boolean {
  const numbers = (text: string): number[] => [...text.matchAll(/\d+/g)].map((match) => Number(match[0]))
  const letters = (text: string): string => text.replaceAll(/[\d\s./-]/g, '')
  const before = numbers(last)
  const now = numbers(ref)
  const most = stands ? 6 : 1
  const rises = now.filter((number, at) => number > (before[at] ?? Number.NaN) && number <= (before[at] ?? Number.NaN) + most).length
  const same = now.filter((number, at) => number === before[at]).length
  return letters(ref) === letters(last) && now.length === before.length && rises === 1 && rises + same === now.length
}

export interface Item {
  ref: string
  title: string
  blocks: SourceBlock[]
}

export function itemsOf(blocks: readonly SourceBlock[], itemAt: ItemOf): Item[] {
  const items: Item[] = []
  for (const [at, block] of blocks.entries()) {
    const item = itemAt(block, items.at(-1)?.ref)
    if (item) items.push({ ref: item.ref, title: item.title, blocks: item.rest ? [{ kind: 'paragraph', text: item.rest }] : [] })
    else if (!isFurniture(block) && !isBareHeading(block, blocks[at + 1])) items.at(-1)?.blocks.push(block)
  }
  return items
}

/** `Summary of actions` above a log that became lines of the minutes it is of: nothing is listed under it. */
function isBareHeading(block: SourceBlock, next: SourceBlock | undefined): boolean {
  return (
    block.kind === 'paragraph' &&
    !(next?.kind === 'paragraph' && next.list) &&
    /^(?:summary of |list of )?actions?(?: log| points| list| arising| summary)?\W*$/i.test(block.text.trim())
  )
}
