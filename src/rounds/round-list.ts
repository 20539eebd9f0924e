import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { OutgoingList } from '../platform/documents/outgoing-list.ts'
import { gradeGiven } from '../reviews/review-as-reading.ts'
import { MEANING_WORDS } from '../scales/grade-tag.tsx'
import { SEVERITY_WORDS } from '../scales/scale.views.tsx'
import type { UpdateRecord } from '../recommendations/recommendation.ts'
import { isAnswered, lineName, promiseState, type RoundLine } from './round-lines.ts'
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
export function roundLineList(round: RoundRecord, lines: readonly RoundLine[], takenOn: CalendarDate): OutgoingList<RoundLine> {
  return {
    name: `${round.name} lines`,
    takenOn,
    rows: lines,
    columns: [
      { head: 'Review', width: 30, of: ({ review }) => review.title },
      { head: 'Line', width: 24, of: lineName },
      { head: 'What was asked', width: 60, of: ({ action, part, recommendation }) => action?.text || part?.text || recommendation.text },
      { head: 'Owner', width: 30, of: ({ owners }) => owners.join('\n') },
      { head: 'Promised', width: 24, of: ({ promises }) => promiseState(promises, round.presentedOn).words },
      { head: 'Last time', of: (line) => line.last && gradeIn(line, line.last) },
      { head: 'Answered', width: 10, of: (line) => (isAnswered(line) ? 'Yes' : 'No') },
      { head: 'This time', of: (line) => gradeIn(line, line.update) },
      { head: 'Evidence', width: 60, of: ({ update }) => update.evidence },
      { head: 'Explanation', width: 40, of: ({ update }) => update.explanation },
      { head: 'Impact', width: 40, of: ({ update }) => update.impact },
      { head: 'New date', of: ({ update }) => update.revisedWords },
      { head: 'Findings', width: 60, of: ({ findings }) => findings.map(({ message }) => message).join('\n') },
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
