import { beginningOf } from '../decisions/line.views.tsx'
import { gradeClaimed, type RoomLine } from '../decisions/room-line.ts'
import { FilesBeside } from '../files/files-beside.views.tsx'
import type { FollowedLine } from '../home/age-of-recommendations.ts'
import { isExempt } from '../meetings/agenda.ts'
import type { MeetingLine } from '../meetings/meeting.queries.ts'
import type { MeetingRecord } from '../meetings/meeting.ts'
import { whyExempt } from '../meetings/schedule-12a.ts'
import { PLACE_WORDS } from '../members/member.ts'
import { publicationWords } from '../papers/publication-words.ts'
import type { SignedInMember } from '../people/officer.ts'
import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import { EmptyState, InsetText, Lines, Tag, WarningText } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { promiseNotes } from '../recommendations/promise-words.ts'
import { clip } from '../referee/plain-words.ts'
import { GradeTag } from '../scales/grade-tag.tsx'
import { isOverdue, questionsAbout, type Briefing, type BriefingItem } from './briefing.ts'
import type { CommitteeOfMember } from './briefing.queries.ts'
import { addressOf } from './briefing-questions.views.tsx'

/** The member's first page: what is my committee owed, what does it have next, what had it last? */
export function BriefingHome({ committees, today }: { committees: readonly CommitteeOfMember[]; today: CalendarDate }) {
  if (committees.length === 0)
    return (
      <EmptyState title="You have no seat on a committee yet">
        <p class="govuk-body">
          When your council has put your seat on record, the meetings of your committee stand here. Ask the officers of the committee if you
          think that you should have one.
        </p>
      </EmptyState>
    )
  return (
    <>
      {committees.map((one) => (
        <section class="briefings-committee">
          <h2 class="govuk-heading-m">{one.seat.committee.name}</h2>
          <p class="govuk-body briefings-quiet">{seatInWords(one)}</p>
          <Meetings
            title="Next"
            meetings={one.next}
            none={one.sits === 'sat' ? null : 'No meeting is planned yet.'}
            noPapers="No papers yet"
          />
          {one.owed && <Owed owed={one.owed} today={today} />}
          <Meetings title="Last" meetings={one.last} none={null} noPapers="No papers in Heed" />
        </section>
      ))}
    </>
  )
}

function seatInWords({ seat, sits }: CommitteeOfMember): string {
  const place = `${PLACE_WORDS[seat.place]}${seat.voting ? '' : ', without a vote'}`
  if (sits === 'will-sit') return `${place} from ${inWords(seat.from)}`
  return sits === 'sat' ? `${place} until ${inWords(seat.last!)}` : place
}

interface MeetingsProps {
  title: string
  meetings: readonly MeetingLine[]
  /** What is said where there are none. */
  none: string | null
  /** What is said of one whose agenda was not published. */
  noPapers: string
}

function Meetings({ title, meetings, none, noPapers }: MeetingsProps) {
  if (meetings.length === 0 && none === null) return null
  return (
    <>
      <h3 class="govuk-heading-s">{title}</h3>
      {meetings.length === 0 && <p class="govuk-body">{none}</p>}
      <ul class="briefings-meetings">
        {meetings.map(({ slug, heldOn, time, venue, published, cancelled }) => (
          <li>
            <a class="govuk-link" href={`/briefing/${slug}`}>
              {inWords(heldOn)}
            </a>
            <span>{[time, venue].filter(Boolean).join(', ')}</span>
            {cancelled ? (
              <Tag colour="red">Cancelled</Tag>
            ) : published > 0 ? (
              <Tag colour="green">Papers are out</Tag>
            ) : (
              <Tag colour="grey">{noPapers}</Tag>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

const MOST_LATE = 5

/** As the committee was told at its meetings so far. */
function Owed({ owed: { open, late }, today }: { owed: NonNullable<CommitteeOfMember['owed']>; today: CalendarDate }) {
  return (
    <>
      <h3 class="govuk-heading-s">What it is owed, as told at its meetings so far</h3>
      <dl class="heed-figures">
        <div>
          <dt>Still open</dt>
          <dd>{open}</dd>
        </div>
        <div>
          <dt>Late</dt>
          <dd>{late.length}</dd>
        </div>
      </dl>
      {late.length > 0 && (
        <Table
          caption="Recommendations whose date has passed, the longest late first"
          hiddenCaption
          rows={late.slice(0, MOST_LATE)}
          columns={[
            { head: 'Recommendation', names: true, width: 'half', cell: (line) => <LateLine line={line} /> },
            { head: 'Owner', cell: ({ owners }) => owners.slice(0, 3).join('; ') || 'No owner' },
            {
              head: 'Promised',
              cell: ({ promises }) =>
                promises
                  .filter(({ lateBy }) => lateBy > 0)
                  .map((story) => <Lines text={[story.words, ...promiseNotes(story, today)].join('. ')} />),
            },
          ]}
        />
      )}
      {late.length > MOST_LATE && (
        <p class="govuk-body">{`And ${late.length - MOST_LATE} more. The papers of each meeting show them all.`}</p>
      )}
    </>
  )
}

function LateLine({ line: { review, recommendation } }: { line: FollowedLine }) {
  return (
    <>
      {`${review.title}, ${recommendation.ref || `item ${recommendation.position}`}`}
      <span class="briefings-note">{clip(recommendation.text, 160)}</span>
    </>
  )
}

/** A meeting's agenda as it was published, each line with what is claimed and found, and what the member asks. */
export function BriefingPage({ briefing, member, isHeld }: { briefing: Briefing; member: SignedInMember; isHeld: boolean }) {
  const { meeting, agenda, lines, questions } = briefing
  const where = [meeting.papers.time, meeting.papers.venue].filter(Boolean).join(', ')
  if (agenda.length === 0)
    return (
      <>
        <Cancelled meeting={meeting} />
        {where && <p class="govuk-body">{where}</p>}
        <EmptyState title={isHeld ? 'No papers in Heed' : 'No papers yet'}>
          <p class="govuk-body">
            {isHeld
              ? 'The agenda of this meeting was not published with Heed.'
              : meeting.cancelledFor !== null
                ? 'Nothing was published before it was cancelled.'
                : `The meeting is planned for ${inWords(meeting.heldOn)}. Its agenda and papers stand here once they are published, as a rule five clear working days before.`}
          </p>
        </EmptyState>
        <Papers briefing={briefing} />
      </>
    )
  return (
    <>
      <Cancelled meeting={meeting} />
      {where && <p class="govuk-body">{where}</p>}
      <div class="briefings-steps">
        {lines[0] && (
          <a class="govuk-link" href={addressOf(meeting, lines[0])}>
            Read from the first recommendation
          </a>
        )}
        <a class="govuk-link" href={`/briefing/${meeting.slug}/questions`}>
          {`Questions to take along (${questions.length})`}
        </a>
      </div>
      <Papers briefing={briefing} />
      <h2 class="govuk-heading-m">Agenda</h2>
      {agenda.map((item) => (
        <Item briefing={briefing} item={item} member={member} />
      ))}
    </>
  )
}

function Cancelled({ meeting: { cancelledFor } }: { meeting: MeetingRecord }) {
  if (cancelledFor === null) return null
  return <WarningText>{`This meeting is cancelled: ${cancelledFor}`}</WarningText>
}

function Papers({ briefing: { meeting, publications } }: { briefing: Briefing }) {
  if (publications.length === 0) return null
  return (
    <section aria-labelledby="papers">
      <h2 class="govuk-heading-m" id="papers">
        Papers as published
      </h2>
      <ul class="briefings-meetings">
        {publications.map((one) => (
          <li>
            <a class="govuk-link" href={`/briefing/${meeting.slug}/publications/${one.slug}/pdf`}>
              {`${publicationWords(one)} (PDF)`}
            </a>
            <a class="govuk-link" href={`/briefing/${meeting.slug}/publications/${one.slug}/word`}>
              Word<span class="govuk-visually-hidden">{`: ${publicationWords(one)}`}</span>
            </a>
            <span class="briefings-quiet">{`published ${inWords(one.publishedOn)}`}</span>
            {one.exempt && <Tag colour="red">Not for publication</Tag>}
            <FilesBeside
              files={one.files.map((file) => ({
                ...file,
                href: `/briefing/${meeting.slug}/publications/${one.slug}/files/${file.position}`,
              }))}
              level="s"
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Item({ briefing, item, member }: { briefing: Briefing; item: BriefingItem; member: SignedInMember }) {
  const lines = briefing.lines.filter(({ agendaItem }) => agendaItem.id === item.id)
  return (
    <section class="briefings-item briefings-read">
      <h3 class="govuk-heading-s">
        {`${item.number} ${item.title} `}
        {isExempt(item) && <Tag colour="red">Exempt</Tag>}
      </h3>
      {isExempt(item) && (
        <>
          <Lines text={whyExempt(item.exemptParagraphs)} />
          <p class="govuk-body">It is before you as a member of this committee, and for nobody else.</p>
        </>
      )}
      {item.lines === 'withdrawn' && <p class="govuk-body">This item was withdrawn.</p>}
      {item.lines !== 'withdrawn' && item.text && <Lines text={item.text} />}
      {item.lateReason && item.lines !== 'withdrawn' && <p class="govuk-body">{`Why it could not wait: ${item.lateReason}`}</p>}
      {item.lines === 'to-come' && (
        <InsetText>Its paper is to follow. What each owner says stands here, line by line, once the paper is published.</InsetText>
      )}
      {lines.length > 0 && <LineTable briefing={briefing} item={item} lines={lines} member={member} />}
    </section>
  )
}

interface LineTableProps {
  briefing: Briefing
  item: BriefingItem
  lines: readonly RoomLine[]
  member: SignedInMember
}

function LineTable({ briefing: { meeting, questions }, item, lines, member }: LineTableProps) {
  const own = questions.filter(({ memberId }) => memberId === member.memberId)
  return (
    <Table
      caption={`Recommendations of item ${item.number}`}
      hiddenCaption
      rows={lines}
      columns={[
        {
          head: 'Recommendation',
          names: true,
          width: 'half',
          cell: (line) => (
            <>
              <a class="govuk-link briefings-line" href={addressOf(meeting, line)}>
                {line.name}
              </a>
              <span class="briefings-note">{beginningOf(line)}</span>
            </>
          ),
        },
        { head: 'Grade claimed', cell: (line) => <ClaimedShort line={line} /> },
        { head: 'Due', cell: (line) => (isOverdue(line) ? <Tag colour="red">Overdue</Tag> : 'Not overdue') },
        { head: 'Findings', numeric: true, cell: ({ findings }) => findings.length },
        { head: 'My questions', numeric: true, cell: (line) => questionsAbout(line, own).length },
      ]}
    />
  )
}

function ClaimedShort({ line }: { line: RoomLine }) {
  const grade = gradeClaimed(line)
  if (grade) return <GradeTag meaning={grade.meaning} label={grade.label} />
  return <>{line.statements.length > 0 ? 'No update' : 'Not asked about'}</>
}
