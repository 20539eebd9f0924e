import { wordsOf } from './cell-lines.ts'
import type { Column } from './columns.ts'
import type { Field } from './heading-families.ts'
import { readOwners } from './owners.ts'
import { followsLabel, labelOf, markedLines, splitParts } from './part-labels.ts'
import { readActions } from './read-row-actions.ts'
import { isBlank, readUpdates } from './read-row-updates.ts'
import type { PartLevel, UpdateContext } from './read-row-updates.ts'
import type { ReadPart, ReadRecommendation, ReadTimescale, Unplaced } from './reading.ts'
import { columnsOf, linesAt, ownPieces, textAt } from './record-words.ts'
import { crossRefs, paragraphRefs } from './references.ts'
import { forgetClosing } from './refused-and-closed.ts'
import { columnsOfRounds, nameRounds } from './rounds-in-rows.ts'
import { ratesActions } from './rounds.ts'
import type { RoundColumns } from './rounds.ts'
import type { RowRecord } from './row-record.ts'
import { isRefOfActions } from './row-records.ts'
import { addResponse } from './row-response.ts'
import { readTimescales } from './timescales.ts'

/** What a table of recommendations, one (or several rows) each, is read with. */
export interface RowTable {
  records: RowRecord[]
  columns: readonly Column[]
  rounds: RoundColumns[]
  /** The recommendation stands above the table or in rows across it; its rows are actions and its references are theirs. */
  introduced?: boolean
  context: UpdateContext & { unplaced: Unplaced[] }
}

const NOT_KEPT: readonly Field[] = ['other', 'unknown', 'closed', 'review']

/** The recommendations of a table in rows, whatever the council's headings. What stands in a column without a meaning goes to `unplaced`. */
export function readRowTable(table: RowTable): ReadRecommendation[] {
  const known = new Set(table.records.map((record) => record.ref).filter((ref) => ref !== ''))
  const naming = columnsOfRounds(table)
  const homeless = homelessColumns(table, naming)
  for (const record of table.records) keepUnplaced(record, homeless, table.context.unplaced)
  return table.records.map((record) => readRecord(record, { ...table, known, namedBy: naming[0] }))
}

/** The same, with what is the same for each of its recommendations. */
interface KnownTable extends RowTable {
  /** The references of them all. */
  known: ReadonlySet<string>
  /** The column that names the round of each row. */
  namedBy: Column | undefined
}

function readRecord(record: RowRecord, table: KnownTable): ReadRecommendation {
  const { text, parts } = partsOf(record)
  const owned = ownersOf(record, table.columns)
  const recommendation: ReadRecommendation = {
    ref: record.ref,
    text,
    owners: owned.owners,
    due: dueOf(record, table.columns, table.rounds),
    actions: [],
    updates: [],
    place: record.place,
  }
  if (parts.length > 0) recommendation.parts = parts
  if (owned.byPart.length > 0) recommendation.owner_parts = owned.byPart
  const theme = textAt(record, table.columns, 'theme') || record.theme
  if (theme) recommendation.theme = theme
  addActions(recommendation, record, table)
  addMeasure(recommendation, record, table.columns)
  addResponse(recommendation, record, table.columns)
  addUpdates(recommendation, record, table)
  addRefs(recommendation, record, table.columns, table.known)
  forgetClosing(recommendation)
  return recommendation
}

/** The words of a recommendation and its lettered or roman parts; numbers and bullets stay in the words. */
export function partsOf(record: RowRecord): { text: string; parts: ReadPart[] } {
  const text: string[] = []
  const parts: ReadPart[] = []
  for (const line of markedLines(record.lines)) {
    if (line.trim() === '') continue
    const label = labelOf(line)
    const last = parts.at(-1)
    // An item that extraction gave twice, the first time broken off.
    if (label && last && label.label === last.ref && label.rest.startsWith(last.text.slice(0, 40))) last.text = label.rest.trim()
    else if (label && followsLabel(label.label, last?.ref)) parts.push({ ref: label.label, text: label.rest.trim() })
    else if (last) last.text = `${last.text}\n${line}`
    else if (text.length > 0 && namedLater(record, line)) parts.push({ ref: firstOfRow(record), text: line.trim() })
    else text.push(line)
  }
  if (parts.length === 1 && record.rows.length === 1) return { text: wordsOf(record.lines), parts: [] }
  return { text: text.join('\n').trim(), parts }
}

/** The first part has lost its mark where a row of its own stands before one marked `ii`. */
function namedLater(record: RowRecord, line: string): boolean {
  const next = record.lines[record.lines.indexOf(line) + 1]
  return record.rows.length > 1 && next !== undefined && ['ii', 'b'].includes(labelOf(next)?.label ?? '')
}

function firstOfRow(record: RowRecord): string {
  return record.lines.some((line) => labelOf(line)?.label === 'ii') ? 'i' : 'a'
}

function ownersOf(record: RowRecord, columns: readonly Column[]): ReturnType<typeof readOwners> {
  const found = columnsOf(columns, 'owner').flatMap((column) => ownPieces(record, column).map(({ lines }) => readOwners(lines)))
  const owners = found.flatMap((one) => one.owners)
  return {
    owners: owners.filter((name, at) => owners.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === at),
    byPart: found.flatMap((one) => one.byPart),
  }
}

function dueOf(record: RowRecord, columns: readonly Column[], rounds: readonly RoundColumns[]): ReadTimescale[] {
  // A new date belongs to the update that asks for it; where the table has no updates it stands beside the first promise.
  const dates = [...columnsOf(columns, 'due').slice(0, 1), ...(rounds.length === 0 ? columnsOf(columns, 'revisedDue') : [])]
  const found = dates.flatMap((column) => dueIn(record, column))
  return found.filter((one, at) => found.findIndex((other) => other.text === one.text && other.part === one.part) === at)
}

function dueIn(record: RowRecord, column: Column): ReadTimescale[] {
  return ownPieces(record, column).flatMap(({ row, lines }) => {
    const groups = readTimescales(lines)
    const part = row.parts.length === 1 ? row.parts[0] : undefined
    return groups.map((timescale): ReadTimescale =>
      timescale.part === undefined && part !== undefined ? { part, ...timescale } : timescale,
    )
  })
}

function addActions(recommendation: ReadRecommendation, record: RowRecord, table: RowTable): void {
  const action = columnsOf(table.columns, 'action')[0]
  if (!action) return
  recommendation.actions = readActions(record, {
    action,
    ref: table.introduced || isOfActions(table.columns) ? columnsOf(table.columns, 'ref')[0] : undefined,
    owners: columnsOf(table.columns, 'owner'),
    due: columnsOf(table.columns, 'due')[0],
    budget: columnsOf(table.columns, 'budget')[0],
    measure: columnsOf(table.columns, 'measure')[0],
    percent: columnsOf(table.columns, 'percent')[0],
    rag: ratesActions(table.columns) ? columnsOf(table.columns, 'grade')[0] : undefined,
  })
  // Where the actions were told apart, what the recommendation answers to is what they add up to.
  const owners = recommendation.actions.flatMap((one) => one.owners)
  if (recommendation.actions.length > 1 && recommendation.owner_parts === undefined && owners.length > 0)
    recommendation.owners = [...new Set(owners)]
  if (recommendation.actions.length > 1) recommendation.due = unionOfDue(recommendation)
}

function isOfActions(columns: readonly Column[]): boolean {
  const ref = columnsOf(columns, 'ref')[0]
  return ref !== undefined && isRefOfActions(ref, columns, columnsOf(columns, 'text')[0])
}

function unionOfDue(recommendation: ReadRecommendation): ReadTimescale[] {
  if (recommendation.due.some((one) => one.part !== undefined)) return recommendation.due
  const all = recommendation.actions.flatMap((action) => (action.due ? [action.due] : []))
  return all.length === 0 ? recommendation.due : all.filter((one, at) => all.findIndex((other) => other.text === one.text) === at)
}

/** A measure beside the only action is the recommendation's; beside one of several it is that action's. */
function addMeasure(recommendation: ReadRecommendation, record: RowRecord, columns: readonly Column[]): void {
  const column = columnsOf(columns, 'measure')[0]
  if (!column) return
  if (recommendation.actions.length < 2 || reachesOver(record, column)) {
    const words = textAt(record, columns, 'measure')
    if (words !== '') recommendation.success_measure = words
    return
  }
  for (const action of recommendation.actions) {
    const row = record.rows.find((one) => one.place === action.place)
    const lines = linesAt(row, column)
      .map((line) => line.replace(/^\s*- /, '').trim())
      .filter((line) => line !== '')
    if (lines.length > 0) action.measures = lines
  }
}

/** One cell beside all the rows of the recommendation. */
function reachesOver(record: RowRecord, column: Column): boolean {
  return record.rows.length > 1 && record.rows.slice(1).every((row) => row.shared.has(column))
}

function addUpdates(recommendation: ReadRecommendation, record: RowRecord, table: KnownTable): void {
  const parts = partLevels(record, table.columns)
  // Nobody is asked anything by what was rejected: a blank is no round of it.
  const asked = [recommendation.owners, recommendation.due, recommendation.actions].some((list) => list.length > 0)
  const refused = recommendation.response?.answer === 'rejected' && !asked
  let closed = false
  for (const round of table.rounds) {
    const updates = readUpdates(record, round, parts, table.context)
    if (!(closed || refused) || updates.some((update) => !isBlank(update))) recommendation.updates.push(...updates)
    for (const update of updates) {
      const beside = recommendation.actions.flatMap((action, at) => (action.place === update.place ? [at + 1] : []))
      if (recommendation.actions.length > 1 && beside.length === 1) update.action = beside[0]
    }
    if (table.namedBy) nameRounds(updates, record, table.namedBy)
    closed = updates.length > 0 && updates.every((update) => update.grade === 'achieved' || update.grade === 'completed')
  }
}

/** The parts that the dates or owners name, each with the line at which it stands. */
function partLevels(record: RowRecord, columns: readonly Column[]): PartLevel[] {
  for (const column of [...columnsOf(columns, 'due'), ...columnsOf(columns, 'owner')]) {
    const lines = linesAt(record.rows[0], column)
    const parts = splitParts(lines.filter((line) => line.trim() !== ''))
    if (parts.length > 1)
      return parts.map(({ part }) => ({
        part,
        level: Math.max(
          0,
          lines.findIndex((line) => labelOf(line)?.label === part),
        ),
      }))
  }
  return []
}

function addRefs(recommendation: ReadRecommendation, record: RowRecord, columns: readonly Column[], known: ReadonlySet<string>): void {
  const own = [recommendation.text, ...(recommendation.parts ?? []).map((part) => part.text)]
  const column = textAt(record, columns, 'paragraphs')
  const paragraphs = [...new Set([...(column === '' ? [] : column.split(/\s*[,;\n]\s*/)), ...own.flatMap(paragraphRefs)])]
  if (paragraphs.length > 0) recommendation.paragraph_refs = paragraphs
  const said = [...own, ...recommendation.actions.map((action) => action.text), ...recommendation.updates.map((update) => update.evidence)]
  const crossed = crossRefs(said.join('\n'), known, recommendation.ref)
  if (crossed.length > 0) recommendation.cross_refs = crossed
}

/** Columns whose words have no field in Heed. */
function homelessColumns({ columns }: RowTable, naming: readonly Column[]): Column[] {
  const planned = columns.some((column) => column.field === 'action')
  return columns.filter(
    (column) =>
      NOT_KEPT.includes(column.field) ||
      (column.field === 'round' && !naming.includes(column)) ||
      (['budget', 'percent'].includes(column.field) && !planned),
  )
}

function keepUnplaced(record: RowRecord, homeless: readonly Column[], unplaced: Unplaced[]): void {
  for (const column of homeless)
    for (const { row, lines } of ownPieces(record, column)) {
      const words = wordsOf(lines)
      if (words === '') continue
      const heading = column.heading.replaceAll('\n', ' ')
      const why = heading === '' ? 'A column without a heading' : `The column “${heading}” has no field in Heed`
      unplaced.push({ place: row.place, text: words, why })
    }
}
