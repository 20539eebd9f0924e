import { inWords } from '../platform/core/calendar-date.ts'
import { londonClock } from '../platform/core/london-time.ts'
import { Details, InsetText, Lines, SummaryList, Tag, WarningText } from '../platform/web/page-parts.tsx'
import { Findings } from '../recommendations/recommendation-rounds.tsx'
import { PromiseTable } from '../recommendations/promise-picture.tsx'
import { promiseNotes } from '../recommendations/promise-words.ts'
import { recommendationAddress } from '../recommendations/recommendation-address.queries.ts'
import { GradeTag } from '../scales/grade-tag.tsx'
import { leavingFor } from './attendance.ts'
import { decisionWords, ENDING_WORDS, type Decision } from './decision.ts'
import type { DecisionAtMeeting } from './decision.queries.ts'
import { addressOf } from './press.views.tsx'
import type { Question } from './question.queries.ts'
import { gradeClaimed, isWholeLine, type RoomLine, type Statement } from './room-line.ts'
import { isAbout, standingDecision, type Room } from './room.queries.ts'
import { SentenceChanges } from './sentence-changes.tsx'

export interface LineProps {
  room: Room
  line: RoomLine
  questions: readonly Question[]
  /** What earlier meetings decided. */
  earlier: readonly DecisionAtMeeting[]
}

/** What members need before them to decide on a line: what is claimed, what changed, what the referee and members say, what was promised. */
export function LineMatter({ room, line, questions, earlier }: LineProps) {
  const { review, statements, promises, whole } = line
  const asked = questions.filter(({ recommendationId }) => [line.recommendation.id, whole.id].includes(recommendationId))
  return (
    <>
      {leavingFor(room.there, line.agendaItem.id).map(({ seat, declaration }) => (
        <WarningText>{`${seat.member.name} declared an interest in this item and should leave: ${declaration.interest}`}</WarningText>
      ))}
      <div class="reviews-lead">
        <Lines text={line.text || 'The document gives this part no wording of its own.'} />
      </div>
      <SummaryList
        rows={[
          { key: 'Claimed', value: <Claimed line={line} /> },
          line.owners.length > 0 && { key: 'Owner', value: line.owners.join('; ') },
          promises.length > 0 && { key: 'Promised', value: <Lines text={promises.map((story) => promiseWords(room, story)).join('\n')} /> },
        ]}
      />
      {statements.map((statement) => (
        <Said statement={statement} />
      ))}
      <Findings findings={line.findings} />
      {asked.length > 0 && (
        <InsetText>
          <strong>Members ask</strong>
          <ul class="govuk-list govuk-list--bullet">
            {asked.map(({ words, by }) => (
              <li>{`${words} (${by})`}</li>
            ))}
          </ul>
        </InsetText>
      )}
      {promises.some(({ moments }) => moments.length > 1) && (
        <Details summary="What was promised, and when it was moved">
          {promises.map((story) => (
            <PromiseTable story={story} caption={`Promises of ${line.name}`} rounds={review.rounds} />
          ))}
        </Details>
      )}
      <Earlier earlier={earlier} />
      <p class="govuk-body-s decisions-quiet">
        <a class="govuk-link" href={recommendationAddress(review.slug, whole.slug)}>
          {`All rounds of ${line.name.replace(/^R/, 'r')}`}
        </a>
      </p>
    </>
  )
}

function promiseWords({ meeting }: Room, story: RoomLine['promises'][number]): string {
  const notes = promiseNotes(story, meeting.heldOn)
  return [[story.name, story.words || 'No date'].filter(Boolean).join(': '), ...notes].join('. ')
}

/** A line in a table of lines: its name, which leads to its screen, and how its text begins. */
export function NamedLine({ room, line }: { room: Room; line: RoomLine }) {
  return (
    <>
      <a class="govuk-link" href={addressOf(room, line)}>
        {line.name}
      </a>
      <span class="decisions-note">{beginningOf(line)}</span>
    </>
  )
}

const BEGINNING = 140

/** How a line's text begins, where there is no room for all of it. */
export const beginningOf = ({ text }: RoomLine) => (text.length > BEGINNING ? `${text.slice(0, BEGINNING - 1)}…` : text)

/** The grade that the owner claims, in the council's words; of several statements each. */
export function Claimed({ line }: { line: RoomLine }) {
  const said = line.statements.filter(({ update }) => update.version > 0)
  if (line.statements.length === 0)
    return (
      <>
        {isWholeLine(line) && line.whole.parts.length + line.whole.actions.length > 0
          ? 'See its parts or actions'
          : 'Nobody was asked for this meeting'}
      </>
    )
  if (said.length === 0) return <>No update received</>
  const claimed = gradeClaimed(line)
  return said.length === 1 ? (
    <GradeTag meaning={claimed?.meaning ?? null} label={claimed?.label} />
  ) : (
    <>
      {said.map(({ grade }) => (
        <>
          <GradeTag meaning={grade.meaning} label={grade.label} />{' '}
        </>
      ))}
    </>
  )
}

/** What an update says and what of it is new, sentence by sentence. */
export function Said({ statement: { update, grade, last, lastGrade } }: { statement: Statement }) {
  if (update.version === 0) return <p class="heed-none">No update was received for this meeting.</p>
  return (
    <section class="decisions-said">
      {lastGrade && (lastGrade.label ?? lastGrade.meaning) !== (grade.label ?? grade.meaning) && (
        <p class="govuk-body">
          {'Last time: '}
          <GradeTag meaning={lastGrade.meaning} label={lastGrade.label} />
        </p>
      )}
      <h3 class="govuk-heading-s">{last ? 'What changed since last time' : 'What is said'}</h3>
      {last && last.evidence.trim() === update.evidence.trim() && (
        <p>
          <Tag colour="yellow">Word for word as last time</Tag>
        </p>
      )}
      {last && last.evidence.trim() !== update.evidence.trim() ? (
        <SentenceChanges before={last.evidence} after={update.evidence} />
      ) : (
        <Lines text={update.evidence || 'No evidence given.'} />
      )}
      <Also label="Explanation" text={update.explanation} />
      <Also label="Is it making a difference?" text={update.impact} />
      <Also label="Later date asked for" text={[update.revisedWords, update.revisedReason].filter(Boolean).join(': ')} />
    </section>
  )
}

function Also({ label, text }: { label: string; text: string | null }) {
  if (!text) return null
  return (
    <>
      <p class="reviews-label">{label}</p>
      <Lines text={text} />
    </>
  )
}

function Earlier({ earlier }: { earlier: readonly DecisionAtMeeting[] }) {
  if (earlier.length === 0) return null
  return (
    <Details summary={`Decided at ${earlier.length === 1 ? 'an earlier meeting' : 'earlier meetings'}`}>
      <ul class="govuk-list govuk-list--bullet">
        {earlier.map((decision) => (
          <li>
            {`${inWords(decision.meeting.heldOn)}: ${decisionWords(decision)}. ${decision.words}`}
            {decision.minuteReference && ` (minute ${decision.minuteReference})`}
          </li>
        ))}
      </ul>
    </Details>
  )
}

/** What stands decided about a line: both grades side by side, who moved and seconded, and the way to take it back. */
export function Decided({ room, line, controls }: { room: Room; line: RoomLine; controls: boolean }) {
  const decision = standingDecision(room, line)
  const settled = line.actionId === null ? room.settled.get(line.recommendation.id) : undefined
  if (!decision)
    return settled ? (
      <p class="decisions-decided">
        <Tag colour="green">
          {`${settled.kind === 'close' ? 'Closed' : 'Signed off'} on ${inWords(settled.meeting.heldOn)}: ${ENDING_WORDS[settled.ending].toLowerCase()}`}
        </Tag>
      </p>
    ) : (
      <p class="decisions-decided decisions-quiet">Not decided yet</p>
    )
  const before = room.decisions.filter((one) => one.id !== decision.id && isAbout(one, line))
  return (
    <div class="decisions-decided">
      <p>
        <Tag colour={decision.kind === 'challenge' ? 'orange' : decision.kind === 'sign-off' ? 'green' : 'blue'}>
          {decisionWords(decision)}
        </Tag>
      </p>
      {decision.words && <Lines text={decision.words} />}
      <p class="decisions-quiet">
        {[
          `${londonClock(decision.decidedAt).time}, recorded by ${decision.recordedBy ?? 'Heed'}`,
          decision.minuteReference && `minute ${decision.minuteReference}`,
          moved(room, decision),
        ]
          .filter(Boolean)
          .join('; ')}
        .{' '}
        {controls && (
          <a class="govuk-link" href={`/meetings/${room.meeting.slug}/room/${line.agendaItem.id}/${line.id}/withdrawal`}>
            Take back<span class="govuk-visually-hidden">{` the decision on ${line.name}`}</span>
          </a>
        )}
      </p>
      {decision.warned && <p class="decisions-quiet">{`Recorded all the same: ${decision.warned}`}</p>}
      {controls && before.length > 0 && (
        <Details
          summary={before.length === 1 ? 'One earlier decision at this meeting' : `${before.length} earlier decisions at this meeting`}
        >
          <ul class="govuk-list">
            {before.map((one) => (
              <li>{`${londonClock(one.decidedAt).time} ${decisionWords(one)}${one.withdrawn ? ', taken back' : ''}`}</li>
            ))}
          </ul>
        </Details>
      )}
    </div>
  )
}

/** `moved by Cllr Ash, seconded by Cllr Birch`; blank where the council records neither. */
export function moved({ there }: Pick<Room, 'there'>, { movedBy, secondedBy }: Pick<Decision, 'movedBy' | 'secondedBy'>): string {
  const name = (id: string | null) => there.seats.find(({ member }) => member.id === id)?.member.name
  return [name(movedBy) && `moved by ${name(movedBy)}`, name(secondedBy) && `seconded by ${name(secondedBy)}`].filter(Boolean).join(', ')
}
