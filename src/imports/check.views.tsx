import { inWords } from '../platform/core/calendar-date.ts'
import type { SourceDocument } from '../platform/documents/source-document.ts'
import { Button, Form } from '../platform/web/form-fields.tsx'
import { EmptyState, Tag, type TagColour } from '../platform/web/page-parts.tsx'
import type { Reading, ReadReview } from '../reading/reading.ts'
import type { Finding, FindingsReport } from '../referee/finding.ts'
import type { Severity } from '../scales/scale.ts'
import type { KnownShape } from './document-shape.queries.ts'
import { ReadAsShownNote } from './document-shape.views.tsx'
import { PlaceInDocument } from './import-review.views.tsx'
import { brief, count } from './reading-words.ts'
import { rowsOfReview } from './source-rows.ts'

const SEVERITY_WORDS: Record<Severity, string> = { stops: 'Stops the paper', reason: 'Needs a reason', note: 'Worth knowing' }
const SEVERITY_COLOURS: Record<Severity, TagColour> = { stops: 'red', reason: 'yellow', note: 'grey' }

interface Props {
  documentId: string
  source: SourceDocument
  reading: Reading
  report: FindingsReport
  followed: { id: string } | null
  /** What Heed remembered, by which it was read. */
  shown: readonly KnownShape[]
}

/** The findings, each recommendation's beside the rows that it stands in. */
export function CheckedDocument({ documentId, source, reading, report, followed, shown }: Props) {
  const { findings, summary } = report
  const nothing = summary.recommendations === 0
  const whole = findings.filter((one) => one.review === null)
  return (
    <>
      <p class="govuk-body-l">{summary.words}</p>
      <ReadAsShownNote shapes={shown} />
      {nothing && (
        <EmptyState title="There was nothing to check">
          <p class="govuk-body">
            Heed found no table of recommendations in it. Start an import of it: there you can see what Heed saw and say what its columns
            mean.
          </p>
        </EmptyState>
      )}
      {!nothing && (
        <dl class="heed-figures">
          {(['stops', 'reason', 'note'] as const).map((severity) => (
            <div>
              <dt>{SEVERITY_WORDS[severity]}</dt>
              <dd>{findings.filter((one) => one.severity === severity).length}</dd>
            </div>
          ))}
        </dl>
      )}
      {followed ? (
        <Button text="Go to its import" href={`/imports/${followed.id}`} />
      ) : (
        <Form action={`/imports/documents/${documentId}`} working="Reading the document…">
          <Button text={nothing ? 'Start an import of it' : 'Follow these recommendations in Heed'} />
        </Form>
      )}
      {whole.length > 0 && (
        <>
          <h2 class="govuk-heading-m">The document as a whole</h2>
          {whole.map((finding) => (
            <FindingBox finding={finding} />
          ))}
        </>
      )}
      {reading.reviews.map((review) => (
        <ReviewChecked review={review} source={source} findings={findings.filter((one) => one.review === review.title)} />
      ))}
    </>
  )
}

function ReviewChecked({ review, source, findings }: { review: ReadReview; source: SourceDocument; findings: Finding[] }) {
  if (review.recommendations.length === 0 && findings.length === 0) return null
  const groups = rowsOfReview(source, review)
  const refs = new Set(review.recommendations.map(({ ref }) => ref))
  const ofReview = findings.filter((one) => one.ref === null || !refs.has(one.ref))
  const firstOf = (ref: string) => review.recommendations.findIndex((read) => read.ref === ref)
  const clean = review.recommendations.filter((read, index) => firstOf(read.ref) === index && !findings.some((one) => one.ref === read.ref))
  return (
    <>
      <h2 class="govuk-heading-m">{review.title || 'A review without a title'}</h2>
      {ofReview.map((finding) => (
        <FindingBox finding={finding} />
      ))}
      {review.recommendations.map((read, index) => {
        const own = findings.filter((one) => one.ref === read.ref && firstOf(read.ref) === index)
        if (own.length === 0) return null
        const rows = groups.filter((group) => group.m === index + 1)
        return (
          <section class="imports-pair">
            <div class="imports-pair__head">
              <h3 class="govuk-heading-s">
                {read.ref ? `Recommendation ${read.ref}` : brief(read.text, 60)}: {count(own.length, 'finding')}
              </h3>
            </div>
            <div>
              {rows.length === 0 && <PlaceInDocument read={read} source={source} />}
              {rows.map((group) => (
                <PlaceInDocument read={read} source={source} group={group} />
              ))}
            </div>
            <div>
              {own.map((finding) => (
                <FindingBox finding={finding} />
              ))}
            </div>
          </section>
        )
      })}
      {clean.length > 0 && (
        <p class="govuk-body">
          Nothing to say of{' '}
          {clean.length === review.recommendations.length
            ? 'any recommendation of it'
            : `recommendation ${clean.map(({ ref, text }) => ref || brief(text, 20)).join(', ')}`}
          .
        </p>
      )}
    </>
  )
}

function FindingBox({ finding }: { finding: Finding }) {
  const { severity, part, action, round, presented_on, message, quote, words, remedy } = finding
  const where = [
    part && `Part ${part}`,
    action && `Action ${action}`,
    [round, presented_on && inWords(presented_on)].filter(Boolean).join(', '),
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <div class={`imports-finding imports-finding--${severity}`}>
      <p class="govuk-body-s">
        <Tag colour={SEVERITY_COLOURS[severity]}>{SEVERITY_WORDS[severity]}</Tag> {where}
      </p>
      <p class="govuk-body">
        <b>{message}</b>
      </p>
      {quote && <p class="govuk-body-s imports-quote">{brief(quote, 300)}</p>}
      {words && <p class="govuk-body-s">The rule: {words}</p>}
      <p class="govuk-body-s">{remedy}</p>
    </div>
  )
}
