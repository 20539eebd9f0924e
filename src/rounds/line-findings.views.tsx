import { inWords } from '../platform/core/calendar-date.ts'
import { Button, Form } from '../platform/web/form-fields.tsx'
import { dueOn } from '../recommendations/recommendation.ts'
import type { RoundLine } from './round-lines.ts'
import type { Explanation } from './round.queries.ts'
import { explains, type RoundFinding } from './round.ts'
import { FindingText } from './round.views.tsx'
import type { UpdateEntered } from './save-update.ts'

/** What the referee says of the line as it stands, and how Heed understands the new date. */
export function FindingsNow({
  line,
  newDate,
  explanations = [],
  canOverride,
}: {
  line: RoundLine
  newDate?: UpdateEntered
  /** What owners said of findings that they left standing. */
  explanations?: Explanation[]
  /** The line's address, where an explanation can be made the override. */
  canOverride?: string | undefined
}) {
  const words = newDate?.revisedWords ?? line.update.revisedWords
  const last = dueOn(newDate ? newDate.revisedIso : line.update.revisedIso)
  const understood = words
    ? last
      ? `Heed reads the new date as ${inWords(last)}.`
      : 'Heed cannot read a day or month in the new date: it will never fall due.'
    : null
  const silent = line.update.version === 0 && newDate === undefined
  return (
    <>
      <h2 class="govuk-heading-s">What the referee says</h2>
      {understood && <p class="govuk-body-s">{understood}</p>}
      {silent ? (
        <p class="govuk-body">Nothing yet: it speaks when something is written.</p>
      ) : line.findings.length === 0 ? (
        <p class="govuk-body">Nothing: it keeps every rule of the scale.</p>
      ) : (
        <>
          {line.statement !== null && (
            <p class="govuk-body-s">{`This is of all the statements on ${line.part ? 'this part' : 'this recommendation'} together, those not answered yet among them.`}</p>
          )}
          {line.findings.map((finding) => (
            <>
              <FindingText finding={finding} />
              <Explained finding={finding} explanations={explanations} canOverride={canOverride} />
            </>
          ))}
        </>
      )}
    </>
  )
}

/** Why the owner left a finding standing; one button makes it the reason that members see. */
function Explained({
  finding,
  explanations,
  canOverride,
}: {
  finding: RoundFinding
  explanations: Explanation[]
  canOverride: string | undefined
}) {
  const explanation = explanations.find((one) => explains(one, finding))
  if (!explanation || finding.override) return null
  return (
    <div class="rounds-explained">
      <p class="govuk-body-s">
        <strong>{`${explanation.by} explains: `}</strong>
        {explanation.reason}
      </p>
      {canOverride && (
        <Form
          action={`${canOverride}/explanations/${explanation.id}/override`}
          label={`Override the finding with what ${explanation.by} explains`}
        >
          <Button text="Override the finding with this reason" kind="secondary" />
        </Form>
      )}
    </div>
  )
}
