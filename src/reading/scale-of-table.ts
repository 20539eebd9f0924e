import type { SourceBlock, SourceDocument, SourceTable } from '../platform/documents/source-document.ts'
import { looksLikeScale } from './read-scale.ts'
import type { ScaleFound } from './read-scale.ts'
import type { ReadScale } from './reading.ts'

export type ScaleOf = (table: SourceTable) => ReadScale | undefined

/**
 * Which scale holds for each table of a document: one on its own sheet before any other; the one that stands just before it; the one at its
 * foot, before another heading; else the nearest before it that is not at the foot of another table, else the first after it.
 */
export function scalesByTable(source: SourceDocument, scales: readonly ScaleFound[]): ScaleOf {
  const footOf = feet(source)
  const places = new Map(source.blocks.map((block, at) => [block, at]))
  const wide = source.blocks.flatMap((block, at) => (isWide(block) ? [at] : []))
  return (table) => {
    const at = places.get(table) ?? 0
    const own = table.sheet === undefined ? [] : scales.filter((found) => source.blocks[found.at]?.sheet === table.sheet)
    const all = own.length > 0 ? own : scales
    const before = all.filter((found) => found.at <= at)
    const free = before.filter((found) => found.at === at || !footOf.has(found.at))
    const last = wide.findLast((one) => one < at) ?? -1
    const near = free.findLast((found) => found.at > last)
    const after = all.find((found) => found.at > at)
    const foot = after && footOf.get(after.at) === at ? after : undefined
    return (near ?? foot ?? free.at(-1) ?? before.at(-1) ?? after)?.scale
  }
}

function isWide(block: SourceBlock): boolean {
  return block.kind === 'table' && block.width >= 3 && !looksLikeScale(block)
}

/** The blocks below a table that nothing but notes part from it, and the place of that table. */
function feet(source: SourceDocument): Map<number, number> {
  const found = new Map<number, number>()
  let table: number | undefined
  source.blocks.forEach((block, at) => {
    if (table !== undefined) found.set(at, table)
    if (block.kind === 'table') table = isWide(block) ? at : table
    else if (block.heading !== undefined || block.bold || block.text.length >= 200) table = undefined
  })
  return found
}
