import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { longText, several } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { Button, Form, TextArea } from '../platform/web/form-fields.tsx'
import { DownloadList } from '../platform/web/list-download.tsx'
import { InsetText } from '../platform/web/page-parts.tsx'
import { submitForm } from '../platform/web/submit-form.ts'
import { findingsOfRound, stopping } from './findings-of-round.ts'
import { overrideFindings, withdrawOverride } from './override-finding.ts'
import { roundLines } from './round-lines.ts'
import { findRound } from './round-record.queries.ts'
import { trail } from './round.pages.tsx'
import type { RoundFinding, RoundRecord } from './round.ts'
import { FindingText, findingsInWords } from './round.views.tsx'

type OfRound = { Params: { slug: string; override?: string } }

const overrideForm = z.object({
  finding: several(z.string(), 'Choose at least one finding to override.'),
  reason: longText('Give the reason: members will see it beside the finding.', 2000),
})

/** What the referee says of a round, and the overrides of it. */
export async function findingPages(app: FastifyInstance): Promise<void> {
  app.get<OfRound>('/rounds/:slug/findings', (request, reply) => showFindings(request, reply, filledForm()))
  app.post<OfRound>('/rounds/:slug/findings', (request, reply) =>
    submitForm(request, reply, {
      schema: overrideForm,
      again: (form) => showFindings(request, reply, form),
      work: async (trx, { finding, reason }) => {
        await overrideFindings(trx, officerOf(request), request.params.slug, finding, reason)
        return {
          goTo: `/rounds/${request.params.slug}/findings`,
          say: `${finding.length} ${finding.length === 1 ? 'finding is' : 'findings are'} overridden. Members will see the reason.`,
        }
      },
    }),
  )
  app.post<OfRound>('/rounds/:slug/overrides/:override/withdrawal', (request, reply) =>
    submitForm(request, reply, {
      schema: z.object({}),
      again: (form) => showFindings(request, reply, form),
      work: async (trx) => {
        await withdrawOverride(trx, officerOf(request), request.params.slug, request.params.override!)
        return { goTo: `/rounds/${request.params.slug}/findings`, say: 'The finding stands again.' }
      },
    }),
  )
}

async function showFindings(request: FastifyRequest, reply: FastifyReply, form: FilledForm): Promise<FastifyReply> {
  const { round, findings } = await inOfficersCouncil(request, async (trx) => {
    const found = await findRound(trx, (request.params as { slug: string }).slug)
    return { round: found, findings: await findingsOfRound(trx, found) }
  })
  return reply.page(
    { title: 'What the referee found', caption: round.name, form, under: '/rounds', breadcrumbs: trail(round) },
    <Findings round={round} findings={findings} form={form} />,
  )
}

function Findings({ round, findings, form }: { round: RoundRecord; findings: RoundFinding[]; form: FilledForm }) {
  const standing = findings.filter((finding) => !finding.override)
  const overridden = findings.filter((finding) => finding.override)
  const items = new Map(roundLines(round, findings).flatMap((line) => line.findings.map((finding) => [finding, line.itemId] as const)))
  return (
    <>
      <p class="govuk-body">
        {findings.length === 0
          ? 'Nothing: the round keeps every rule of its scale.'
          : `${findingsInWords(findings)}. Mend what a finding says in its update, or override it with a reason that members will see.`}
      </p>
      {round.state === 'closed' && stopping(findings).length === 0 && (
        <Button text="Freeze the round" href={`/rounds/${round.slug}/freezing`} />
      )}
      {standing.length > 0 && (
        <Form>
          {standing.map((finding) => (
            <OneFinding finding={finding} round={round} itemId={items.get(finding)} form={form} />
          ))}
          {round.state !== 'frozen' && (
            <>
              <TextArea
                form={form}
                name="reason"
                label="Why may the paper go out all the same?"
                hint="For the findings ticked above, for example ‘No update was received by the date for papers; the owner will attend’."
                rows={3}
              />
              <Button text="Override the findings ticked" />
            </>
          )}
        </Form>
      )}
      {overridden.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Overridden</h2>
          {overridden.map((finding) => (
            <div class="rounds-override">
              <p class="govuk-body-s">{ofWhat(finding)}</p>
              <FindingText finding={finding} />
              {round.state !== 'frozen' && (
                <Form
                  action={`/rounds/${round.slug}/overrides/${finding.override!.id}/withdrawal`}
                  label={`Let the finding on ${ofWhat(finding)} stand again`}
                >
                  <Button text="Let it stand again" kind="secondary" />
                </Form>
              )}
            </div>
          ))}
        </>
      )}
      {findings.length > 0 && <DownloadList address={`/rounds/${round.slug}/findings`} of="the findings" />}
      {form.faults.some((fault) => fault.field === null) && <InsetText>Nothing was changed.</InsetText>}
    </>
  )
}

function OneFinding({
  finding,
  round,
  itemId,
  form,
}: {
  finding: RoundFinding
  round: RoundRecord
  itemId: string | undefined
  form: FilledForm
}) {
  const id = `finding-${finding.key.replace(/[^A-Za-z0-9]+/g, '-')}`
  const ticked = [form.values.finding ?? []].flat().includes(finding.key)
  return (
    <div class="rounds-choose">
      {round.state !== 'frozen' && (
        <div class="govuk-checkboxes govuk-checkboxes--small">
          <div class="govuk-checkboxes__item">
            <input class="govuk-checkboxes__input" type="checkbox" id={id} name="finding" value={finding.key} checked={ticked} />
            <label class="govuk-label govuk-checkboxes__label" for={id}>
              <span class="govuk-visually-hidden">Override: </span>
              {ofWhat(finding)}
            </label>
          </div>
        </div>
      )}
      <FindingText finding={finding} />
      {itemId && round.state === 'open' && (
        <p class="govuk-body-s">
          <a class="govuk-link" href={`/rounds/${round.slug}/items/${itemId}`}>
            Mend it<span class="govuk-visually-hidden"> in {ofWhat(finding)}</span>
          </a>
        </p>
      )}
    </div>
  )
}

function ofWhat(finding: RoundFinding): string {
  const parts = [
    finding.ref ? `Recommendation ${finding.ref}` : 'The whole review',
    finding.part && `part ${finding.part}`,
    finding.action && `action ${finding.action}`,
  ]
  return `${parts.filter(Boolean).join(', ')}${finding.review ? ` – ${finding.review}` : ''}`
}
