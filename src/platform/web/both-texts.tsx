import { InlineDiff } from './inline-diff.tsx'
import { WarningText } from './page-parts.tsx'

export interface FieldTwice {
  label: string
  /** As it stands on the record now. */
  theirs: string
  /** As typed in this form. */
  mine: string
}

/** Two people wrote on the same thing: what the other saved, and how the form differs from it, field by field, so that nothing is lost. */
export function BothTexts({ fields }: { fields: FieldTwice[] }) {
  const differing = fields.filter(({ theirs, mine }) => theirs.trim() !== mine.trim())
  return (
    <section aria-labelledby="both-texts" class="heed-both-texts">
      <h2 class="govuk-heading-m" id="both-texts">
        What somebody else saved meanwhile
      </h2>
      <WarningText>
        Your own text is still in the form below. If you save it now, it stands in place of this; both are kept on the record.
      </WarningText>
      {differing.length === 0 && <p class="govuk-body">It is the same as yours.</p>}
      {differing.map(({ label, theirs, mine }) => (
        <>
          <h3 class="govuk-heading-s">{label}</h3>
          <p class="govuk-body">{theirs || 'Nothing'}</p>
          <p class="govuk-body-s">From theirs to yours:</p>
          <InlineDiff before={theirs} after={mine} />
        </>
      ))}
    </section>
  )
}
