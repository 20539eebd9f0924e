import { Button, Form } from '../platform/web/form-fields.tsx'
import {
  isNarrowed,
  stagesIn,
  type Offered,
  type FindingsChosen,
  type LineChoice,
  type PageOfLines,
  type StandingChosen,
} from './line-choice.ts'
import type { FollowedLine } from './line-standing.ts'

export const STANDING_WORDS: Record<StandingChosen, string> = {
  'not-asked': 'Nobody asked',
  asked: 'Asked, not opened',
  opened: 'Opened, nothing saved',
  drafted: 'Draft saved',
  'sent-back': 'Sent back',
  'no-update': 'No update received',
  answered: 'Answered, to be accepted',
  accepted: 'Accepted',
  wanted: 'Still wanted',
  late: 'Late',
}
const FINDINGS_WORDS: Record<FindingsChosen, string> = {
  any: 'With findings',
  stops: 'With findings that stop the paper',
  none: 'Without findings',
}

interface LineFiltersProps {
  address: string
  lines: FollowedLine[]
  choice: LineChoice
  offered: Offered
  shown: PageOfLines
}

/** What narrows the lines of a round, and how many are left. */
export function LineFilters({ address, lines, choice, offered, shown }: LineFiltersProps) {
  const standings: StandingChosen[] = ['wanted', 'late', ...stagesIn(lines)]
  return (
    <>
      <Form method="get" action={`${address}#lines`} class="heed-filters rounds-choice" label="Narrow the lines">
        <Choose
          name="standing"
          label="How it stands"
          value={choice.standing}
          all="All lines"
          options={standings.map((one) => [one, STANDING_WORDS[one]])}
        />
        <Choose name="findings" label="Findings" value={choice.findings} all="With or without" options={Object.entries(FINDINGS_WORDS)} />
        <Choose name="owner" label="Owner" value={choice.owner} all="Every owner" options={offered.owners.map((one) => [one, one])} />
        {offered.directorates.length > 0 && (
          <Choose
            name="directorate"
            label="Directorate asked"
            value={choice.directorate}
            all="Every directorate"
            options={offered.directorates.map((one) => [one, one])}
          />
        )}
        {offered.reviews.length > 1 && (
          <Choose
            name="review"
            label="Review"
            value={choice.review}
            all="Every review"
            options={offered.reviews.map(({ slug, title }) => [slug, title])}
          />
        )}
        {offered.committees.length > 1 && (
          <Choose
            name="committee"
            label="Committee"
            value={choice.committee}
            all="Every committee"
            options={offered.committees.map(({ slug, name }) => [slug, name])}
          />
        )}
        {(lines.some(({ notes }) => notes.count > 0) || choice.notes !== '') && (
          <Choose name="notes" label="Notes" value={choice.notes} all="With or without" options={[['waiting', 'An owner wrote last']]} />
        )}
        <Button text="Show" kind="secondary" />
      </Form>
      <p class="govuk-body" role="status" id="lines">
        {howMany(shown, lines.length, isNarrowed(choice))}
        {isNarrowed(choice) && (
          <a class="govuk-link" href={`${address}#lines`}>
            Show all
          </a>
        )}
      </p>
    </>
  )
}

function howMany({ lines, page, pages, of }: PageOfLines, all: number, narrowed: boolean): string {
  const which = narrowed ? `${of} of ${all} lines` : `${of} ${of === 1 ? 'line' : 'lines'}`
  if (pages === 1) return `${which}. `
  const first = shownBefore(page, pages, of, lines.length) + 1
  return `${which}; here are ${first} to ${first + lines.length - 1}. `
}

function shownBefore(page: number, pages: number, of: number, here: number): number {
  return page === pages ? of - here : (page - 1) * here
}

interface ChooseProps {
  name: string
  label: string
  value: string
  all: string
  options: [string, string][]
}

function Choose({ name, label, value, all, options }: ChooseProps) {
  return (
    <div class="govuk-form-group">
      <label class="govuk-label govuk-label--s" for={`choice-${name}`}>
        {label}
      </label>
      <select class="govuk-select" id={`choice-${name}`} name={name}>
        <option value="">{all}</option>
        {options.map(([option, words]) => (
          <option value={option} selected={option === value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
