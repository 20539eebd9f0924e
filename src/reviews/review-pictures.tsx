import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import { StackedBars } from '../platform/web/stacked-bars.tsx'
import { STANDING_WORDS, STANDINGS, type Standing } from '../recommendations/promise-standing.ts'
import { listOf } from '../referee/plain-words.ts'
import { gradeFill, MEANING_WORDS } from '../scales/grade-tag.tsx'
import type { GradeSeries, GradesOverRounds } from './grades-over-rounds.ts'
import type { PromisesOnDay } from './promises-over-rounds.ts'
import { roundLabel } from './review.ts'

export function seriesName({ label, meaning }: GradeSeries): string {
  return label ?? (meaning ? MEANING_WORDS[meaning] : 'No grade')
}

/** How each round was graded, a bar a round. */
export function GradesPicture({ grades }: { grades: GradesOverRounds }) {
  const { series, rounds } = grades
  const last = rounds.at(-1)!
  const said = series.flatMap((one, index) => (last.counts[index] ? [`${last.counts[index]} ${seriesName(one)}`] : []))
  return (
    <StackedBars
      title="Grades, round by round"
      description={`How each line of a round was graded. In ${roundLabel(last.round)} (${inWords(last.round.presentedOn)}): ${listOf(said)}.`}
      each="Round"
      series={series.map((one) => ({ name: seriesName(one), fill: one.gap ? 'heed-fill-none' : gradeFill(one.meaning) }))}
      bars={rounds.map(({ round, counts }) => ({ label: roundLabel(round), below: shortly(round.presentedOn), values: counts }))}
    />
  )
}

const STANDING_FILLS: Record<Standing, string> = {
  kept: 'heed-fill-achieved',
  kept_late: 'heed-fill-superseded',
  ended: 'heed-fill-not-started',
  ahead: 'heed-fill-on-track',
  moved: 'heed-fill-slipped',
  broken: 'heed-fill-not-achieved',
  no_date: 'heed-fill-none',
}

/** What became of every date promised, a bar a meeting. */
export function PromisesPicture({ promises }: { promises: PromisesOnDay[] }) {
  const last = promises.at(-1)!
  const shown = STANDINGS.filter((standing) => promises.some(({ counts }) => counts[standing] > 0))
  return (
    <StackedBars
      title="Promises kept and broken"
      description={`What had become of every date promised, at each meeting. ${last.label} (${inWords(last.day)}): ${shown.flatMap((standing) => (last.counts[standing] ? [`${lowered(STANDING_WORDS[standing])}: ${last.counts[standing]}`] : [])).join('; ')}.`}
      each="Meeting"
      series={shown.map((standing) => ({ name: STANDING_WORDS[standing], fill: STANDING_FILLS[standing] }))}
      bars={promises.map(({ label, day, counts }) => ({ label, below: shortly(day), values: shown.map((standing) => counts[standing]) }))}
    />
  )
}

const shortly = (day: CalendarDate) => inWords(day).replace(/ ([A-Z][a-z]{2})[a-z]* /, ' $1 ')
const lowered = (words: string) => words.slice(0, 1).toLowerCase() + words.slice(1)
