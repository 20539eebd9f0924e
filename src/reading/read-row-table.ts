import { wordsOf } from './cell-lines.ts'
import { chosenIn } from './chosen-box.ts'
import type { Column } from './columns.ts'
import { findDates } from './dates.ts'
import type { Field } from './heading-families.ts'
import { readOwners } from './owners.ts'
import { followsLabel, labelOf, markedLines, splitParts } from './part-labels.ts'
import { readActions } from './read-row-actions.ts'
import { isBlank, readUpdates } from './read-row-updates.ts'
import type { PartLevel, UpdateContext } from './read-row-updates.ts'
import type { ReadPart, ReadRecommendation, ReadTimescale, ReadUpdate, ResponseAnswer, Unplaced } from './reading.ts'
import { crossRefs, paragraphRefs } from './references.ts'
import { nameOf, ratesActions } from './rounds.ts'
import type { RoundColumns } from './rounds.ts'
import { forgetClosing } from './refused-and-closed.ts'
import type { RecordRow, RowRecord } from './row-record.ts'
import { isRefOfActions } from './row-records.ts'
import { isTicked } from './ticked-grades.ts'
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
  for (const record of table.records) keepUnplaced(table, record)
  return table.records.map((record) => readRecord(record, table, known))
}

function readRecord(record: RowRecord, table: RowTable, known: ReadonlySet<string>): ReadRecommendation {
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
  addResponse(
    recommendation,
    tickedAnswer(record, table.columns) || textAt(record, table.columns, 'response') || answerInAction(recommendation, table.columns),
  )
  saidBesideAnswer(recommendation, record, table.columns)
  addUpdates(recommendation, record, table)
  addRefs(recommendation, record, table.columns, known)
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

function columnsOf(columns: readonly Column[], field: Field): Column[] {
  return columns.filter((column) => column.field === field)
}

function ownPieces(record: RowRecord, column: Column): { row: RecordRow; lines: string[] }[] {
  return record.rows.flatMap((row) => {
    const piece = row.pieces.get(column)
    return piece && (!row.shared.has(column) || row === record.rows[0]) ? [{ row, lines: piece.lines }] : []
  })
}

function textAt(record: RowRecord, columns: readonly Column[], field: Field): string {
  return columnsOf(columns, field)
    .flatMap((column) => ownPieces(record, column).map(({ lines }) => wordsOf(lines)))
    .filter((words) => words !== '')
    .join('\n')
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
    const lines = (row?.pieces.get(column)?.lines ?? []).map((line) => line.replace(/^\s*- /, '').trim()).filter((line) => line !== '')
    if (lines.length > 0) action.measures = lines
  }
}

/** One cell beside all the rows of the recommendation. */
function reachesOver(record: RowRecord, column: Column): boolean {
  return record.rows.length > 1 && record.rows.slice(1).every((row) => row.shared.has(column))
}

/** Columns headed by the answers themselves, `Agreed`, `Not agreed`, with a tick in one: the answer is the heading. */
function tickedAnswer(record: RowRecord, columns: readonly Column[]): string {
  const answers = columnsOf(columns, 'response').filter((column) => answerOf(column.heading) !== undefined)
  if (answers.length < 2) return ''
  const ticked = answers.filter((column) => ownPieces(record, column).some(({ lines }) => isTicked(wordsOf(lines))))
  return ticked.length === 1 ? (ticked[0]?.heading ?? '') : ''
}

/** A column that is both answer and action opens with the answer: `Accepted in principle. A refresh is planned…`. */
function answerInAction(recommendation: ReadRecommendation, columns: readonly Column[]): string {
  const column = columnsOf(columns, 'action').find((one) => /\brespon|\bagreed\b.*\/|\bdecision/i.test(one.heading))
  const opening = /^[^.;:–\n]{3,40}(?=[.;:–\n]|$)/.exec(recommendation.actions[0]?.text ?? '')?.[0] ?? ''
  return column && answerOf(opening) !== undefined ? opening.trim() : ''
}

const ANSWER_WORDS: [RegExp, ResponseAnswer][] = [
  [/^\W*(?:not (?:agreed|accepted|supported)|reject|declin|disagree|refus)/i, 'rejected'],
  [
    /^\W*(?:part(?:ly|ially)?[ -](?:agree|accept|support)|(?:agree|accept|support)\w* in part|accepted? partially|agreed? partially|agreed?\W+further work)/i,
    'accepted_in_part',
  ],
  [/^\W*(?:(?:agree|accept|support)\w* in principle|in principle)/i, 'accepted_in_principle'],
  [/^\W*(?:yes\b|agree|accept|support|approve|endorse)/i, 'accepted'],
  [/^\W*(?:noted?\b)/i, 'noted'],
  [/^\W*(?:no\b)/i, 'rejected'],
]

export function answerOf(text: string): ResponseAnswer | undefined {
  const chosen = chosenIn(text)
  return ANSWER_WORDS.find(([words]) => words.test(chosen))?.[1]
}

function addResponse(recommendation: ReadRecommendation, text: string): void {
  if (text === '') return
  const answer = answerOf(text)
  recommendation.response = answer === undefined ? { text } : { answer, text }
}

/** A column that only answers beside one that says why: the answer is told already, the words are those of the other. */
function saidBesideAnswer({ response }: ReadRecommendation, record: RowRecord, columns: readonly Column[]): void {
  const said = columnsOf(columns, 'response').map((column) => textAt(record, [column], 'response'))
  const [answer = '', ...words] = said
  const rest = words.filter((one) => one !== '').join('\n')
  if (response?.answer === undefined || rest === '' || answer.length > 30 || answerOf(answer) !== response.answer) return
  response.text = rest
}

function addUpdates(recommendation: ReadRecommendation, record: RowRecord, table: RowTable): void {
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
    nameRounds(updates, record, table)
    closed = updates.length > 0 && updates.every((update) => update.grade === 'achieved' || update.grade === 'completed')
  }
}

/** Whether a column says in which round each row was written: a row to an update, or a heading that means a round. */
function namesRounds(table: RowTable, column: Column): boolean {
  const several = table.records.filter((record) => record.rows.length > 1).length
  return table.rounds.length === 1 && (several > 0 || /\b(?:round|quarter|period|cycle)\b/i.test(column.heading))
}

/** Where a column names the round of each row, that is the round of its updates. */
function nameRounds(updates: readonly ReadUpdate[], record: RowRecord, table: RowTable): void {
  const column = columnsOf(table.columns, 'round')[0]
  if (!column || !namesRounds(table, column)) return
  for (const update of updates) {
    const row = record.rows.find((one) => one.place === update.place)
    const words = wordsOf(row?.pieces.get(column)?.lines ?? []).replaceAll('\n', ' ')
    if (words === '') continue
    const [date] = findDates(words)
    update.round = nameOf(words) || words
    if (date?.dayGiven) update.presented_on = date.iso
    else delete update.presented_on
  }
}

/** The parts that the dates or owners name, each with the line at which it stands. */
function partLevels(record: RowRecord, columns: readonly Column[]): PartLevel[] {
  for (const column of [...columnsOf(columns, 'due'), ...columnsOf(columns, 'owner')]) {
    const lines = record.rows[0]?.pieces.get(column)?.lines ?? []
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

function keepUnplaced(table: RowTable, record: RowRecord): void {
  const fields = new Set(table.columns.map((column) => column.field))
  for (const column of table.columns) {
    const homeless =
      NOT_KEPT.includes(column.field) ||
      (column.field === 'round' && !namesRounds(table, column)) ||
      (column.field === 'budget' && !fields.has('action')) ||
      (column.field === 'percent' && !fields.has('action'))
    if (!homeless) continue
    for (const { row, lines } of ownPieces(record, column)) {
      const words = wordsOf(lines)
      if (words === '') continue
      const heading = column.heading.replaceAll('\n', ' ')
      const why = heading === '' ? 'A column without a heading' : `The column “${heading}” has no field in Heed`
      table.context.unplaced.push({ place: row.place, text: words, why })
    }
  }
}
