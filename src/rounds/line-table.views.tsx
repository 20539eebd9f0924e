import { inWords, today, type CalendarDate } from '../platform/core/calendar-date.ts'
import { Tag, type TagColour } from '../platform/web/page-parts.tsx'
import { Table, type Column } from '../platform/web/table.tsx'
import { gradeGiven } from '../reviews/review-as-reading.ts'
import { GradeTag } from '../scales/grade-tag.tsx'
import { STANDING_WORDS } from './line-choice.views.tsx'
import { standingFindings, type FollowedLine, type Stage } from './line-standing.ts'
import { isAnswered, lineName, promiseState, type RoundLine } from './round-lines.ts'
import type { RoundRecord } from './round.ts'
import type { ForOwner } from './said-of-lines.queries.ts'
import { shortened } from './round.views.tsx'

const STAGE_TAGS: Record<Stage, { colour: TagColour; words: string }> = {
  'not-asked': { colour: 'grey', words: 'Nobody asked' },
  asked: { colour: 'grey', words: 'Asked' },
  opened: { colour: 'teal', words: 'Opened' },
  drafted: { colour: 'teal', words: 'Draft saved' },
  'sent-back': { colour: 'orange', words: 'Sent back' },
  'no-update': { colour: 'yellow', words: 'No update' },
  answered: { colour: 'blue', words: 'Answered' },
  accepted: { colour: 'green', words: 'Accepted' },
}

interface LineTableProps {
  round: RoundRecord
  lines: FollowedLine[]
  caption: string
  /** Lines that stay ticked, where a form comes back; null where nothing can be done with lines. */
  ticked: ReadonlySet<string> | null
}

/** Lines of a round as an officer follows them, each with a box to tick. */
export function LineTable({ round, lines, caption, ticked }: LineTableProps) {
  const columns: Column<FollowedLine>[] = [
    { head: 'Line', names: true, width: 'sixth', cell: ({ line }) => nameOf(line, round, ticked) },
    {
      head: 'What was asked',
      width: 'quarter',
      cell: ({ line }) => shortened(line.action?.text || line.part?.text || line.recommendation.text, 120),
    },
    { head: 'Owner', width: 'sixth', cell: ownersIn },
    { head: 'Promised', cell: ({ line }) => promisedIn(line, round) },
    { head: 'Last time', cell: ({ line }) => (line.last ? gradeIn(line, line.last) : '–') },
    { head: 'This time', cell: thisTimeIn },
    { head: 'Standing', width: 'sixth', cell: standingIn },
    { head: 'Findings', cell: findingsIn },
  ]
  return <Table caption={caption} hiddenCaption rows={lines} rowId={({ line }) => line.itemId} columns={columns} />
}

// Cells are made by functions and not by components: hundreds of them stand on a page, and each component has its price.

function nameOf(line: RoundLine, round: RoundRecord, ticked: ReadonlySet<string> | null) {
  const name = lineName(line)
  const link = (
    <a class="govuk-link" href={`/rounds/${round.slug}/items/${line.itemId}`}>
      {name}
    </a>
  )
  if (!ticked) return link
  const checked = ticked.has(line.itemId)
  return (
    <div class="rounds-name">
      <input class="rounds-tick" type="checkbox" name="item" value={line.itemId} aria-label={`Choose ${name}`} checked={checked} />
      {link}
    </div>
  )
}

function ownersIn({ line, asked }: FollowedLine) {
  const people = asked.map(({ name, directorate }) => (directorate ? `${name} (${directorate})` : name)).join('; ')
  return (
    <>
      {line.owners.join('; ') || <span class="heed-none">Nobody</span>}
      {people && <div class="rounds-small">{`Asked: ${people}`}</div>}
    </>
  )
}

function promisedIn(line: RoundLine, round: RoundRecord) {
  const { words, passed } = promiseState(line.promises, round.presentedOn)
  if (words === '') return <span class="heed-none">No date</span>
  return (
    <>
      {words}
      {passed && <strong class="rounds-passed"> (passed)</strong>}
    </>
  )
}

function thisTimeIn({ line, forOwner }: FollowedLine) {
  if (!isAnswered(line)) return <span class="heed-none">Nothing</span>
  return (
    <>
      {gradeIn(line, line.update)}
      {forOwner && <div class="rounds-small">{toldInWords(forOwner)}</div>}
    </>
  )
}

/** `Priya Nand told an officer by telephone` */
export function toldInWords({ forWhom, how }: ForOwner): string {
  return `${forWhom} told an officer${how ? ` ${how}` : ''}`
}

function gradeIn(line: RoundLine, of: RoundLine['update']) {
  return GradeTag({ meaning: of.meaning, label: gradeGiven(line.review.scale.grades, of)?.label })
}

export function StandingTag({ stage, late }: Pick<FollowedLine, 'stage' | 'late'>) {
  const { colour, words } = STAGE_TAGS[stage]
  return (
    <>
      <Tag colour={colour}>{words}</Tag>
      {late && (
        <>
          {' '}
          <Tag colour="red">Late</Tag>
        </>
      )}
    </>
  )
}

function standingIn(followed: FollowedLine) {
  const { notes } = followed
  const since = sinceOf(followed)
  return (
    <>
      {StandingTag(followed)}
      {since && <div class="rounds-small">{since}</div>}
      {notes.waits && (
        <div class="rounds-small">
          <strong>A note waits for you</strong>
        </div>
      )}
    </>
  )
}

/** Since when a line stands as it does. */
function sinceOf({ stage, standing, asked, openedAt, draftedAt }: FollowedLine): string {
  const since: Record<Stage, Date | null | undefined> = {
    'not-asked': null,
    asked: asked[0]?.askedAt,
    opened: openedAt,
    drafted: draftedAt,
    'sent-back': standing.sentBackAt,
    'no-update': standing.savedAt,
    answered: standing.savedAt,
    accepted: standing.acceptedAt,
  }
  const at = since[stage]
  return at ? inWords(dayOf(at)) : ''
}

/** In the council's own time. */
export const dayOf = (at: Date): CalendarDate => today(at)

function findingsIn({ line }: FollowedLine) {
  const standing = standingFindings(line)
  const stops = standing.filter((finding) => finding.severity === 'stops').length
  if (standing.length === 0) return <>{line.findings.length > 0 ? 'Overridden' : '–'}</>
  return stops > 0 ? <Tag colour="red">{`${stops} ${stops === 1 ? 'stops' : 'stop'} the paper`}</Tag> : <>{`${standing.length} to note`}</>
}

/** How a line stands, for a spreadsheet. */
export function standingInWords({ stage, late }: Pick<FollowedLine, 'stage' | 'late'>): string {
  return late ? `${STANDING_WORDS[stage]}; late` : STANDING_WORDS[stage]
}
