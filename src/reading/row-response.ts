import { wordsOf } from './cell-lines.ts'
import type { Column } from './columns.ts'
import type { ReadRecommendation } from './reading.ts'
import { columnsOf, ownPieces, textAt } from './record-words.ts'
import { answerOf } from './response-answers.ts'
import type { RowRecord } from './row-record.ts'
import { isTicked } from './ticked-grades.ts'

/** Adds what the decision-maker answered, where the table says it: a ticked heading, words of their own, or those with which an action opens. */
export function addResponse(recommendation: ReadRecommendation, record: RowRecord, columns: readonly Column[]): void {
  const text = tickedAnswer(record, columns) || textAt(record, columns, 'response') || answerInAction(recommendation, columns)
  if (text === '') return
  const answer = answerOf(text)
  recommendation.response = answer === undefined ? { text } : { answer, text }
  saidBesideAnswer(recommendation, record, columns)
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

/** A column that only answers beside one that says why: the answer is told already, the words are those of the other. */
function saidBesideAnswer({ response }: ReadRecommendation, record: RowRecord, columns: readonly Column[]): void {
  const said = columnsOf(columns, 'response').map((column) => textAt(record, [column], 'response'))
  const [answer = '', ...words] = said
  const rest = words.filter((one) => one !== '').join('\n')
  if (response?.answer === undefined || rest === '' || answer.length > 30 || answerOf(answer) !== response.answer) return
  response.text = rest
}
