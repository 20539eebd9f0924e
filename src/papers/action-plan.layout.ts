import type { PaperBlock, PaperCell, PaperRow, PaperSection, PaperTable } from '../platform/documents/paper-document.ts'
import { heading, paragraph } from '../platform/documents/paper-document.ts'
import type { ReadAction, ReadPart, ReadRecommendation, ReadReview } from '../reading/reading.ts'
import { bandRow, blocksOf, cell, headerRow, labelled, led, listed } from './paper-words.ts'
import { guidanceOf, ownersWords } from './review-particulars.ts'
import { recommendationWords, responseWords, timescaleWords } from './recommendation-words.ts'

interface Column {
  heading: string
  width: number
  cell: (action: ReadAction) => PaperCell
}

/** The action plan: each recommendation, and each of its parts, beside its actions with who, at what cost and by when. */
export function actionPlan(review: ReadReview): PaperSection {
  const columns = columnsOf(review)
  const answered = review.recommendations.some((one) => one.response)
  let theme: string | undefined
  const rows = review.recommendations.flatMap((recommendation) => {
    const opens = recommendation.theme !== undefined && recommendation.theme !== theme
    theme = recommendation.theme
    const own = rowsOfRecommendation(recommendation, columns, answered)
    return opens ? [bandRow(theme ?? '', columns.length + (answered ? 2 : 1)), ...own] : own
  })
  const table: PaperTable = {
    kind: 'table',
    title: `Action plan for ${review.title}`,
    widths: [30, ...(answered ? [14] : []), ...columns.map((column) => column.width)],
    header: [headerRow(['Scrutiny Recommendation', ...(answered ? ['Response'] : []), ...columns.map((column) => column.heading)])],
    rows,
  }
  return {
    orientation: 'landscape',
    blocks: [heading(1, `${review.title} – Action Plan`), ...(review.recommendations.length > 0 ? [table] : [])],
  }
}

function columnsOf(review: ReadReview): Column[] {
  const some = (has: (action: ReadAction) => unknown) => review.recommendations.some((one) => one.actions.some(has))
  const columns: (Column | false)[] = [
    some((action) => action.outcome) && { heading: 'Outcome', width: 14, cell: (action) => cell(action.outcome) },
    { heading: 'Proposed Action', width: 32, cell: (action) => cell(action.ref ? led(action.ref, action.text) : action.text) },
    some((action) => action.measures?.length) && {
      heading: 'Success Measure',
      width: 14,
      cell: (action) => cell((action.measures ?? []).join('\n')),
    },
    { heading: 'By Whom', width: 15, cell: (action) => cell(listed(action.owners)) },
    { heading: 'Budget Cost', width: 10, cell: (action) => cell(action.budget) },
    { heading: 'Timescale', width: 11, cell: (action) => cell(timescaleWords(action.due)) },
    some((action) => typeof action.percent_complete === 'number') && {
      heading: '% complete',
      width: 8,
      cell: (action) => cell(typeof action.percent_complete === 'number' ? `${action.percent_complete}%` : ''),
    },
    some((action) => action.rag) && { heading: 'RAG rating', width: 9, cell: (action) => cell(action.rag ?? '') },
    some((action) => action.performance) && { heading: 'Performance', width: 10, cell: (action) => cell(action.performance) },
  ]
  return columns.filter((column) => column !== false)
}

function rowsOfRecommendation(recommendation: ReadRecommendation, columns: readonly Column[], answered: boolean): PaperRow[] {
  const actionsOf = (part: string | undefined) => recommendation.actions.filter((action) => action.part === part)
  const words = led(labelOf(recommendation.ref), recommendationWords(recommendation, 'without parts'))
  const opening = [...blocksOf(words), ...particulars(recommendation)]
  const response = blocksOf(responseWords(recommendation.response))
  const beside = (blocks: PaperBlock[], answer: PaperBlock[], actions: readonly ReadAction[]) =>
    rowsBeside(answered ? [blocks, answer] : [blocks], actions, columns)
  return [
    ...beside(opening, response, actionsOf(undefined)),
    ...(recommendation.parts ?? []).flatMap((part) => beside(partBlocks(part), [], actionsOf(part.ref))),
    ...strayActions(recommendation).flatMap((action) => beside([paragraph(`${action.part}.`)], [], [action])),
  ]
}

/** Actions of a part that the recommendation does not spell out. */
function strayActions(recommendation: ReadRecommendation): ReadAction[] {
  const known = (recommendation.parts ?? []).map((part) => part.ref)
  return recommendation.actions.filter((action) => action.part !== undefined && !known.includes(action.part))
}

/** Cells that stand beside all the actions, and a row for each action. */
function rowsBeside(beside: readonly PaperBlock[][], actions: readonly ReadAction[], columns: readonly Column[]): PaperRow[] {
  const first: PaperCell[] = beside.map((blocks) => ({ blocks, rows: Math.max(1, actions.length) }))
  if (actions.length === 0) return [{ cells: [...first, ...columns.map(() => ({ blocks: [] }))] }]
  return actions.map((action, index) => ({ cells: [...(index === 0 ? first : []), ...columns.map((column) => column.cell(action))] }))
}

/** Letters stand with a bracket, as a committee cites them: `a)`; numbers with a full stop. */
function labelOf(ref: string): string {
  return /^[a-z]$/i.test(ref) ? `${ref})` : `${ref}.`
}

function partBlocks(part: ReadPart): PaperBlock[] {
  return blocksOf(led(`${part.ref}.`, part.text))
}

/** What has no column of its own stands under the recommendation's words. */
function particulars(recommendation: ReadRecommendation): PaperBlock[] {
  const inActions = recommendation.actions.flatMap((action) => action.owners)
  const datesInActions = recommendation.actions.map((action) => action.due?.text)
  const told = (recommendation.owner_parts ?? []).length === 0 && recommendation.owners.every((owner) => inActions.includes(owner))
  const dates = recommendation.due.filter((due) => !datesInActions.includes(due.text))
  return [
    ...(recommendation.success_measure ? labelled('Success measure:', recommendation.success_measure) : []),
    ...(told ? [] : labelled('Owner:', ownersWords(recommendation))),
    ...guidanceOf(recommendation),
    ...(dates.length > 0 ? labelled('Timescale:', dates.map(timescaleWords).join('\n')) : []),
  ]
}
