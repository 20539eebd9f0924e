import { inWords } from '../platform/core/calendar-date.ts'
import { Details } from '../platform/web/page-parts.tsx'
import { dueOn } from '../recommendations/recommendation.ts'
import type { RoundLine } from '../rounds/round-lines.ts'
import type { RoundFinding } from '../rounds/round.ts'
import type { Answer } from './answer.ts'

/** What would help, said to whoever writes; a rule that is not here says it in the referee's own words. */
const HELP: Record<string, string> = {
  on_track_overdue:
    'The promised date has passed, so please choose: if it is done, grade it so; if not, choose the grade for work that is late, and give a new date.',
  slipped_no_new_date: 'When do you now expect it to be done? A month is enough.',
  new_date_already_passed: 'The new date comes before the meeting. Give a later one, or say that it has been done since.',
  slipped_no_reason: 'What held it up? One sentence will do.',
  explanation_missing: 'The committee will ask why you chose this grade. One sentence will do.',
  grade_missing: 'Choose the grade that fits best.',
  date_passed_unassessed: 'The promised date has passed, so please grade it. If it is not done, give a new date and say why.',
  date_passed_under_way: 'The promised date has passed. If it is still under way, give a new date and say why.',
  achieved_late: 'It was done after its date. Say so, and why, in a sentence.',
  evidence_missing: 'Say what has been done.',
  evidence_by_reference: 'Members read each line by itself. Write out here what was done for this one.',
  evidence_unchanged: 'This is an earlier text. What has happened since?',
  evidence_stale: 'That day will have passed by the meeting. Did it happen, and what came of it?',
  impact_missing: 'What did it change for anyone? A number, an example, or when you will know.',
  impact_weak: 'This tells what was done. What did it change for anyone?',
  impact_by_reference: 'Say here what difference it made, so that it can be read by itself.',
  inconsistent_with_last_round: 'This does not fit what was said last time. What changed since, and why?',
  forecast_after_due: 'You expect to finish after the promised date. Give a new date, or say how the promised one will be kept.',
  completed_outstanding: 'It is graded as done, but something seems to be left to do. Which is it?',
  part_unanswered: 'One part has no answer yet. Say a word on it, or why there is nothing to say.',
}

/** What else can be chosen where there was a last time. */
const OR_NO_CHANGE = 'If nothing has, choose “No change since last time” and say why.'
const MAY_BE_NO_CHANGE = new Set(['evidence_missing', 'evidence_unchanged'])

const LEADS = {
  stops: 'Please look at this again before you send',
  reason: 'The committee will ask about this',
  note: 'Worth a second look',
} as const

/** Whether a finding is of what is said in this round, and so for the owner to mend; others are of the plan. */
export function isOwners({ presented_on }: RoundFinding): boolean {
  return presented_on !== null
}

/** Findings that must be mended or explained before an answer is sent. */
export function toExplain(findings: readonly RoundFinding[]): RoundFinding[] {
  return findings.filter((finding) => isOwners(finding) && finding.severity === 'stops' && !finding.override)
}

interface OwnerFindingsProps {
  findings: readonly RoundFinding[]
  answer: Answer
  line: Pick<RoundLine, 'last'>
}

/** What the referee noticed in a line, said kindly: it helps and never forbids. */
export function OwnerFindings({ findings, answer, line }: OwnerFindingsProps) {
  if (answer.state === 'blank') return null
  const own = findings.filter((finding) => isOwners(finding) && !finding.override)
  const ofPlan = findings.filter((finding) => !isOwners(finding) && !finding.override)
  return (
    <>
      <ReadDate answer={answer} />
      {answer.state === 'ready' && own.length === 0 && <p class="govuk-body answering-fine">Nothing stands out: this can be sent.</p>}
      {own.map((finding) => (
        <OwnerFinding finding={finding} line={line} />
      ))}
      {ofPlan.length > 0 && (
        <Details summary={ofPlan.length === 1 ? 'One thing about the plan itself' : `${ofPlan.length} things about the plan itself`}>
          <p class="govuk-body-s">You need not do anything about these: they are for the officer who keeps the plan.</p>
          <ul class="govuk-list govuk-list--bullet">
            {ofPlan.map(({ message }) => (
              <li>{message}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

export function OwnerFinding({ finding, line }: { finding: RoundFinding; line: Pick<RoundLine, 'last'> }) {
  const orNoChange = line.last !== null && MAY_BE_NO_CHANGE.has(finding.rule) && OR_NO_CHANGE
  return (
    <div class={`answering-finding answering-finding--${finding.severity}`}>
      <p>
        <strong>{LEADS[finding.severity]}.</strong> {HELP[finding.rule] ?? finding.remedy} {orNoChange}
      </p>
      <p class="answering-finding__noticed">Noticed: {finding.message}</p>
      {finding.quote && <blockquote>{finding.quote}</blockquote>}
      {finding.words && <p class="answering-finding__noticed">The council’s own rule: {finding.words}</p>}
    </div>
  )
}

/** How Heed understands the date that was typed. */
function ReadDate({ answer }: { answer: Answer }) {
  if (answer.state !== 'ready' || !answer.entered.revisedWords) return null
  const last = dueOn(answer.entered.revisedIso)
  return (
    <p class="govuk-body-s">
      {last
        ? `Heed reads the new date as ${inWords(last)}.`
        : 'Heed cannot read a day or a month in the new date. Write it like 31 March 2027, or September 2027.'}
    </p>
  )
}
