import { decisionWords } from '../decisions/decision.ts'
import type { DecisionAtMeeting } from '../decisions/decision.queries.ts'
import { Claimed, Said } from '../decisions/line.views.tsx'
import type { RoomLine, Statement } from '../decisions/room-line.ts'
import { isExempt } from '../meetings/agenda.ts'
import type { SignedInMember } from '../people/officer.ts'
import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Form, Radios, TextArea } from '../platform/web/form-fields.tsx'
import { Lines, SummaryList, Tag } from '../platform/web/page-parts.tsx'
import { PromiseTable } from '../recommendations/promise-picture.tsx'
import type { PromiseStory } from '../recommendations/promise-standing.ts'
import { promiseNotes } from '../recommendations/promise-words.ts'
import { ANSWER_WORDS } from '../recommendations/record-response.ts'
import { Findings } from '../recommendations/recommendation-rounds.tsx'
import { reasonsOf } from '../responses/response-words.ts'
import { answerKnown, isOverdue, questionsAbout, type Briefing } from './briefing.ts'
import { addressOf, Privacy, QuestionList } from './briefing-questions.views.tsx'

interface BriefingLineProps {
  briefing: Briefing
  line: RoomLine
  decided: DecisionAtMeeting | undefined
  member: SignedInMember
  form: FilledForm
  /** Why nothing can be asked; null where something can. */
  notAsked: string | null
}

/** One line as a member reads it before the meeting: what is claimed and by whom, what changed, what was decided last, found and promised, and what is asked. */
export function BriefingLine(props: BriefingLineProps) {
  const { briefing, line, decided } = props
  const { heldOn } = briefing.meeting
  const { statements, recommendation, owners } = line
  const promises = line.promises.map((story) => asOf(story, heldOn))
  const answer = answerKnown(briefing, line)
  return (
    <div class="briefings-read">
      <p class="govuk-body briefings-quiet">
        {`${briefing.lines.indexOf(line) + 1} of ${briefing.lines.length}, item ${line.agendaItem.number}: ${line.review.title} `}
        {isExempt(line.agendaItem) && <Tag colour="red">Exempt</Tag>}
      </p>
      <div class="reviews-lead">
        <Lines text={line.text || 'The document gives this part no wording of its own.'} />
      </div>
      <SummaryList
        rows={[
          statements.length > 0 && { key: 'Grade claimed', value: <Claimed line={line} /> },
          statements.length > 0 && { key: 'Who says so', value: whoSays(statements, owners) },
          statements.length === 0 && owners.length > 0 && { key: 'Owner', value: owners.join('; ') },
          answer !== null && { key: 'Answer', value: <Answer recommendation={recommendation} /> },
          { key: 'Promised', value: <Promised promises={promises} heldOn={heldOn} isLate={isOverdue(line)} /> },
        ]}
      />
      {statements.length > 0 && <h2 class="govuk-heading-m">What the owner says</h2>}
      {statements.map((statement) => (
        <Said statement={statement} />
      ))}
      {statements.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Findings</h2>
          {line.findings.length > 0 ? <Findings findings={line.findings} forMembers /> : <p class="govuk-body">Nothing.</p>}
        </>
      )}
      <h2 class="govuk-heading-m">What the committee decided last</h2>
      <Decided decided={decided} />
      <h2 class="govuk-heading-m">What was promised</h2>
      {promises.map((story) =>
        story.moments.length > 0 ? (
          <>
            {story.name && <h3 class="govuk-heading-s">{`Of ${story.of} ${story.name}`}</h3>}
            <PromiseTable story={story} caption={`Promises of ${line.name} ${story.name}`.trim()} rounds={line.review.rounds} />
          </>
        ) : (
          <p class="govuk-body">No date was ever promised.</p>
        ),
      )}
      <Questions {...props} />
      <Steps briefing={briefing} line={line} />
    </div>
  )
}

/** A promise as far as it was told by the day of the meeting. */
function asOf(story: PromiseStory, heldOn: CalendarDate): PromiseStory {
  return { ...story, moments: story.moments.filter(({ on }) => on === null || on <= heldOn) }
}

/** `Priya Nand, for Head of Schools`; what a document said, nobody said by name. */
function whoSays(statements: readonly Statement[], owners: readonly string[]): string {
  const said = statements.filter(({ update }) => update.version > 0)
  if (said.length === 0) return owners.length > 0 ? `Nobody. It was for ${owners.join('; ')} to say` : 'Nobody'
  const by = said.map(({ update: { source, savedBy } }) => {
    if (source === 'document') return 'The paper that was brought in'
    return source === 'officer' ? `${savedBy ?? 'An officer'}, officer of the council, writing it down` : (savedBy ?? 'The owner')
  })
  return [[...new Set(by)].join('; '), owners.length > 0 && `for ${owners.join('; ')}`].filter(Boolean).join(', ')
}

function Answer({ recommendation }: Pick<RoomLine, 'recommendation'>) {
  const { answer } = recommendation.response!
  return <Lines text={[answer && ANSWER_WORDS[answer], reasonsOf(recommendation)].filter(Boolean).join('\n')} />
}

function Promised({ promises, heldOn, isLate }: { promises: readonly PromiseStory[]; heldOn: CalendarDate; isLate: boolean }) {
  const words = promises.map((story) =>
    [[story.name, story.words || 'No date'].filter(Boolean).join(': '), ...promiseNotes(story, heldOn)].join('. '),
  )
  return (
    <>
      {isLate && <Tag colour="red">Overdue</Tag>}
      <Lines text={words.join('\n') || 'No date'} />
    </>
  )
}

function Decided({ decided }: { decided: DecisionAtMeeting | undefined }) {
  if (!decided) return <p class="govuk-body">Nothing on record.</p>
  return (
    <div class="decisions-decided">
      <p>
        <Tag colour={decided.kind === 'challenge' ? 'orange' : decided.kind === 'sign-off' ? 'green' : 'blue'}>
          {decisionWords(decided)}
        </Tag>
      </p>
      {decided.words && <Lines text={decided.words} />}
      <p class="briefings-quiet">
        {[inWords(decided.meeting.heldOn), decided.minuteReference && `minute ${decided.minuteReference}`].filter(Boolean).join(', ')}
      </p>
    </div>
  )
}

function Questions({ briefing, line, member, form, notAsked }: BriefingLineProps) {
  const { meeting } = briefing
  const questions = questionsAbout(line, briefing.questions)
  return (
    <section class="briefings-asking" aria-labelledby="questions">
      <h2 class="govuk-heading-m" id="questions">
        Questions
      </h2>
      {questions.length > 0 ? (
        <QuestionList meeting={meeting} questions={questions} member={member} mayShare={notAsked === null} from="line" />
      ) : (
        <p class="govuk-body">Nobody has shared a question about this, and you have noted none.</p>
      )}
      {notAsked ? (
        <p class="govuk-body">{notAsked}</p>
      ) : (
        <Form action={addressOf(meeting, line)} label="Note a question">
          <TextArea form={form} name="words" label="What do you want to ask?" rows={4} />
          <Radios
            form={form}
            name="readers"
            label="Who may read it?"
            choices={[
              { value: 'private', text: 'Only me', hint: 'No other member and no officer sees it' },
              { value: 'shared', text: 'The committee', hint: 'It stands beside the recommendation in the room, with your name' },
            ]}
          />
          <Button text="Note the question" />
        </Form>
      )}
      <Privacy />
    </section>
  )
}

/** To the line before and after, and back to the agenda. */
function Steps({ briefing: { meeting, lines }, line }: Pick<BriefingLineProps, 'briefing' | 'line'>) {
  const at = lines.indexOf(line)
  const [before, after] = [lines[at - 1], lines[at + 1]]
  return (
    <nav class="briefings-steps" aria-label="Recommendations">
      {before && (
        <a class="govuk-link" rel="prev" href={addressOf(meeting, before)}>
          <span aria-hidden="true">← </span>
          Previous<span class="govuk-visually-hidden">{`: ${before.name}`}</span>
        </a>
      )}
      <a class="govuk-link" href={`/briefing/${meeting.slug}`}>
        Agenda
      </a>
      {after && (
        <a class="govuk-link" rel="next" href={addressOf(meeting, after)}>
          Next<span class="govuk-visually-hidden">{`: ${after.name}`}</span>
          <span aria-hidden="true"> →</span>
        </a>
      )}
    </nav>
  )
}
