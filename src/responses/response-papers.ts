import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import type { PaperBlock, PaperDocument, PaperTable } from '../platform/documents/paper-document.ts'
import { bold, heading, lead, paragraph } from '../platform/documents/paper-document.ts'
import { blocksOf, cell, headerRow } from '../papers/paper-words.ts'
import { ANSWER_WORDS } from '../recommendations/record-response.ts'
import type { RecommendationRecord } from '../recommendations/recommendation.ts'
import type { ReviewRecord } from '../reviews/review.ts'
import { answeredOf, clockState, STATUTORY_MONTHS, type NoticeServed } from './response-clock.ts'
import { reasonsOf } from './response-words.ts'

/** What the three papers about a response are written from. */
export interface ResponseMatter {
  council: string
  contact: string
  review: ReviewRecord
  notice: NoticeServed
  today: CalendarDate
}

const ACT = 'section 9FE of the Local Government Act 2000'

/** The notice that goes with a report: what is asked, of whom, and by when. */
export function noticePaper(matter: ResponseMatter): PaperDocument {
  const { review, notice } = matter
  const statutory = notice.months === STATUTORY_MONTHS
  return document(matter, `Notice of the report ${review.title}`, notice.servedOn, [
    paragraph(`To: ${notice.servedTo}`),
    ...blocksOf(
      `${review.committee.name} has reported on ${review.title}. ${statutory ? `By ${ACT} it requires you` : 'It asks you'} to consider the report and its recommendations, to respond to the committee, indicating what action (if any) is proposed, and to publish the response where the report was published.`,
    ),
    paragraph(
      'The response is due ',
      bold(`by the end of ${inWords(notice.dueOn)}`),
      `: ${months(notice.months)} beginning with the day of this notice.`,
    ),
    ...blocksOf(
      'Please answer each recommendation: accepted, accepted in part, accepted in principle, noted or rejected, with reasons for whatever is not accepted. Of one accepted in principle, please say what will be done and by when.',
    ),
    heading(2, 'The recommendations'),
    recommendationTable(review.recommendations),
    ...contactOf(matter),
  ])
}

/** The reminder: what has not been answered, and whether the time is over. */
export function chaserPaper(matter: ResponseMatter): PaperDocument {
  const { review, notice, today } = matter
  const open = review.recommendations.filter(({ response }) => !response?.answer)
  const over = today > notice.dueOn
  return document(matter, `${over ? 'Overdue' : 'Reminder'}: response to ${review.title}`, today, [
    paragraph(`To: ${notice.servedTo}`),
    ...blocksOf(
      `Notice of this report was served on ${inWords(notice.servedOn)}. The response ${over ? 'was' : 'is'} due by the end of ${inWords(notice.dueOn)}${over && notice.months === STATUTORY_MONTHS ? `, the time that ${ACT} gives` : ''}.`,
    ),
    ...(open.length === 0
      ? blocksOf('Every recommendation has been answered. Thank you.')
      : [
          ...blocksOf(
            `${open.length === 1 ? 'One recommendation has' : `${open.length} recommendations have`} no answer on record. Please let the committee have ${open.length === 1 ? 'it' : 'them'} ${over ? 'at once, with the reason for the delay' : 'by then'}.`,
          ),
          recommendationTable(open),
        ]),
    ...contactOf(matter),
  ])
}

/** The report of the response: each recommendation with its answer and reasons, for the committee. */
export function responseReport(matter: ResponseMatter): PaperDocument {
  const { review, notice, today } = matter
  const answers = review.recommendations.map(answeredOf)
  const { state, unanswered, answeredLate } = clockState(notice, answers, today)
  const standing = {
    running: `${review.recommendations.length - unanswered} of ${review.recommendations.length} recommendations have been answered. The time runs until ${inWords(notice.dueOn)}.`,
    answered: 'Every recommendation was answered in time.',
    late: `Every recommendation has been answered, ${answeredLate} of them after ${inWords(notice.dueOn)}.`,
    breach: `${unanswered} of ${review.recommendations.length} recommendations had no answer when the time ended on ${inWords(notice.dueOn)}.`,
  }[state]
  return document(matter, `Response to ${review.title}`, today, [
    ...blocksOf(`Notice of the report was served on ${notice.servedTo} on ${inWords(notice.servedOn)}. ${standing}`),
    heading(2, 'Answers'),
    answerTable(review.recommendations),
    ...contactOf(matter),
  ])
}

function document(matter: ResponseMatter, title: string, dated: CalendarDate, blocks: PaperBlock[]): PaperDocument {
  return {
    title,
    language: 'en-GB',
    author: matter.council,
    header: `${matter.council} – ${matter.review.committee.name}`,
    footer: title,
    sections: [{ orientation: 'portrait', blocks: [lead(matter.council), heading(1, title), paragraph(inWords(dated)), ...blocks] }],
  }
}

const months = (count: number): string => (count === 1 ? 'one month' : count === 2 ? 'two months' : `${count} months`)

function recommendationTable(recommendations: readonly RecommendationRecord[]): PaperTable {
  return {
    kind: 'table',
    title: 'Recommendations',
    widths: [12, 88],
    header: [headerRow(['Number', 'Recommendation'])],
    rows: recommendations.map((one) => ({ cells: [cell(one.ref, { rowHeader: true }), cell(wordsOf(one))] })),
  }
}

function answerTable(recommendations: readonly RecommendationRecord[]): PaperTable {
  return {
    kind: 'table',
    title: 'Answers to the recommendations',
    widths: [10, 40, 16, 34],
    header: [headerRow(['Number', 'Recommendation', 'Answer', 'Reasons, and what will be done'])],
    rows: recommendations.map((one) => ({
      cells: [
        cell(one.ref, { rowHeader: true }),
        cell(wordsOf(one)),
        cell(one.response?.answer ? ANSWER_WORDS[one.response.answer] : 'No answer yet'),
        cell(reasonsOf(one)),
      ],
    })),
  }
}

function wordsOf({ text, parts }: RecommendationRecord): string {
  return [text, ...parts.map((part) => `${part.ref}) ${part.text}`)].filter(Boolean).join('\n')
}

function contactOf({ contact }: ResponseMatter): PaperBlock[] {
  return contact === '' ? [] : [heading(2, 'Contact'), ...blocksOf(contact)]
}
