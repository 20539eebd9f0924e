import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { OutgoingColumn, OutgoingList } from '../platform/documents/outgoing-list.ts'
import { decidedWords } from '../recommendations/decided.queries.ts'
import { promiseNotes } from '../recommendations/promise-words.ts'
import { MEANING_WORDS } from '../scales/grade-tag.tsx'
import { latenessOf, type LineGrade, type RecommendationLine } from './recommendation-line.ts'
import { roundLabel, type ReviewRecord } from './review.ts'

/** Recommendations as their page lists them, for a spreadsheet: every word of them, where a page shortens. */
export function recommendationList(
  name: string,
  lines: readonly (RecommendationLine & { review?: ReviewRecord })[],
  takenOn: CalendarDate,
): OutgoingList<RecommendationLine & { review?: ReviewRecord }> {
  const several = lines.some(({ review }) => review !== undefined)
  return { name, takenOn, rows: lines, columns: [...(several ? REVIEW : []), ...columnsOn(takenOn)] }
}

const REVIEW: OutgoingColumn<RecommendationLine & { review?: ReviewRecord }>[] = [
  { head: 'Review', width: 30, of: ({ review }) => review?.title },
  { head: 'Committee', width: 30, of: ({ review }) => review?.committee.name },
]

const columnsOn = (today: CalendarDate): OutgoingColumn<RecommendationLine>[] => [
  { head: 'Reference', width: 10, of: ({ recommendation }) => recommendation.ref || `Item ${recommendation.position}` },
  { head: 'Theme', of: ({ recommendation }) => recommendation.theme },
  { head: 'Recommendation', width: 60, of: ({ recommendation }) => recommendation.text },
  { head: 'Parts', width: 40, of: ({ recommendation }) => recommendation.parts.map(({ ref, text }) => `${ref}. ${text}`).join('\n') },
  { head: 'Owners', width: 30, of: ({ owners }) => owners.join('\n') },
  { head: 'Promised', width: 24, of: ({ promises }) => promises.map(({ name, words }) => told(name, words)).join('\n') },
  { head: 'Due', width: 18, of: ({ promises }) => dayOf(promises.flatMap(({ due }) => due ?? [])) },
  { head: 'Days late', width: 10, of: (line) => latenessOf(line) || null },
  {
    head: 'What became of the promise',
    width: 40,
    of: ({ promises }) => promises.flatMap((promise) => promiseNotes(promise, today).map((note) => told(promise.name, note))).join('\n'),
  },
  { head: 'Last grade', width: 24, of: ({ grades }) => grades.map((grade) => told(grade.of, wordsOfGrade(grade))).join('\n') },
  { head: 'Last round', of: ({ lastRound }) => lastRound && roundLabel(lastRound) },
  { head: 'Meeting', width: 18, of: ({ lastRound }) => lastRound && { day: lastRound.presentedOn } },
  {
    head: 'Decided by committees',
    width: 60,
    of: ({ decisions }) =>
      decisions.map(({ of, decision }) => told(of, [decidedWords(decision), decision.words].filter(Boolean).join('. '))).join('\n'),
  },
  { head: 'Open', width: 8, of: ({ settled }) => (settled ? 'No' : 'Yes') },
  { head: 'Findings', width: 60, of: ({ findings }) => findings.map(({ message }) => message).join('\n') },
]

/** Told which part or action it is of, where it is not of the whole. */
function told(of: string, words: string): string {
  return of === '' || words === '' ? words : `${of}: ${words}`
}

/** The last of the days: the whole is due when all of it is. */
function dayOf(days: readonly CalendarDate[]): { day: CalendarDate } | null {
  const last = days.toSorted().at(-1)
  return last === undefined ? null : { day: last }
}

function wordsOfGrade({ label, meaning }: LineGrade): string {
  return label ?? (meaning ? MEANING_WORDS[meaning] : 'No grade')
}
