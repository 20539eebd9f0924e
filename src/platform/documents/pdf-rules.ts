import { clustersOf } from './pdf-clusters.ts'
import type { PdfBox, PdfRule, PdfWord } from './pdf-page.ts'

/** Lines of a page that hang together: those along the page and those down it. */
export interface RuleGroup {
  along: PdfRule[]
  down: PdfRule[]
}

/** How far apart lines may be drawn that are one to the eye, and still meet. */
export const NEAR = 3
const MOST_RULES = 2_000

/** The lines that make tables: pieces of one line joined, underlines left out, those that meet grouped. */
export function groupsOfRules(rules: readonly PdfRule[], words: readonly PdfWord[]): RuleGroup[] {
  const along = joined(
    rules.filter((rule) => Math.abs(rule.y1 - rule.y2) < 0.9),
    'along',
  )
    .slice(0, MOST_RULES)
    .filter((rule) => !isUnderline(rule, words))
  const down = joined(
    rules.filter((rule) => Math.abs(rule.x1 - rule.x2) < 0.9 && rule.y2 - rule.y1 >= 3),
    'down',
  )
  return meeting(along, down.slice(0, MOST_RULES))
}

/** Pieces on one line, end to end, as one rule; sorted. */
function joined(rules: readonly PdfRule[], way: 'along' | 'down'): PdfRule[] {
  const [at, from, to] = way === 'along' ? (['y1', 'x1', 'x2'] as const) : (['x1', 'y1', 'y2'] as const)
  const levels: PdfRule[][] = []
  for (const rule of rules.toSorted((a, b) => a[at] - b[at])) {
    const level = levels.at(-1)
    if (level?.[0] && rule[at] - level[0][at] <= 1.6) level.push(rule)
    else levels.push([rule])
  }
  return levels.flatMap((level) => {
    const whole: PdfRule[] = []
    for (const rule of level.toSorted((a, b) => a[from] - b[from])) {
      const last = whole.at(-1)
      if (last && rule[from] <= last[to] + NEAR) last[to] = Math.max(last[to], rule[to])
      else whole.push({ ...rule })
    }
    return whole
  })
}

/** A line just under words and no longer than they are is how a link or a heading looks, not the side of a cell. */
function isUnderline(rule: PdfRule, words: readonly PdfWord[]): boolean {
  const above = words.filter(
    (word) =>
      !word.turned &&
      rule.y1 > word.base - 0.45 * word.size &&
      rule.y1 < word.base + 0.3 * word.size &&
      word.x < rule.x2 &&
      word.x + word.width > rule.x1,
  )
  if (above.length === 0) return false
  const [left, right] = [Math.min(...above.map((word) => word.x)), Math.max(...above.map((word) => word.x + word.width))]
  return rule.x1 >= left - 2.5 && rule.x2 <= right + 2.5
}

function meeting(along: readonly PdfRule[], down: readonly PdfRule[]): RuleGroup[] {
  const groups = new Map<number, RuleGroup>()
  const clusters = clustersOf(down.length)
  const loose: PdfRule[] = []
  const crossed = along.map((rule) => {
    const met = down.flatMap((one, index) => (meets(rule, one) ? [index] : []))
    for (const index of met) clusters.join(index, met[0] ?? index)
    if (met.length === 0) loose.push(rule)
    return met
  })
  down.forEach((rule, index) => groupFor(groups, clusters.of(index)).down.push(rule))
  along.forEach((rule, index) => {
    const first = crossed[index]?.[0]
    if (first !== undefined) groupFor(groups, clusters.of(first)).along.push(rule)
  })
  return [...groups.values(), ...loose.map((rule) => ({ along: [rule], down: [] }))]
}

function groupFor(groups: Map<number, RuleGroup>, key: number): RuleGroup {
  const group = groups.get(key) ?? { along: [], down: [] }
  groups.set(key, group)
  return group
}

function meets(along: PdfRule, down: PdfRule): boolean {
  return down.x1 >= along.x1 - NEAR && down.x1 <= along.x2 + NEAR && along.y1 >= down.y1 - NEAR && along.y1 <= down.y2 + NEAR
}

export function boxOfGroup({ along, down }: RuleGroup): PdfBox {
  const all = [...along, ...down]
  const [x, y] = [Math.min(...all.map((rule) => rule.x1)), Math.min(...all.map((rule) => rule.y1))]
  return { x, y, width: Math.max(...all.map((rule) => rule.x2)) - x, height: Math.max(...all.map((rule) => rule.y2)) - y }
}
