import type { SourceDocument } from '../platform/documents/source-document.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Form, Select, TextArea, TextInput } from '../platform/web/form-fields.tsx'
import { Details, InsetText, Lines } from '../platform/web/page-parts.tsx'
import type { Doubt, ReadRecommendation, ReadReview } from '../reading/reading.ts'
import type { ImportRecord } from './import.ts'
import { ReadingCard } from './reading-card.views.tsx'
import { brief, count, placeInWords } from './reading-words.ts'
import { paragraphAt, rowsOfReview, tableAt, type RowGroup } from './source-rows.ts'
import { SourceRows } from './source-table.views.tsx'

interface BesideProps {
  found: ImportRecord
  n: number
  source: SourceDocument
  form: FilledForm
}

/** Every recommendation beside its place in the document, in the document's order; rows between are shown where they stood. */
export function ReviewBeside({ found, n, source, form }: BesideProps) {
  const review = found.reading.reviews[n - 1]!
  const base = `/imports/${found.id}/reviews/${n}`
  const canCorrect = found.state === 'waiting'
  const groups = rowsOfReview(source, review)
  const placed = new Set(groups.map((group) => group.m))
  const without = review.recommendations.flatMap((_, index) => (placed.has(index + 1) ? [] : [index + 1]))
  const shown = new Set<number>()
  return (
    <>
      <p class="govuk-body">
        Each recommendation stands beside the rows of the document that it was read from. Correct whatever is not right.
      </p>
      <ul class="imports-pair__links">
        {canCorrect && (
          <>
            <li>
              <a class="govuk-link" href={`${base}/particulars`}>
                Title, scale and themes
              </a>
            </li>
            <li>
              <a class="govuk-link" href={`/imports/${found.id}/plan/reviews/${n}`}>
                What it becomes
              </a>
            </li>
          </>
        )}
        {review.place?.table && (
          <li>
            <a class="govuk-link" href={`/imports/${found.id}/tables/${review.place.table}`}>
              What the columns of table {review.place.table} mean
            </a>
          </li>
        )}
      </ul>
      {review.recommendations.length === 0 && (
        <InsetText>No recommendation was read for this review{review.status ? `: the document says “${review.status}”` : ''}.</InsetText>
      )}
      {review.recommendations.length > 0 && (
        <div class="imports-sides" aria-hidden="true">
          <p>In the document</p>
          <p>What Heed read</p>
        </div>
      )}
      <h2 class="govuk-visually-hidden">The document beside its reading</h2>
      {groups.map((group) => {
        if (group.m === null) return <Between group={group} source={source} />
        const again = shown.has(group.m)
        shown.add(group.m)
        return (
          <Pair
            found={found}
            n={n}
            m={group.m}
            review={review}
            source={source}
            group={group}
            again={again}
            base={base}
            canCorrect={canCorrect}
          />
        )
      })}
      {without.map((m) => (
        <Pair found={found} n={n} m={m} review={review} source={source} again={false} base={base} canCorrect={canCorrect} />
      ))}
      {canCorrect && <AddForm review={review} form={form} base={base} version={found.version} />}
    </>
  )
}

function Between({ group, source }: { group: RowGroup; source: SourceDocument }) {
  const width = tableAt(source, group.table)?.width ?? 1
  const words = `${group.rows.some((row) => row.header) ? 'Heading of' : 'Rows of'} table ${group.table}: ${count(group.rows.length, 'row')} not read as a recommendation`
  return (
    <div class="imports-between">
      <Details summary={words}>
        <SourceRows caption={`Table ${group.table}, from row ${group.rows[0]?.number}`} rows={group.rows} width={width} />
      </Details>
    </div>
  )
}

interface PairProps {
  found: ImportRecord
  n: number
  m: number
  review: ReadReview
  source: SourceDocument
  group?: RowGroup
  /** The recommendation goes on from an earlier group of rows, as after a page break: its reading stands there. */
  again: boolean
  base: string
  canCorrect: boolean
}

function Pair({ found, m, review, source, group, again, base, canCorrect }: PairProps) {
  const read = review.recommendations[m - 1]!
  const name = read.ref ? `Recommendation ${read.ref}` : `Recommendation without a reference`
  const address = `${base}/recommendations/${m}`
  const doubts = again ? [] : doubtsOf(found, review, read)
  return (
    <section class="imports-pair" id={again ? undefined : `recommendation-${m}`}>
      <div class="imports-pair__head">
        <h2 class="govuk-heading-s">{again ? `${name}, continued` : name}</h2>
        {canCorrect && !again && (
          <ul class="imports-pair__links govuk-body-s">
            <Link href={address} text="Correct" of={name} />
            {m > 1 && <Link href={`${address}/merge`} text="Join to the one before" of={name} />}
            <Link href={`${address}/split`} text="Make two" of={name} />
            <Link href={`${address}/removal`} text="Not a recommendation" of={name} />
          </ul>
        )}
      </div>
      {doubts.length > 0 && (
        <div class="imports-pair__doubt">
          {doubts.map(({ why }) => (
            <p class="govuk-body">
              <b>Doubtful:</b> {why}
            </p>
          ))}
        </div>
      )}
      <div>
        <PlaceInDocument read={read} source={source} {...(group && { group })} />
      </div>
      <div>{again ? <p class="heed-none">See above.</p> : <ReadingCard read={read} />}</div>
    </section>
  )
}

/** The rows that a recommendation was read from, or the paragraph, or that there is none. */
export function PlaceInDocument({ read, source, group }: { read: ReadRecommendation; source: SourceDocument; group?: RowGroup }) {
  const paragraph = paragraphAt(source, read.place)
  if (group)
    return (
      <SourceRows
        caption={`Table ${group.table}, from row ${group.rows[0]?.number}, as it stands in the document`}
        rows={group.rows}
        head={group.head}
        width={tableAt(source, group.table)?.width ?? 1}
      />
    )
  if (paragraph) return <Lines text={paragraph.text} />
  return (
    <p class="heed-none">
      {read.place ? `It shares ${placeInWords(read.place)} with the one before it.` : 'It has no place of its own in the document.'}
    </p>
  )
}

function doubtsOf({ reading }: ImportRecord, review: ReadReview, read: ReadRecommendation): Doubt[] {
  return reading.doubts.filter((doubt) => doubt.ref === read.ref && (doubt.review ?? review.title) === review.title)
}

function Link({ href, text, of }: { href: string; text: string; of: string }) {
  return (
    <li>
      <a class="govuk-link" href={href}>
        {text}
        <span class="govuk-visually-hidden">: {of}</span>
      </a>
    </li>
  )
}

function AddForm({ review, form, base, version }: { review: ReadReview; form: FilledForm; base: string; version: number }) {
  const places = review.recommendations.map((read, index) => ({
    value: String(index + 1),
    text: `after ${read.ref || index + 1}: ${brief(read.text, 50)}`,
  }))
  return (
    <Details summary="Heed missed a recommendation: add it" open={form.faults.length > 0}>
      <Form action={`${base}/adding`}>
        <input type="hidden" name="version" value={version} />
        <TextInput form={form} name="ref" label="Reference" hint="As printed, for example 7a" width={5} />
        <TextArea form={form} name="text" label="Wording" />
        <Select form={form} name="after" label="Where it stands" choices={[{ value: '0', text: 'first' }, ...places]} />
        <Button text="Add it" />
      </Form>
    </Details>
  )
}
