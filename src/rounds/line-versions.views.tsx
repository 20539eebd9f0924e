import { inWords, today } from '../platform/core/calendar-date.ts'
import { Details, Lines } from '../platform/web/page-parts.tsx'
import { toldInWords } from './line-table.views.tsx'
import type { updateVersions } from './round.queries.ts'
import type { RoundRecord } from './round.ts'

type LineVersions = Awaited<ReturnType<typeof updateVersions>>

/** Where what stands here was taken from a travelling form: what came back, as it came. */
export function FromForm({ round, versions }: { round: RoundRecord; versions: LineVersions }) {
  const returned = versions[0]?.form_return_id
  if (!returned) return null
  return (
    <p class="govuk-body">
      This was taken from a form in Word.{' '}
      <a class="govuk-link" href={`/rounds/${round.slug}/returns/${returned}`}>
        See what came back
      </a>
    </p>
  )
}

export function Versions({ versions }: { versions: LineVersions }) {
  if (versions.length < 2) return null
  return (
    <Details summary={`Earlier versions (${versions.length - 1})`}>
      {versions.slice(1).map((version) => (
        <section class="rounds-version">
          <h3 class="govuk-heading-s">{versionInWords(version)}</h3>
          {version.assessment_text && <p class="govuk-body">{version.assessment_text}</p>}
          <Lines text={version.evidence} />
          {version.impact && <Lines text={version.impact} />}
        </section>
      ))}
    </Details>
  )
}

function versionInWords({ version, by, saved_at, form_return_id, source, for_whom, how, no_change }: LineVersions[number]): string {
  return [
    `Version ${version}`,
    by,
    inWords(today(saved_at)),
    source === 'owner' && 'answered by the owner',
    no_change && 'no change since last time',
    for_whom && toldInWords({ forWhom: for_whom, how: how ?? '' }),
    form_return_id && 'from a form in Word',
  ]
    .filter(Boolean)
    .join(', ')
}
