import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import { listed, resolutionsOf, type DecisionLine } from '../minutes/decision-sentences.ts'
import type { LetterKind, LetterSaid } from './letter-record.ts'

/** A decision with who is to hear of it. */
export interface DecisionToTell extends DecisionLine {
  recommendationId: string
  owners: readonly string[]
  exemptParagraphs: readonly number[]
  minuteReference: string
}

/** A letter that the decisions of a meeting call for. */
export interface LetterDrafted extends LetterSaid {
  /** Tells it from the others of the meeting. */
  key: string
  kind: LetterKind
  /** Where it is about one alone. */
  recommendationId: string | null
  exemptParagraphs: number[]
}

export interface OfMeeting {
  council: string
  committee: string
  heldOn: CalendarDate
  /** The committee's next meeting, to which an owner is called. */
  next: { heldOn: CalendarDate; time: string; venue: string } | null
}

/**
 * The letters that the decisions of a meeting call for: a call to each owner who is to attend, and one comment to each owner with everything else that was
 * decided of theirs. What was decided of an exempt item is told in a letter of its own, so that no other letter has a word of it.
 */
export function draftLetters(decisions: readonly DecisionToTell[], meeting: OfMeeting): LetterDrafted[] {
  const told = decisions.flatMap((decision) => (decision.owners.length > 0 ? decision.owners : ['']).map((owner) => ({ owner, decision })))
  const groups = Map.groupBy(told, ({ owner, decision }) =>
    JSON.stringify([decision.kind === 'call' ? 'call' : 'comment', owner, decision.exemptParagraphs]),
  )
  return [...groups].map(([key, own]) => {
    const [{ owner, decision: first }] = own as [(typeof own)[number]]
    const lines = own.map(({ decision }) => decision)
    const called = first.kind === 'call'
    const one = new Set(lines.map(({ recommendationId }) => recommendationId)).size === 1
    return {
      key,
      kind: called ? 'call' : 'comment',
      recommendationId: one ? first.recommendationId : null,
      exemptParagraphs: [...first.exemptParagraphs],
      correspondent: owner,
      address: '',
      datedOn: null,
      subject: called ? `${meeting.committee}: please attend` : `${meeting.committee}: what was decided on ${inWords(meeting.heldOn)}`,
      body: called ? callWords(lines, meeting) : commentWords(lines, meeting),
    }
  })
}

function commentWords(lines: readonly DecisionToTell[], { committee, heldOn, council }: OfMeeting): string {
  return `At its meeting on ${inWords(heldOn)} the ${committee} considered what was reported and resolved${minutesOf(lines)}:

${resolutionsOf(lines, false)}

${lines.some(({ kind }) => kind === 'challenge') ? 'Where the Committee’s assessment differs from yours, please say in your next update what was done since, with the evidence.\n\n' : ''}Democratic services
${council}`
}

/** ` (minute 34/26)`: where it is told, as far as that is known. */
function minutesOf(lines: readonly DecisionToTell[]): string {
  const references = [...new Set(lines.map(({ minuteReference }) => minuteReference).filter(Boolean))]
  return references.length === 0 ? '' : ` (${references.length === 1 ? 'minute' : 'minutes'} ${listed(references)})`
}

function callWords(lines: readonly DecisionToTell[], { committee, heldOn, council, next }: OfMeeting): string {
  const names = lines.map(({ recommendation, review }) => `recommendation ${recommendation}${review ? ` of ${review}` : ''}`).join(', ')
  const words = lines.flatMap(({ words: said }) => (said ? [`- ${said.replaceAll('\n', ' ')}`] : []))
  const where = next ? [inWords(next.heldOn), next.time && `at ${next.time}`, next.venue].filter(Boolean).join(', ') : ''
  return `At its meeting on ${inWords(heldOn)} the ${committee} asked that you attend its next meeting to speak to ${names}${minutesOf(lines)}.
${words.length > 0 ? `\nThe Committee wishes to hear:\n\n${words.join('\n')}\n` : ''}
${where ? `The meeting is on ${where}.` : 'We shall write to you with the day of the meeting.'} Please tell us that you can come, or who comes for you.

Democratic services
${council}`
}
