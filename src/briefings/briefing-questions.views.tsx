import { isOwn } from '../decisions/note-own-question.ts'
import type { Question } from '../decisions/question.queries.ts'
import type { RoomLine } from '../decisions/room-line.ts'
import { beginningOf } from '../decisions/line.views.tsx'
import { isExempt } from '../meetings/agenda.ts'
import type { MeetingRecord } from '../meetings/meeting.ts'
import type { SignedInMember } from '../people/officer.ts'
import { Form } from '../platform/web/form-fields.tsx'
import { EmptyState, Lines, Tag } from '../platform/web/page-parts.tsx'
import type { Briefing } from './briefing.ts'

/** Where a member reads a line. */
export const addressOf = ({ slug }: Pick<MeetingRecord, 'slug'>, { agendaItem, id }: Pick<RoomLine, 'agendaItem' | 'id'>): string =>
  `/briefing/${slug}/${agendaItem.id}/${id}`

interface QuestionsProps {
  briefing: Briefing
  member: SignedInMember
  /** What is the member's own can still be shared. */
  mayShare: boolean
}

/** The member's own questions and those that are shared, line by line in the order of the agenda, to take along. */
export function BriefingQuestions({ briefing, member, mayShare }: QuestionsProps) {
  const { meeting, lines, questions } = briefing
  const asked = lines
    .map((line) => ({ line, about: questions.filter(({ recommendationId }) => recommendationId === line.recommendation.id) }))
    .filter(({ line, about }) => about.length > 0 && isFirst(lines, line))
  const known = new Set(asked.flatMap(({ about }) => about))
  const rest = questions.filter((question) => !known.has(question) && question.memberId === member.memberId)
  if (known.size === 0 && rest.length === 0)
    return (
      <EmptyState title="No question yet">
        <p class="govuk-body">
          {'Open a recommendation in '}
          <a class="govuk-link" href={`/briefing/${meeting.slug}`}>
            the agenda
          </a>
          {' and note what you want to ask. What you note, and what others share, then stands here to print.'}
        </p>
      </EmptyState>
    )
  return (
    <>
      <Privacy />
      {asked.map(({ line, about }) => (
        <section class="briefings-asked">
          <h2 class="govuk-heading-m">
            <a class="govuk-link" href={addressOf(meeting, line)}>{`Item ${line.agendaItem.number}, ${line.name}`}</a>{' '}
            {isExempt(line.agendaItem) && <Tag colour="red">Exempt</Tag>}
          </h2>
          <p class="govuk-body briefings-quiet">{beginningOf(line)}</p>
          <QuestionList meeting={meeting} questions={about} member={member} mayShare={mayShare} from="list" />
        </section>
      ))}
      {rest.length > 0 && (
        <section class="briefings-asked">
          <h2 class="govuk-heading-m">About what is not before you any more</h2>
          <QuestionList meeting={meeting} questions={rest} member={member} mayShare={mayShare} from="list" />
        </section>
      )}
    </>
  )
}

/** Of several lines about one recommendation (its actions) the first stands for all. */
function isFirst(lines: readonly RoomLine[], line: RoomLine): boolean {
  return lines.find(({ recommendation }) => recommendation.id === line.recommendation.id) === line
}

/** Who reads what, in words. */
export function Privacy() {
  return (
    <p class="govuk-body briefings-quiet">
      What is marked “Only you” is read by nobody else in Heed, neither other members nor officers; the history says that you noted a
      question, not which. What you share stands beside the recommendation in the room, with your name. What an officer noted for you, you
      both read.
    </p>
  )
}

interface QuestionListProps extends Omit<QuestionsProps, 'briefing'> {
  meeting: MeetingRecord
  questions: readonly Question[]
  /** Which page it stands on, to come back to. */
  from: 'list' | 'line'
}

export function QuestionList({ meeting, questions, member, mayShare, from }: QuestionListProps) {
  return (
    <ul class="briefings-questions">
      {questions.map((question) => (
        <li>
          <Lines text={question.words} />
          <p class="briefings-readers">
            <Readers question={question} member={member} />
          </p>
          {isOwn(question, member) && <Own meeting={meeting} question={question} mayShare={mayShare} from={from} />}
        </li>
      ))}
    </ul>
  )
}

function Readers({ question, member }: { question: Question; member: SignedInMember }) {
  const isMine = question.memberId === member.memberId
  if (question.shared)
    return (
      <>
        <Tag colour="blue">Shared</Tag> {isMine ? 'by you' : `by ${question.by}`}
      </>
    )
  return question.byMember ? <Tag colour="purple">Only you</Tag> : <Tag colour="grey">You and the officers</Tag>
}

interface OwnProps extends Pick<QuestionListProps, 'meeting' | 'mayShare' | 'from'> {
  question: Question
}

/** Sharing a question or keeping it to oneself, and taking it back. */
function Own({ meeting, question, mayShare, from }: OwnProps) {
  const address = `/briefing/${meeting.slug}/questions/${question.id}`
  const which = <span class="govuk-visually-hidden">{` the question “${question.words.slice(0, 60)}”`}</span>
  return (
    <div class="briefings-own">
      {(question.shared || mayShare) && (
        <Form action={`${address}/readers`}>
          <input type="hidden" name="from" value={from} />
          <input type="hidden" name="readers" value={question.shared ? 'private' : 'shared'} />
          <button type="submit" class="govuk-button govuk-button--secondary">
            {question.shared ? 'Keep to myself' : 'Share'}
            {which}
          </button>
        </Form>
      )}
      <Form action={`${address}/withdrawal`}>
        <input type="hidden" name="from" value={from} />
        <button type="submit" class="govuk-button govuk-button--secondary">
          Take back
          {which}
        </button>
      </Form>
    </div>
  )
}
