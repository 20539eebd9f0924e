import type { SourceBlock, SourceParagraph } from '../platform/documents/source-document.ts'
import { partsOf } from './read-row-table.ts'
import type { ReadRecommendation } from './reading.ts'
import { leadingRef, paragraphRefs } from './references.ts'

/** The recommendations of a report that lists them, numbered or lettered, under a heading of that name, without a table. Fewer than two are none. */
export function readListedRecommendations(blocks: readonly SourceBlock[]): ReadRecommendation[] {
  const found: { ref: string; lines: string[]; at: number }[] = []
  let inside = false
  blocks.forEach((block, at) => {
    if (block.kind === 'table') return
    if (isHeading(block)) {
      inside = /\brecommendations?\b/i.test(block.text) && leadingRef(`${block.text} `)?.ref === undefined ? true : inside && isItem(block)
      if (!isItem(block)) return
    }
    if (!inside) return
    const item = itemOf(block)
    const last = found.at(-1)
    if (item && (block.list?.level ?? 0) === 0 && !/^[ivx]+$/.test(item.ref) && !(last && /^[a-z]$/.test(item.ref) && /\d/.test(last.ref)))
      found.push({ ...item, at })
    else if (last && last.at + last.lines.length + 3 > at)
      last.lines.push(block.list?.marker ? `${block.list.marker} ${block.text}` : block.list ? `- ${block.text}` : block.text)
  })
  return found.length < 2 ? [] : found.map(recommendationOf)
}

function isHeading(paragraph: SourceParagraph): boolean {
  return paragraph.heading !== undefined || (paragraph.bold === true && paragraph.text.length < 90)
}

function isItem(paragraph: SourceParagraph): boolean {
  return itemOf(paragraph) !== null && paragraph.text.length > 40
}

function itemOf(paragraph: SourceParagraph): { ref: string; lines: string[] } | null {
  if (paragraph.list?.marker) return { ref: paragraph.list.marker.replaceAll(/[().:]+$|^\(/g, ''), lines: [paragraph.text] }
  const lead = leadingRef(paragraph.text)
  return lead ? { ref: lead.ref, lines: [lead.rest] } : null
}

function recommendationOf({ ref, lines, at }: { ref: string; lines: string[]; at: number }): ReadRecommendation {
  const { text, parts } = partsOf({ ref, lines, place: {}, rows: [] })
  const recommendation: ReadRecommendation = { ref, text, owners: [], due: [], actions: [], updates: [], place: { paragraph: at + 1 } }
  if (parts.length > 0) recommendation.parts = parts
  const cited = [text, ...parts.map((part) => part.text)].flatMap(paragraphRefs)
  if (cited.length > 0) recommendation.paragraph_refs = [...new Set(cited)]
  return recommendation
}
