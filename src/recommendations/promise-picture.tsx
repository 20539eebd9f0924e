import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { daysBetween, inWords } from '../platform/core/calendar-date.ts'
import { ChartFrame } from '../platform/web/chart-frame.tsx'
import { Table } from '../platform/web/table.tsx'
import { roundLabel, type ReviewRound } from '../reviews/review.ts'
import { stands, type PromiseMoment, type PromiseStory } from './promise-standing.ts'
import { meaningOf, promiseNotes } from './promise-words.ts'
import { STANDING_WORDS } from './promise-standing.ts'

const WIDTH = 640
const LEFT = 8
const ROW = 44

interface PromisePictureProps {
  title: string
  story: PromiseStory
  rounds: readonly ReviewRound[]
  today: CalendarDate
}

/** A promise and every change of it as bars, one under another, each from the day it was given to the day it names. */
export function PromisePicture({ title, story, rounds, today }: PromisePictureProps) {
  const dated = story.moments.filter((moment) => moment.dueOn !== null)
  const start = [...rounds.map((round) => round.presentedOn), ...dated.map((moment) => moment.on ?? moment.dueOn!)].toSorted()[0] ?? today
  const end = [today, ...dated.map((moment) => moment.dueOn!)].toSorted().at(-1)!
  const span = Math.max(1, daysBetween(start, end))
  const at = (day: CalendarDate) => LEFT + (Math.max(0, daysBetween(start, day)) / span) * (WIDTH - 2 * LEFT)
  const fillOf = (moment: PromiseMoment, isLast: boolean) =>
    !isLast ? 'heed-fill-superseded' : moment.dueOn! < today && story.settledOn === null ? 'heed-fill-not-achieved' : 'heed-fill-on-track'
  const bottom = 24 + dated.length * ROW
  return (
    <ChartFrame
      title={title}
      description={`${[...promiseNotes(story, today), STANDING_WORDS[story.standing]].slice(0, 2).join('. ')}. Each bar runs to the day that was promised; the upright lines are the committee’s meetings, the broken one is today, ${inWords(today)}.`}
      width={WIDTH}
      height={bottom + 30}
      table={<PromiseTable story={story} caption={title} rounds={rounds} />}
    >
      {rounds
        .filter((round) => round.presentedOn <= end)
        .map((round) => (
          <line x1={at(round.presentedOn)} x2={at(round.presentedOn)} y1="18" y2={bottom} stroke="#b1b4b6" />
        ))}
      {dated.map((moment, index) => (
        <PromiseBar
          moment={moment}
          from={at(moment.on ?? start)}
          to={at(moment.dueOn!)}
          y={24 + index * ROW}
          today={today}
          fill={fillOf(moment, moment === dated.findLast(stands))}
        />
      ))}
      <line x1={at(today)} x2={at(today)} y1="10" y2={bottom + 4} stroke="#0b0c0c" stroke-width="2" stroke-dasharray="5 4" />
      <text x={LEFT} y={bottom + 22} font-size="13" fill="#0b0c0c">
        {inWords(start)}
      </text>
      <text x={WIDTH - LEFT} y={bottom + 22} font-size="13" text-anchor="end" fill="#0b0c0c">
        {inWords(end)}
      </text>
    </ChartFrame>
  )
}

interface PromiseBarProps {
  moment: PromiseMoment
  from: number
  to: number
  y: number
  today: CalendarDate
  /** How it is painted: what stands, what has passed, what was superseded. */
  fill: string
}

function PromiseBar({ moment, from, to, y, today, fill }: PromiseBarProps) {
  const before = isRefused(moment)
    ? 'Refused'
    : moment.on === null
      ? 'First promised'
      : moment.on > today
        ? 'Put forward'
        : stands(moment)
          ? 'Then'
          : 'Asked for'
  const words = `${before}: ${moment.words}`
  const x = Math.min(from, to - 6)
  const atEnd = x > WIDTH / 2
  return (
    <g>
      <rect x={x} y={y + 18} width={Math.max(6, to - x)} height="10" class={fill} />
      <circle cx={to} cy={y + 23} r="7" class={fill} stroke="#fff" stroke-width="2" />
      <text x={atEnd ? to : x} y={y + 12} font-size="14" text-anchor={atEnd ? 'end' : 'start'} fill="#0b0c0c">
        {words.length > 70 ? `${words.slice(0, 69)}…` : words}
      </text>
    </g>
  )
}

interface PromiseTableProps {
  story: PromiseStory
  caption: string
  rounds: readonly ReviewRound[]
}

/** The first promise and every change of it, with when, why and by whose leave. */
export function PromiseTable({ story, caption, rounds }: PromiseTableProps) {
  const inRound = (moment: PromiseMoment) => {
    const round = rounds.find((one) => one.id === moment.roundId)
    return round && roundLabel(round)
  }
  return (
    <Table
      caption={caption}
      hiddenCaption
      rows={story.moments}
      columns={[
        {
          head: 'Promised',
          names: true,
          cell: (moment) => (
            <>
              {!stands(moment) && (isRefused(moment) ? 'Asked for, refused: ' : 'Asked for: ')}
              {moment.words}
              {meaningOf(moment) && <div class="reviews-small">{meaningOf(moment)}</div>}
            </>
          ),
        },
        {
          head: 'When',
          cell: (moment) => (moment.on === null ? 'First promise' : [inRound(moment), inWords(moment.on)].filter(Boolean).join(', ')),
        },
        {
          head: 'Reason',
          width: 'third',
          cell: (moment) => moment.reason ?? (moment.on === null ? '' : <span class="heed-none">No reason given</span>),
        },
        { head: 'Granted by', cell: whoseLeave },
      ]}
    />
  )
}

function isRefused({ extension }: PromiseMoment): boolean {
  return extension?.state === 'refused'
}

function whoseLeave({ grantedBy, extension }: PromiseMoment): string {
  if (!extension) return grantedBy ?? ''
  if (extension.state === 'asked') return 'Nobody has decided yet'
  return `Refused by ${extension.decidedBy}${extension.reason ? `: ${extension.reason}` : ''}`
}
