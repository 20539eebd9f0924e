import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inWords, today } from '../platform/core/calendar-date.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { longText } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { Button, Form, TextArea } from '../platform/web/form-fields.tsx'
import { EmptyState, InsetText } from '../platform/web/page-parts.tsx'
import { listDownloads } from '../platform/web/list-download.tsx'
import { submitForm } from '../platform/web/submit-form.ts'
import { closeRound, reopenRound } from './close-round.ts'
import { refuseIf, refuseUnless } from '../platform/core/refusal.ts'
import { findingsOfRound, stopping } from './findings-of-round.ts'
import { extensionRule } from './extension.queries.ts'
import { freezeRound } from './freeze-round.ts'
import { roundLines } from './round-lines.ts'
import { roundList } from './round-list.ts'
import { frozenContent, frozenText, findRound } from './round-record.queries.ts'
import type { RoundRecord } from './round.ts'
import { listRounds } from './round.queries.ts'
import { plannedToOpen } from './timetable.queries.ts'
import { RoundsToOpen } from './timetable.views.tsx'
import { FrozenSeal, RoundList } from './round.views.tsx'

type OfRound = { Params: { slug: string } }

/** Rounds: the list, and of one round its closing, reopening and freezing. */
export async function roundPages(app: FastifyInstance): Promise<void> {
  app.get('/rounds', async (request, reply) => {
    const day = today(app.clock())
    const { rounds, planned } = await inOfficersCouncil(request, async (trx) => ({
      rounds: await listRounds(trx),
      planned: await plannedToOpen(trx, day),
    }))
    return reply.page(
      { title: 'Rounds', under: '/rounds' },
      <>
        <RoundsToOpen planned={planned} today={day} />
        {rounds.length > 0 ? <RoundList rounds={rounds} /> : <NoRounds />}
      </>,
    )
  })

  listDownloads(app, '/rounds', async (request) =>
    roundList(officerOf(request).council.name, await inOfficersCouncil(request, listRounds), today(app.clock())),
  )

  app.get<OfRound>('/rounds/:slug/closing', async (request, reply) => showClosing(request, reply, filledForm()))
  app.post<OfRound>('/rounds/:slug/closing', (request, reply) =>
    submitForm(request, reply, {
      schema: z.object({}),
      again: (form) => showClosing(request, reply, form),
      work: async (trx) => {
        await closeRound(trx, officerOf(request), request.params.slug)
        return { goTo: `/rounds/${request.params.slug}`, say: 'The round is closed. Settle what the referee found, then freeze it.' }
      },
    }),
  )

  app.get<OfRound>('/rounds/:slug/reopening', async (request, reply) => showReopening(request, reply, filledForm()))
  app.post<OfRound>('/rounds/:slug/reopening', (request, reply) =>
    submitForm(request, reply, {
      schema: z.object({ reason: longText('Say why the round is opened again, for example ‘Housing sent its evidence late’.', 2000) }),
      again: (form) => showReopening(request, reply, form),
      work: async (trx, { reason }) => {
        await reopenRound(trx, officerOf(request), request.params.slug, reason)
        return { goTo: `/rounds/${request.params.slug}`, say: 'The round is open again.' }
      },
    }),
  )

  app.get<OfRound>('/rounds/:slug/freezing', async (request, reply) => showFreezing(request, reply, filledForm()))
  app.post<OfRound>('/rounds/:slug/freezing', (request, reply) =>
    submitForm(request, reply, {
      schema: z.object({}),
      again: (form) => showFreezing(request, reply, form),
      work: async (trx) => {
        await freezeRound(trx, officerOf(request), request.params.slug)
        return { goTo: `/rounds/${request.params.slug}/frozen`, say: 'The round is frozen. It can never change.' }
      },
    }),
  )

  app.get<OfRound>('/rounds/:slug/frozen', async (request, reply) => {
    const { round, content } = await inOfficersCouncil(request, async (trx) => {
      const found = await findRound(trx, request.params.slug)
      return { round: found, content: await frozenContent(trx, found.id) }
    })
    if (!content) return reply.redirect(`/rounds/${round.slug}`, 303)
    return reply.page(
      { title: 'What members saw', caption: round.name, under: '/rounds', breadcrumbs: trail(round) },
      <FrozenSeal round={round} content={content} />,
    )
  })
  app.get<OfRound>('/rounds/:slug/frozen.json', async (request, reply) => {
    const text = await inOfficersCouncil(request, async (trx) => {
      const round = await findRound(trx, request.params.slug)
      return frozenText(trx, round.id)
    })
    if (text === undefined) return reply.redirect(`/rounds/${request.params.slug}`, 303)
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="${request.params.slug}.json"`)
      .send(text)
  })
}

export const captionOf = (round: RoundRecord) => `${round.meeting.committeeName}, ${inWords(round.presentedOn)}`
export const trail = (round: RoundRecord) => [
  { text: 'Rounds', href: '/rounds' },
  { text: round.name, href: `/rounds/${round.slug}` },
]
const roundOf = (request: FastifyRequest) => inOfficersCouncil(request, (trx) => findRound(trx, (request.params as { slug: string }).slug))

async function showClosing(request: FastifyRequest, reply: FastifyReply, form: FilledForm): Promise<FastifyReply> {
  const round = await roundOf(request)
  if (form.faults.length === 0) refuseUnless(round.state === 'open', 'conflict', `${round.name} is ${round.state} already.`)
  const unanswered = roundLines(round, []).filter((line) => line.update.version === 0).length
  return reply.page(
    { title: 'Close this round?', caption: round.name, form, back: { text: round.name, href: `/rounds/${round.slug}` }, under: '/rounds' },
    <>
      <p class="govuk-body">While a round is closed no update can be written. You can open it again, with a reason, until it is frozen.</p>
      {unanswered > 0 && (
        <InsetText>{`${unanswered} ${unanswered === 1 ? 'line has' : 'lines have'} no update yet. They will stand in the paper as they are.`}</InsetText>
      )}
      <Form>
        <Button text="Close the round" />
      </Form>
    </>,
  )
}

async function showReopening(request: FastifyRequest, reply: FastifyReply, form: FilledForm): Promise<FastifyReply> {
  const round = await roundOf(request)
  if (form.faults.length === 0) {
    refuseIf(round.state === 'frozen', 'conflict', `${round.name} is frozen: what members saw cannot change. Open another round.`)
    refuseIf(round.state === 'open', 'conflict', `${round.name} is open already.`)
  }
  return reply.page(
    {
      title: 'Open this round again',
      caption: round.name,
      form,
      back: { text: round.name, href: `/rounds/${round.slug}` },
      under: '/rounds',
    },
    <Form>
      <TextArea form={form} name="reason" label="Why is it opened again?" hint="Kept in the history." rows={3} />
      <Button text="Open the round again" />
    </Form>,
  )
}

async function showFreezing(request: FastifyRequest, reply: FastifyReply, form: FilledForm): Promise<FastifyReply> {
  const { round, left, rule } = await inOfficersCouncil(request, async (trx) => {
    const found = await findRound(trx, (request.params as { slug: string }).slug)
    return { round: found, left: stopping(await findingsOfRound(trx, found)), rule: await extensionRule(trx) }
  })
  if (form.faults.length === 0) refuseIf(round.state === 'frozen', 'conflict', `${round.name} is frozen already.`)
  return reply.page(
    { title: 'Freeze this round?', caption: round.name, form, back: { text: round.name, href: `/rounds/${round.slug}` }, under: '/rounds' },
    <>
      <p class="govuk-body">
        A frozen round is what members saw. It is kept word for word, with its hash, and can never be changed or opened again.
      </p>
      <p class="govuk-body">
        {rule.grantedBy === 'freeze'
          ? 'A new date given in this round becomes the next promise of its recommendation, with the reason.'
          : 'A new date given in this round stays a request until it is granted: freezing promises nothing.'}
      </p>
      {left.length > 0 ? (
        <>
          <InsetText>
            {`${left.length} ${left.length === 1 ? 'finding stops' : 'findings stop'} the paper. First mend what ${left.length === 1 ? 'it says, or override it' : 'they say, or override them'} with a reason that members will see.`}
          </InsetText>
          <Button text="Settle the findings" href={`/rounds/${round.slug}/findings`} />
        </>
      ) : (
        <Form>
          <Button text="Freeze the round" kind="warning" />
        </Form>
      )}
    </>,
  )
}

function NoRounds() {
  return (
    <EmptyState title="No round yet">
      <p class="govuk-body">A round asks for progress for one meeting of a committee. It needs a review with recommendations.</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/imports">
          Bring in the document of your last round
        </a>
        , or{' '}
        <a class="govuk-link" href="/rounds/opening">
          open a round
        </a>
        , or set the{' '}
        <a class="govuk-link" href="/rounds/timetable">
          timetable of the year
        </a>
        .
      </p>
    </EmptyState>
  )
}
