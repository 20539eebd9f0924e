import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { OutgoingList } from '../platform/documents/outgoing-list.ts'
import { gradeGiven } from '../reviews/review-as-reading.ts'
import { MEANING_WORDS } from '../scales/grade-tag.tsx'
import { SEVERITY_WORDS } from '../scales/scale.views.tsx'
import type { UpdateRecord } from '../recommendations/recommendation.ts'
import type { FollowedLine } from './line-standing.ts'
import { standingInWords } from './line-table.views.tsx'
import { lineName, promiseState, type RoundLine } from './round-lines.ts'
import type { RoundSummary } from './round.queries.ts'
import type { RoundFinding, RoundRecord } from './round.ts'

/** The council's rounds as their page lists them, for a spreadsheet. */
export function roundList(council: string, rounds: readonly RoundSummary[], takenOn: CalendarDate): OutgoingList<RoundSummary> {
  return {
    name: `Rounds of ${council}`,
    takenOn,
    rows: rounds,
    columns: [
      { head: 'Round', width: 30, of: ({ name }) => name },
      { head: 'Reviews', width: 40, of: ({ reviews }) => reviews.join('\n') },
      { head: 'Committee', width: 30, of: ({ committee }) => committee },
      { head: 'Meeting', width: 18, of: ({ presentedOn }) => ({ day: presentedOn }) },
      { head: 'Updates due', width: 18, of: ({ dueOn }) => dueOn && { day: dueOn } },
      { head: 'Answered', width: 10, of: ({ answered }) => answered },
      { head: 'Lines', width: 10, of: ({ lines }) => lines },
      { head: 'State', width: 10, of: ({ state }) => state },
    ],
  }
}

/** The lines of a round as its page lists them, with all that was said. */
export function roundLineList(round: RoundRecord, lines: readonly FollowedLine[], takenOn: CalendarDate): OutgoingList<FollowedLine> {
  return {
    name: `${round.name} lines`,
    takenOn,
    rows: lines,
    columns: [
      { head: 'Review', width: 30, of: ({ line }) => line.review.title },
      { head: 'Line', width: 24, of: ({ line }) => lineName(line) },
      { head: 'What was asked', width: 60, of: ({ line }) => line.action?.text || line.part?.text || line.recommendation.text },
      { head: 'Owner', width: 30, of: ({ line }) => line.owners.join('\n') },
      { head: 'Who was asked', width: 30, of: ({ asked }) => asked.map(({ name }) => name).join('\n') },
      { head: 'Directorate', width: 24, of: ({ asked }) => [...new Set(asked.map(({ directorate }) => directorate))].join('\n') },
      { head: 'Promised', width: 24, of: ({ line }) => promiseState(line.promises, round.presentedOn).words },
      { head: 'Last time', of: ({ line }) => line.last && gradeIn(line, line.last) },
      { head: 'Answered', width: 10, of: ({ stage }) => (stage === 'answered' || stage === 'accepted' ? 'Yes' : 'No') },
      { head: 'Standing', width: 24, of: standingInWords },
      { head: 'This time', of: ({ line }) => gradeIn(line, line.update) },
      { head: 'Written for', width: 24, of: ({ forOwner }) => forOwner && [forOwner.forWhom, forOwner.how].filter(Boolean).join(', ') },
      { head: 'Evidence', width: 60, of: ({ line }) => line.update.evidence },
      { head: 'Explanation', width: 40, of: ({ line }) => line.update.explanation },
      { head: 'Impact', width: 40, of: ({ line }) => line.update.impact },
      { head: 'New date', of: ({ line }) => line.update.revisedWords },
      { head: 'Findings', width: 60, of: ({ line }) => line.findings.map(({ message }) => message).join('\n') },
    ],
  }
}

function gradeIn({ review }: RoundLine, update: UpdateRecord): string {
  const label = gradeGiven(review.scale.grades, update)?.label
  return label ?? (update.meaning ? MEANING_WORDS[update.meaning] : '')
}

/** What the referee found in a round, for a spreadsheet. */
export function findingList(round: RoundRecord, findings: readonly RoundFinding[], takenOn: CalendarDate): OutgoingList<RoundFinding> {
  return {
    name: `${round.name} findings`,
    takenOn,
    rows: findings,
    columns: [
      { head: 'Review', width: 30, of: ({ review }) => review },
      { head: 'Recommendation', width: 16, of: ({ ref }) => ref },
      { head: 'Part', width: 8, of: ({ part }) => part },
      { head: 'Action', width: 8, of: ({ action }) => action },
      { head: 'How much it matters', width: 20, of: ({ severity }) => SEVERITY_WORDS[severity] },
      { head: 'What was found', width: 60, of: ({ message }) => message },
      { head: 'In the document’s words', width: 40, of: ({ quote }) => quote },
      { head: 'What would put it right', width: 50, of: ({ remedy }) => remedy },
      { head: 'Overridden because', width: 40, of: ({ override }) => override?.reason },
    ],
  }
}
