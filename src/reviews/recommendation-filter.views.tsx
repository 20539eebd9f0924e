import { Button, Form } from '../platform/web/form-fields.tsx'
import { capitalised, countOf } from '../referee/plain-words.ts'
import { MEANING_WORDS } from '../scales/grade-tag.tsx'
import { isFiltered, SORT_WORDS, SORTS, type RecommendationFilter } from './recommendation-filter.ts'
import type { RecommendationLine } from './recommendation-line.ts'
import type { ReviewRecord } from './review.ts'

interface FiltersProps {
  review: ReviewRecord
  lines: RecommendationLine[]
  shown: RecommendationLine[]
  filter: RecommendationFilter
}

/** What narrows and orders the recommendations of a review, and how many are left. */
export function Filters({ review, lines, shown, filter }: FiltersProps) {
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
          : `${capitalised(countOf(lines.length, 'recommendation'))}.`}
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
