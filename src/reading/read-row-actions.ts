import { groupsOf, wordsOf } from './cell-lines.ts'
import type { Column } from './columns.ts'
import { readOwners } from './owners.ts'
import type { ReadAction, ReadTimescale } from './reading.ts'
import { linesAt } from './record-words.ts'
import type { RecordRow, RowRecord } from './row-record.ts'
import { refOf } from './references.ts'
import { readTimescales } from './timescales.ts'

interface ActionColumns {
  action: Column
  /** The column of the actions' own references. */
  ref?: Column
  owners: readonly Column[]
  due: Column | undefined
  budget: Column | undefined
  measure: Column | undefined
  percent: Column | undefined
  /** The rating of an action, where the table rates actions and not progress. */
  rag: Column | undefined
}

interface Block {
  /** Lines of each action of the block, one block to a group of lines that blank lines part. */
  actions: string[][]
  level: number
}

/**
 * The actions of a recommendation, row by row. A cell of several bullets or numbers holds several actions; owners, dates and budget go to the
 * actions beside which they stand (groups of lines, parted by blanks, set against one another); where that cannot be told, each action gets all.
 */
export function readActions(record: RowRecord, columns: ActionColumns): ReadAction[] {
  return record.rows.flatMap((row) => actionsOfRow(row, columns))
}

/** Whether a row that an action reaches down over adds an owner, a date or a cost of its own. */
function hasOwnWords(row: RecordRow, columns: ActionColumns): boolean {
  const others = [...columns.owners, columns.due, columns.budget].filter((column) => column !== undefined)
  return others.some((column) => !row.shared.has(column) && linesAt(row, column).some((line) => line.trim() !== ''))
}

function actionsOfRow(row: RecordRow, columns: ActionColumns): ReadAction[] {
  if (row.shared.has(columns.action) && !hasOwnWords(row, columns)) return []
  const lines = linesAt(row, columns.action)
  const owners = columns.owners.flatMap((column) => linesAt(row, column))
  const due = linesAt(row, columns.due)
  const budget = linesAt(row, columns.budget)
  const blocks = blocksOf(lines)
  if (blocks.length === 0) {
    const said = [...owners, ...due, ...budget].some((line) => line.trim() !== '')
    if (!said || row.shared.has(columns.action)) return []
    blocks.push({ actions: [['']], level: 0 })
  }
  const part = row.parts.length === 1 ? row.parts[0] : undefined
  const ownersBeside = beside(blocks, owners)
  const dueBeside = beside(blocks, due)
  const budgetBeside = beside(blocks, budget)
  const each = oneEach(blocks, owners, due, budget)
  return blocks.flatMap((block, at) =>
    block.actions.map((action, nth): ReadAction => {
      const made: ReadAction = { text: '', owners: each.owners?.[nth] ?? readOwners(ownersBeside[at] ?? []).owners }
      const { ref, text } = numbered(wordsOf(action))
      made.text = text
      if (ref !== undefined) made.ref = ref
      const own = refOf(wordsOf(linesAt(row, columns.ref)))
      if (own !== null) made.ref = own
      if (part !== undefined) made.part = part
      addTimescale(made, readTimescales(each.due?.[nth] ?? dueBeside[at] ?? []))
      const money = (each.budget?.[nth] ?? budgetBeside[at] ?? []).filter((line) => line.trim() !== '').join(' ')
      if (money !== '') made.budget = money
      addPercent(made, linesAt(row, columns.percent))
      const rag = wordsOf(linesAt(row, columns.rag))
      if (rag !== '') made.rag = rag
      made.place = row.place
      return made
    }),
  )
}

/** As many names, dates or sums as there are actions, none of them set apart by blank lines: each action has its own. */
function oneEach(
  blocks: readonly Block[],
  owners: readonly string[],
  due: readonly string[],
  budget: readonly string[],
): { owners?: string[][]; due?: string[][]; budget?: string[][] } {
  const count = blocks[0]?.actions.length ?? 0
  if (blocks.length !== 1 || count < 2) return {}
  const names = readOwners(owners).owners
  const lines = (all: readonly string[]): string[][] | undefined => {
    const filled = all.filter((line) => line.trim() !== '')
    const repeated = filled.length === 1 ? /^(\S{2,})(?: \1)+$/.exec(filled[0] ?? '') : null
    const each = repeated ? (filled[0] ?? '').split(' ') : filled
    return each.length === count ? each.map((line) => [line]) : undefined
  }
  return { owners: names.length === count ? names.map((name) => [name]) : undefined, due: lines(due), budget: lines(budget) }
}

function blocksOf(lines: readonly string[]): Block[] {
  const groups = groupsOf(lines)
  const filled = lines.filter((line) => line.trim() !== '')
  const separate =
    filled.length > 1 &&
    (filled.every((line) => line.startsWith('- ')) || filled.every((line) => /^\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z])[.)]?\s/.test(line)))
  if (separate) return groups.map((group) => ({ actions: group.lines.map((line) => [line.replace(/^- /, '')]), level: group.level }))
  if (filled.length === 0) return []
  return [{ actions: [[...lines].map((line) => (filled.length === 1 ? line.replace(/^- /, '') : line))], level: 0 }]
}

/** The lines of another cell that stand beside each block: group by group where they are as many, by level where there are more groups. */
function beside(blocks: readonly Block[], lines: readonly string[]): string[][] {
  const groups = groupsOf(lines)
  if (blocks.length === 1 || groups.length < 2) return blocks.map(() => [...lines])
  if (groups.length === blocks.length) return groups.map((group) => group.lines)
  if (groups.length < blocks.length) return blocks.map(() => [...lines])
  return blocks.map((_, at) => {
    const own = groups.slice(at, at === blocks.length - 1 ? undefined : at + 1)
    return own.flatMap((group, index) => (index === 0 ? group.lines : ['', ...group.lines]))
  })
}

function numbered(text: string): { ref?: string; text: string } {
  const match = /^(\d{1,2}(?:\.\d{1,2})+[a-z]?|[A-Z]\d{1,2})[.):]?\s+(?=\S)/.exec(text)
  return match?.[1] === undefined
    ? { text: text.replace(/^\d{1,2}[.)]\s+(?=[A-Z])/, '') }
    : { ref: match[1], text: text.slice(match[0].length) }
}

function addTimescale(action: ReadAction, timescales: readonly ReadTimescale[]): void {
  const [first] = timescales
  if (!first) return
  const words = [...new Set(timescales.map(({ text }) => text))]
  if (words.length === 1) {
    action.due = first.iso === undefined ? { text: first.text } : { text: first.text, iso: first.iso }
    return
  }
  const latest = timescales
    .map(({ iso }) => iso)
    .filter((iso) => iso !== undefined)
    .toSorted()
    .at(-1)
  action.due = latest === undefined ? { text: words.join('\n') } : { text: words.join('\n'), iso: latest }
}

function addPercent(action: ReadAction, lines: readonly string[]): void {
  const match = /(\d{1,3})\s*%?/.exec(lines.join(' '))
  const value = Number(match?.[1] ?? Number.NaN)
  if (value >= 0 && value <= 100) action.percent_complete = value
}
