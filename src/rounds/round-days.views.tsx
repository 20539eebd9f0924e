import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import { Tag, type SummaryRow } from '../platform/web/page-parts.tsx'
import type { RoundRecord } from './round.ts'

/** The days of a round and what else can be changed of it, as rows of its page. */
export function rowsOfDays(round: RoundRecord): SummaryRow[] {
  const address = `/rounds/${round.slug}`
  const days = [
    ['asked', round.askedOn],
    ['due', round.dueOn],
    ['papers out', round.papersOn],
    ['meeting', round.presentedOn],
  ] as const
  return [
    {
      key: 'Days',
      value: sentence(days),
      actions: [{ text: round.state === 'frozen' ? 'See' : 'Change', href: `${address}/days`, of: 'the days of this round' }],
    },
    ...(round.meeting.cancelled ? [cancelledMeeting(round)] : []),
    ...laterDates(round),
    ...(round.state === 'frozen'
      ? []
      : [
          {
            key: 'What is asked',
            value: round.reviews.map((review) => review.title).join('; '),
            actions: [{ text: 'Change', href: `${address}/what-is-asked`, of: 'what is asked' }],
          },
        ]),
  ]
}

function cancelledMeeting({ slug, state }: RoundRecord): SummaryRow {
  return {
    key: 'Its meeting',
    value: <Tag colour="red">Cancelled</Tag>,
    actions: state === 'frozen' ? [] : [{ text: 'Move', href: `/rounds/${slug}/days#other-meetings`, of: 'this round to another meeting' }],
  }
}

function laterDates(round: RoundRecord): SummaryRow[] {
  const asked = round.reviews
    .flatMap((review) => review.recommendations.flatMap((one) => [one, ...one.parts]))
    .flatMap((one) => one.updates)
    .filter((update) => update.roundId === round.id && update.revisedWords)
  if (asked.length === 0) return []
  const open = asked.filter(({ extension }) => extension?.state === 'asked').length
  const value = `${asked.length} asked for${open > 0 ? `, ${open} not decided` : ''}`
  return [
    {
      key: 'Later dates',
      value,
      actions: [{ text: open > 0 ? 'Decide' : 'See', href: `/rounds/${round.slug}/extensions`, of: 'later dates' }],
    },
  ]
}

function sentence(days: readonly (readonly [string, CalendarDate | null])[]): string {
  const said = days.flatMap(([what, on]) => (on ? `${what} ${inWords(on)}` : []))
  return said.join('; ').replace(/^./, (letter) => letter.toUpperCase())
}
