import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { inWords, today, type CalendarDate } from '../platform/core/calendar-date.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form } from '../platform/web/form-fields.tsx'
import { momentInWords } from '../platform/web/moment.ts'
import { InsetText } from '../platform/web/page-parts.tsx'
import { submitForm } from '../platform/web/submit-form.ts'
import { Table } from '../platform/web/table.tsx'
import { changeDays } from './change-days.ts'
import { daysFor, tooLateForPublic } from './days-of-round.ts'
import { dayFields, DayFields, daysTyped, refuseDisorder, withDays } from './days.form.tsx'
import { daysVersions, type DaysVersion } from './days.queries.ts'
import { roundHead } from './round-record.queries.ts'

const daysForm = z.object({ version: z.coerce.number().int().min(0), ...dayFields })

/** The days of a round, and their changing. */
export async function daysPages(app: FastifyInstance): Promise<void> {
  app.get('/rounds/:slug/days', (request, reply) => show(request, reply))
  app.post('/rounds/:slug/days', (request, reply) =>
    submitForm(request, reply, {
      schema: daysForm,
      again: (form) => show(request, reply, form),
      work: async (trx, { version, ...typed }) => {
        const { slug } = request.params as { slug: string }
        const { presentedOn } = await roundHead(trx, slug)
        const days = daysTyped(typed, presentedOn)
        refuseDisorder(days)
        await changeDays(trx, officerOf(request), slug, version, days)
        const late = tooLateForPublic(days)
        return { goTo: `/rounds/${slug}`, say: `The days were changed.${late ? ` ${late}` : ''}` }
      },
    }),
  )
}

async function show(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm): Promise<FastifyReply> {
  const { slug } = request.params as { slug: string }
  const { round, versions } = await inOfficersCouncil(request, async (trx) => {
    const found = await roundHead(trx, slug)
    return { round: found, versions: await daysVersions(trx, found.id) }
  })
  if (!typed) refuseIf(round.state === 'frozen' && versions.length === 0, 'conflict', 'This round is frozen: its days cannot change.')
  const { askedOn, dueOn, papersOn } = round
  const opening = filledForm({ asked: askedOn, due: dueOn, papers: papersOn })
  const offered = daysFor(round.presentedOn, today(request.server.clock()))
  const isOffering = (request.query as { offered?: unknown }).offered !== undefined && !typed
  const form = isOffering ? withDays(opening, offered) : (typed ?? opening)
  return reply.page(
    {
      title: 'Days of this round',
      caption: `${round.name}, ${round.committeeName}`,
      form: typed ?? filledForm(),
      under: '/rounds',
      back: { text: round.name, href: `/rounds/${slug}` },
    },
    <>
      <p class="govuk-body">{`The committee meets on ${inWords(round.presentedOn)}.`}</p>
      {round.state === 'frozen' ? (
        <InsetText>This round is frozen: its days cannot change any more.</InsetText>
      ) : (
        <Form action={`/rounds/${slug}/days`}>
          <input type="hidden" name="version" value={round.daysVersion} />
          <DayFields form={form} meetingOn={round.presentedOn} />
          <Buttons>
            <Button text="Save the days" />
            <a class="govuk-link" href={`/rounds/${slug}/days?offered`}>
              Fill in the days worked out from the meeting
            </a>
          </Buttons>
          <p class="govuk-hint">
            Whoever has been asked already keeps the day that their message said, until a reminder tells them the new one.
          </p>
        </Form>
      )}
      <Earlier versions={versions} />
    </>,
  )
}

function Earlier({ versions }: { versions: DaysVersion[] }) {
  const day = (on: CalendarDate | null) => (on ? inWords(on) : <span class="heed-none">Not said</span>)
  return (
    <Table
      caption="The days as they were set, the newest first"
      rows={versions}
      columns={[
        { head: 'Set', names: true, cell: (one) => `${momentInWords(one.savedAt)}${one.by ? ` by ${one.by}` : ''}` },
        { head: 'Asked', cell: (one) => day(one.askedOn) },
        { head: 'Due', cell: (one) => day(one.dueOn) },
        { head: 'Papers out', cell: (one) => day(one.papersOn) },
      ]}
    />
  )
}
