import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import { Button, Form } from '../platform/web/form-fields.tsx'
import { Details, EmptyState, Lines, SummaryList } from '../platform/web/page-parts.tsx'
import { StackedBars } from '../platform/web/stacked-bars.tsx'
import { Table } from '../platform/web/table.tsx'
import { STANDING_WORDS, STANDINGS, type Standing } from '../recommendations/promise-standing.ts'
import { countOf, listOf } from '../referee/plain-words.ts'
import type { RoundFinding } from '../rounds/round.ts'
import { StateTag } from '../rounds/round.views.tsx'
import { gradeFill, MEANING_WORDS } from '../scales/grade-tag.tsx'
import type { GradeSeries, GradesOverRounds } from './grades-over-rounds.ts'
import type { PromisesOnDay } from './promises-over-rounds.ts'
import { isFiltered, SORT_WORDS, SORTS, type RecommendationFilter } from './recommendation-filter.ts'
import { RecommendationTable } from './recommendation-table.tsx'
import { latenessOf, type RecommendationLine } from './recommendation-line.ts'
import { LAYOUT_WORDS, roundLabel, type ReviewRecord } from './review.ts'

export interface ReviewPageModel {
  review: ReviewRecord
  lines: RecommendationLine[]
  shown: RecommendationLine[]
  filter: RecommendationFilter
  grades: GradesOverRounds
  promises: PromisesOnDay[]
  findings: RoundFinding[]
  today: CalendarDate
}

export function ReviewPage(model: ReviewPageModel) {
  const { review, lines, grades } = model
  if (lines.length === 0) return <EmptyReview review={review} />
  return (
    <>
      <Figures {...model} />
      <Ways review={review} />
      <div class="heed-columns">
        {grades.rounds.length > 0 && <GradesPicture grades={grades} />}
        <PromisesPicture promises={model.promises} />
      </div>
      <h2 class="govuk-heading-m" id="recommendations">
        Recommendations
      </h2>
      <Filters {...model} />
      <RecommendationTable review={review} lines={model.shown} today={model.today} />
      <Particulars review={review} />
    </>
  )
}

function EmptyReview({ review }: { review: ReviewRecord }) {
  return (
    <>
      <EmptyState title="No recommendations yet">
        <p class="govuk-body">
          {review.status ? `Its document said: “${review.status}”. ` : ''}
          Bring in the document that has them, or add them one by one.
        </p>
        <div class="govuk-button-group">
          <Button text="Import a document" href="/imports" />
          <Button text="Add a recommendation" href={`/reviews/${review.slug}/new-recommendation`} kind="secondary" />
        </div>
      </EmptyState>
      <Particulars review={review} />
    </>
  )
}

function Figures({ review, lines, findings }: ReviewPageModel) {
  const standing = findings.filter((finding) => !finding.override)
  const stops = standing.filter((finding) => finding.severity === 'stops').length
  const late = lines.filter((line) => latenessOf(line) > 0).length
  const last = review.rounds.at(-1)
  return (
    <dl class="heed-figures">
      <Figure name="Recommendations" value={lines.length} />
      <Figure name="Still open" value={lines.filter((line) => !line.settled).length} />
      <Figure name="Late" value={late} />
      <Figure
        name={last ? `Findings, ${roundLabel(last)}` : 'Findings in the plan'}
        value={standing.length}
        note={stops > 0 ? `${stops} stop the paper` : ''}
      />
    </dl>
  )
}

function Figure({ name, value, note }: { name: string; value: number; note?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value}
        {note && <div class="reviews-note">{note}</div>}
      </dd>
    </div>
  )
}

function Ways({ review }: { review: ReviewRecord }) {
  const open = review.rounds.findLast((round) => round.state !== 'frozen')
  return (
    <div class="govuk-button-group">
      {open ? (
        <Button text={`Go to the round ${roundLabel(open)}`} href={`/rounds/${open.slug}`} />
      ) : (
        <Button text="Open a round" href={`/rounds/opening?review=${review.slug}`} />
      )}
      <a class="govuk-link" href={`/reviews/${review.slug}/rounds-side-by-side`}>
        Rounds side by side
      </a>
      <a class="govuk-link" href={`/reviews/${review.slug}/new-recommendation`}>
        Add a recommendation
      </a>
      <a class="govuk-link" href="#particulars">
        Rounds and particulars
      </a>
    </div>
  )
}

export function seriesName({ label, meaning }: GradeSeries): string {
  return label ?? (meaning ? MEANING_WORDS[meaning] : 'No grade')
}

function GradesPicture({ grades }: { grades: GradesOverRounds }) {
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
  ahead: 'heed-fill-on-track',
  moved: 'heed-fill-slipped',
  broken: 'heed-fill-not-achieved',
  no_date: 'heed-fill-none',
}

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

function Filters({ review, lines, shown, filter }: ReviewPageModel) {
  const owners = [...new Set(lines.flatMap((line) => line.owners))].sort((a, b) => a.localeCompare(b))
  const themes = [...new Set(lines.flatMap((line) => line.recommendation.theme ?? []))]
  return (
    <>
      <Form
        method="get"
        action={`/reviews/${review.slug}#recommendations`}
        class="heed-filters reviews-filters"
        label="Narrow and sort the recommendations"
      >
        <Box name="words" label="Words" value={filter.words} />
        <Choose name="owner" label="Owner" value={filter.owner} all="Every owner" options={owners.map((owner) => [owner, owner])} />
        <Choose name="grade" label="Last grade" value={filter.grade} all="Every grade" options={gradeOptions(review, lines)} />
        {themes.length > 0 && (
          <Choose name="theme" label="Theme" value={filter.theme} all="Every theme" options={themes.map((theme) => [theme, theme])} />
        )}
        <Choose name="sort" label="In what order" value={filter.sort} options={SORTS.map((sort) => [sort, SORT_WORDS[sort]])} />
        <fieldset class="govuk-fieldset reviews-ticks">
          <legend class="govuk-visually-hidden">Only those that are</legend>
          <OnlyBox name="open" label="Open" ticked={filter.open} />
          <OnlyBox name="late" label="Late" ticked={filter.late} />
          <OnlyBox name="findings" label="With findings" ticked={filter.findings} />
        </fieldset>
        <Button text="Show" kind="secondary" />
      </Form>
      <p class="govuk-body" role="status">
        {isFiltered(filter)
          ? `${shown.length} of ${lines.length} recommendations. `
          : `${countOf(lines.length, 'recommendation').replace(/^./, (c) => c.toUpperCase())}.`}
        {isFiltered(filter) && (
          <a class="govuk-link" href={`/reviews/${review.slug}#recommendations`}>
            Show all
          </a>
        )}
      </p>
    </>
  )
}

function gradeOptions(review: ReviewRecord, lines: readonly RecommendationLine[]): [string, string][] {
  const given = lines.flatMap((line) => line.grades)
  const scale = review.scale.grades.filter((grade) => given.some((one) => one.code === grade.code))
  const others = new Map(
    given.filter((one) => one.code === null).map((one) => [one.meaning ?? 'none', one.meaning ? MEANING_WORDS[one.meaning] : 'No grade']),
  )
  return [...scale.map(({ code, label }): [string, string] => [code, label]), ...others]
}

function Box({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <div class="govuk-form-group">
      <label class="govuk-label govuk-label--s" for={`filter-${name}`}>
        {label}
      </label>
      <input class="govuk-input govuk-input--width-10" id={`filter-${name}`} name={name} type="search" value={value} />
    </div>
  )
}

interface ChooseProps {
  name: string
  label: string
  value: string
  all?: string
  options: [string, string][]
}

function Choose({ name, label, value, all, options }: ChooseProps) {
  return (
    <div class="govuk-form-group">
      <label class="govuk-label govuk-label--s" for={`filter-${name}`}>
        {label}
      </label>
      <select class="govuk-select" id={`filter-${name}`} name={name}>
        {all && <option value="">{all}</option>}
        {options.map(([option, words]) => (
          <option value={option} selected={option === value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

function OnlyBox({ name, label, ticked }: { name: string; label: string; ticked: boolean }) {
  return (
    <div class="govuk-checkboxes__item">
      <input class="govuk-checkboxes__input" type="checkbox" id={`filter-${name}`} name={name} value="yes" checked={ticked} />
      <label class="govuk-label govuk-checkboxes__label" for={`filter-${name}`}>
        {label}
      </label>
    </div>
  )
}

function Particulars({ review }: { review: ReviewRecord }) {
  return (
    <section id="particulars">
      <h2 class="govuk-heading-m">Rounds and particulars</h2>
      {review.rounds.length > 0 && (
        <Table
          caption="Rounds of this review, the newest first"
          hiddenCaption
          rows={review.rounds.toReversed()}
          columns={[
            {
              head: 'Round',
              names: true,
              cell: (round) => (
                <a class="govuk-link" href={`/rounds/${round.slug}`}>
                  {roundLabel(round)}
                </a>
              ),
            },
            { head: 'Meeting', cell: (round) => inWords(round.presentedOn) },
            { head: 'State', cell: (round) => <StateTag state={round.state} /> },
          ]}
        />
      )}
      {review.themes.map((theme) => (
        <Details summary={`Theme: ${theme.title}`}>
          {theme.why_important && <Lines text={theme.why_important} />}
          {theme.what_good_looks_like && theme.what_good_looks_like.length > 0 && (
            <>
              <p class="reviews-label">What good looks like</p>
              <Lines text={theme.what_good_looks_like.map((line) => `- ${line}`).join('\n')} />
            </>
          )}
        </Details>
      ))}
      <SummaryList
        rows={[
          {
            key: 'Committee',
            value: (
              <a class="govuk-link" href={`/committees/${review.committee.slug}`}>
                {review.committee.name}
              </a>
            ),
            actions: [{ text: 'Correct', href: `/reviews/${review.slug}/particulars`, of: 'the particulars of this review' }],
          },
          { key: 'Scale', value: review.scale.name || 'Without a name' },
          { key: 'Layout', value: LAYOUT_WORDS[review.layout] },
          review.linkOfficers.length > 0 && { key: 'Link officers', value: listOf(review.linkOfficers) },
          review.actionPlanAgreed !== null && { key: 'Action plan agreed', value: review.actionPlanAgreed },
          review.planVersion !== null && { key: 'Version of the plan', value: review.planVersion },
          review.planDate !== null && { key: 'Date of the plan', value: review.planDate },
        ]}
      />
    </section>
  )
}
