import { FilesBeside } from '../files/files-beside.views.tsx'
import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import { clearDaysBetween, CLEAR_DAYS, lastDayForPapers } from '../platform/core/clear-days.ts'
import type { PaperDocument } from '../platform/documents/paper-document.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form, HiddenField, TextArea } from '../platform/web/form-fields.tsx'
import { EmptyState, InsetText, SummaryList, Tag, WarningText } from '../platform/web/page-parts.tsx'
import { PrintedPaper } from '../papers/printed-paper.tsx'
import { publicationWords } from '../papers/publication-words.ts'
import { isExempt } from './agenda.ts'
import type { MeetingPack } from './meeting-pack.queries.ts'
import type { MeetingRecord } from './meeting.ts'
import type { Publication } from './publication.queries.ts'

interface PackProps {
  meeting: MeetingRecord
  pack: MeetingPack
  publications: Publication[]
  today: CalendarDate
  /** The exempt part is shown rather than the public one. */
  exempt: boolean
}

/** The agenda pack as it would be published now, and what was published. */
export function PackPage({ meeting, pack, publications, today, exempt }: PackProps) {
  const address = `/meetings/${meeting.slug}/pack`
  const shown = exempt ? pack.exempt : pack.public
  if (pack.agenda.length === 0)
    return (
      <EmptyState title="Nothing on the agenda yet">
        <p class="govuk-body">The pack is made of the agenda and the papers of its items.</p>
        <Button text="Build the agenda" href={`/meetings/${meeting.slug}/agenda/building`} />
      </EmptyState>
    )
  return (
    <>
      {meeting.cancelledFor !== null && (
        <InsetText>
          <Tag colour="red">Cancelled</Tag> Nothing more is published of this meeting, unless it is taken up again.
        </InsetText>
      )}
      <Publications meeting={meeting} publications={publications} />
      {pack.items.length === 0 || shown === null ? (
        <p class="govuk-body">
          {pack.items.length === 0
            ? 'Nothing has changed since. An item that you add or change goes into a supplement.'
            : 'Nothing in this pack is exempt.'}
        </p>
      ) : (
        <>
          <h2 class="govuk-heading-m">
            {pack.supplement === null
              ? 'The pack as it would be published now'
              : `Supplement ${pack.supplement}, as it would be published now`}
          </h2>
          <Missing pack={pack} />
          {meeting.heldOn >= today && meeting.cancelledFor === null && <ClearDays heldOn={meeting.heldOn} today={today} />}
          <Buttons>
            {meeting.heldOn >= today && (
              <Button text={pack.supplement === null ? 'Publish the agenda' : 'Publish the supplement'} href={`${address}/publishing`} />
            )}
            <Downloads address={`${address}/${exempt ? 'exempt-draft' : 'draft'}`} />
            {pack.exempt && (
              <a class="govuk-link" href={exempt ? address : `${address}/exempt`}>
                {exempt ? 'See the public part' : 'See the exempt part'}
              </a>
            )}
          </Buttons>
          <FilesBeside
            files={pack.files
              .filter(({ item }) => isExempt(item) === exempt)
              .map(({ item, file }) => ({ ...file, item: `Item ${item.number}, Appendix ${item.letter}` }))}
            level="s"
          />
          <PrintedPaper document={shown} firstLevel={3} />
        </>
      )}
    </>
  )
}

function Downloads({ address }: { address: string }) {
  return (
    <>
      <Button text="Word" href={`${address}/word`} kind="secondary" />
      <Button text="PDF" href={`${address}/pdf`} kind="secondary" />
      <Button text="HTML" href={`${address}/html`} kind="secondary" />
    </>
  )
}

function Missing({ pack }: { pack: MeetingPack }) {
  if (pack.missing.length === 0) return null
  return (
    <>
      <WarningText>
        {pack.missing.length === 1
          ? 'One paper is not in the pack. It can follow in a supplement.'
          : `${pack.missing.length} papers are not in the pack. They can follow in a supplement.`}
      </WarningText>
      <ul class="govuk-list govuk-list--bullet">
        {pack.missing.map(({ item, why }) => (
          <li>{`Item ${item.number}, ${item.title}: ${why}`}</li>
        ))}
      </ul>
    </>
  )
}

/** How many clear days a publication today would give. */
export function ClearDays({ heldOn, today }: { heldOn: CalendarDate; today: CalendarDate }) {
  const clear = clearDaysBetween(today, heldOn)
  const latest = lastDayForPapers(heldOn)
  if (clear >= CLEAR_DAYS) return <InsetText>{`To give ${CLEAR_DAYS} clear days it must be out by ${inWords(latest)}.`}</InsetText>
  return (
    <WarningText>
      {`It should have been out by ${inWords(latest)}. Published today it gives ${clear} clear ${clear === 1 ? 'day' : 'days'} where the law asks for ${CLEAR_DAYS}, and it must say why.`}
    </WarningText>
  )
}

/** What was published of a meeting: it stays for good. */
export function Publications({ meeting, publications }: { meeting: Pick<MeetingRecord, 'slug' | 'heldOn'>; publications: Publication[] }) {
  if (publications.length === 0) return null
  return (
    <section aria-labelledby="published">
      <h2 class="govuk-heading-m" id="published">
        Published
      </h2>
      <ul class="govuk-list">
        {publications.map((one) => (
          <li>
            <a class="govuk-link" href={`/meetings/${meeting.slug}/publications/${one.slug}`}>
              {publicationWords(one)}
            </a>
            {`, ${inWords(one.publishedOn)} `}
            {one.exempt && <Tag colour="red">Not for publication</Tag>}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface PublishingProps {
  form: FilledForm
  pack: MeetingPack
  meeting: MeetingRecord
  today: CalendarDate
}

export function PublishingForm({ form, pack, meeting, today }: PublishingProps) {
  const isLate = clearDaysBetween(today, meeting.heldOn) < CLEAR_DAYS
  const exempt = pack.items.filter(({ exemptParagraphs, dropped }) => exemptParagraphs.length > 0 && !dropped).length
  return (
    <Form working="Making the pack…">
      <HiddenField form={form} name="seen" />
      <p class="govuk-body">
        {`${pack.items.length} ${pack.items.length === 1 ? 'item goes' : 'items go'} out. What is published is sealed: it can be added to by a supplement, and never changed.`}
      </p>
      {exempt > 0 && (
        <p class="govuk-body">
          {`${exempt === 1 ? 'One item is' : `${exempt} items are`} exempt and kept apart: the public part says only that ${exempt === 1 ? 'it is' : 'they are'} there and by which paragraph.`}
        </p>
      )}
      <Missing pack={pack} />
      <ClearDays heldOn={meeting.heldOn} today={today} />
      {isLate && (
        <TextArea
          form={form}
          name="lateReason"
          label="Why is it published so late?"
          hint="Kept with the publication. Say nothing here of an exempt item."
          rows={3}
        />
      )}
      <Buttons>
        <Button text={pack.supplement === null ? 'Publish the agenda' : `Publish supplement ${pack.supplement}`} />
        <a class="govuk-link" href={`/meetings/${meeting.slug}/pack`}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}

interface PublicationProps {
  meeting: MeetingRecord
  publication: Publication & { document: PaperDocument }
  /** Where the public finds it; null for an exempt part. */
  publicAt: { href: string; text: string } | null
}

export function PublicationPage({ meeting, publication, publicAt }: PublicationProps) {
  const { slug, publishedOn, by, hash, lateReason, document, exempt } = publication
  const address = `/meetings/${meeting.slug}/publications/${slug}`
  const clear = clearDaysBetween(publishedOn, meeting.heldOn)
  return (
    <>
      {exempt && <WarningText>Not for publication. For members of the committee and those entitled to see exempt papers.</WarningText>}
      <SummaryList
        rows={[
          { key: 'Published', value: `${inWords(publishedOn)}${by ? ` by ${by}` : ''}` },
          publication.kind === 'minutes' || publication.kind === 'notice'
            ? null
            : { key: 'Clear days before the meeting', value: String(clear) },
          lateReason ? { key: 'Why it was late', value: lateReason } : null,
          publicAt ? { key: 'This is public at', value: <PublicAddress {...publicAt} /> } : null,
          { key: 'Its hash', value: <code class="meetings-hash">{hash}</code> },
        ]}
      />
      <Buttons>
        <Downloads address={address} />
        <a class="govuk-link" href={`${address}/content.json`}>
          The text that the hash is of
        </a>
        <a class="govuk-link" href={`/meetings/${meeting.slug}`}>
          Go on to the meeting
        </a>
      </Buttons>
      <FilesBeside files={publication.files.map((file) => ({ ...file, href: `${address}/files/${file.position}` }))} level="m" />
      <PrintedPaper document={document} firstLevel={2} />
    </>
  )
}

function PublicAddress({ href, text }: { href: string; text: string }) {
  return (
    <a class="govuk-link meetings-hash" href={href}>
      {text}
    </a>
  )
}
