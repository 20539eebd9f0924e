import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { refuseUnless } from '../platform/core/refusal.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form } from '../platform/web/form-fields.tsx'
import { EmptyState, InsetText } from '../platform/web/page-parts.tsx'
import { sentForm } from '../platform/web/sent-form.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { notReceivedInWords } from './accepted-words.ts'
import { judgedRound, type JudgedRound } from './judged-round.ts'
import { itemsForm, itemsIn } from './line-forms.ts'
import { lacksAnswer, NO_UPDATE, noUpdate } from './no-update.ts'
import { lineName, type RoundLine } from './round-lines.ts'

type OfRound = { Params: { slug: string } }

/** Asks once more before the paper is told of several lines that no update was received: it is a version of each, and stays among them. */
export async function noUpdatePages(app: FastifyInstance): Promise<void> {
  app.get<OfRound>('/rounds/:slug/no-update', (request, reply) => showNoUpdate(request, reply, filledForm()))
  app.post<OfRound>('/rounds/:slug/no-update', (request, reply) =>
    submitForm(request, reply, {
      schema: itemsForm,
      again: (form) => showNoUpdate(request, reply, form),
      work: async (trx, { item }) => {
        const { said, left } = await noUpdate(trx, officerOf(request), request.params.slug, item)
        return { goTo: `/rounds/${request.params.slug}`, say: notReceivedInWords(said, left) }
      },
    }),
  )
}

async function showNoUpdate(request: FastifyRequest, reply: FastifyReply, form: FilledForm): Promise<FastifyReply> {
  const { slug } = request.params as { slug: string }
  const judged = await inOfficersCouncil(request, (trx) => judgedRound(trx, slug))
  const { round } = judged
  if (form.faults.length === 0)
    refuseUnless(round.state === 'open', 'conflict', `${round.name} is ${round.state}, so nothing can be written into it.`)
  const chosen = new Set(itemsIn(request.method === 'GET' ? request.query : sentForm(request)))
  return reply.page(
    {
      title: 'Put “No update received” in the paper?',
      caption: round.name,
      form,
      back: { text: round.name, href: `/rounds/${round.slug}` },
      under: '/rounds',
    },
    <Asking judged={judged} chosen={judged.lines.filter((line) => chosen.has(line.itemId))} />,
  )
}

function Asking({ judged: { round, said }, chosen }: { judged: JudgedRound; chosen: RoundLine[] }) {
  const stateOf = (line: RoundLine) => said.standings.get(line.itemId)!.state
  const without = chosen.filter((line) => lacksAnswer(stateOf(line)))
  const sentBack = without.filter((line) => stateOf(line) === 'sent-back').length
  if (without.length === 0)
    return (
      <EmptyState title="No line without an answer was chosen">
        <p class="govuk-body">
          <a class="govuk-link" href={`/rounds/${round.slug}?standing=wanted`}>
            See which lines still want one
          </a>{' '}
          and tick them there.
        </p>
      </EmptyState>
    )
  return (
    <>
      <p class="govuk-body">
        {`The paper will say “${NO_UPDATE}” of ${without.length === 1 ? 'this line' : `these ${without.length} lines`}. The owners are still asked, and what they answer before the round closes takes its place.`}
      </p>
      {without.length < chosen.length && (
        <p class="govuk-body">
          {chosen.length - without.length === 1
            ? 'One of those that you chose has an answer, and stays as it is.'
            : `${chosen.length - without.length} of those that you chose have an answer, and stay as they are.`}
        </p>
      )}
      {sentBack > 0 && (
        <InsetText>
          {`${sentBack} of them ${sentBack === 1 ? 'was' : 'were'} sent back. What was said then stays among the versions of the line, and is not in the paper.`}
        </InsetText>
      )}
      <ul class="govuk-list govuk-list--bullet">
        {without.map((line) => (
          <li>
            <a class="govuk-link" href={`/rounds/${round.slug}/items/${line.itemId}`}>
              {lineName(line)}
            </a>
            {`, ${line.owners.join('; ') || 'nobody named'}`}
          </li>
        ))}
      </ul>
      <p class="govuk-body">It becomes a version of each line. You can take it back on the line’s page while the round is open.</p>
      <Form>
        {without.map((line) => (
          <input type="hidden" name="item" value={line.itemId} />
        ))}
        <Buttons>
          <Button text="Put it in the paper" kind="warning" />
          <a class="govuk-link" href={`/rounds/${round.slug}`}>
            Cancel
          </a>
        </Buttons>
      </Form>
    </>
  )
}
