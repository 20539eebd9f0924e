import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { inWords, today, type CalendarDate } from '../platform/core/calendar-date.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import { optionalText } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form } from '../platform/web/form-fields.tsx'
import { momentInWords } from '../platform/web/moment.ts'
import { InsetText } from '../platform/web/page-parts.tsx'
import { submitForm } from '../platform/web/submit-form.ts'
import { Table } from '../platform/web/table.tsx'
import { changeDays } from './change-days.ts'
import { daysFor, daysMoved, tooLateForPublic } from './days-of-round.ts'
import { dayFields, DayFields, daysTyped, refuseDisorder, withDays } from './days.form.tsx'
import { daysVersions, meetingsToMoveTo, meetingToMoveTo, type DaysVersion, type MeetingToMoveTo } from './days.queries.ts'
import { roundHead } from './round-record.queries.ts'

const daysForm = z.object({ version: z.coerce.number().int().min(0), meeting: optionalText(200), ...dayFields })

/** The days of a round, and their changing. */
export async function daysPages(app: FastifyInstance): Promise<void> {
  app.get('/rounds/:slug/days', (request, reply) => show(request, reply))
  app.post('/rounds/:slug/days', (request, reply) =>
    submitForm(request, reply, {
      schema: daysForm,
      again: (form) => show(request, reply, form),
      work: async (trx, { version, meeting, ...typed }) => {
        const { slug } = request.params as { slug: string }
        const round = await roundHead(trx, slug)
        const moved = meeting === '' ? undefined : await meetingToMoveTo(trx, round, meeting, today(app.clock()))
        const days = daysTyped(typed, moved?.heldOn ?? round.presentedOn)
        refuseDisorder(days)
        await changeDays(trx, officerOf(request), slug, version, days, moved)
        const late = tooLateForPublic(days)
        return {
          goTo: `/rounds/${slug}`,
          say: `${moved ? `The round is for the meeting of ${inWords(moved.heldOn)} now.` : 'The days were changed.'}${late ? ` ${late}` : ''}`,
        }
      },
    }),
  )
}

async function show(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm): Promise<FastifyReply> {
  const { slug } = request.params as { slug: string }
  const day = today(request.server.clock())
  const to = typed ? [typed.values.meeting ?? ''].flat()[0] : (request.query as { meeting?: string }).meeting
  const { round, versions, meetings, moved } = await inOfficersCouncil(request, async (trx) => {
    const found = await roundHead(trx, slug)
    return {
      round: found,
      versions: await daysVersions(trx, found.id),
      meetings: found.state === 'frozen' ? [] : await meetingsToMoveTo(trx, found, day),
      moved: to ? await meetingToMoveTo(trx, found, to, day) : null,
    }
  })
  const meetingOn = moved?.heldOn ?? round.presentedOn
  if (!typed) refuseIf(round.state === 'frozen' && versions.length === 0, 'conflict', 'This round is frozen: its days cannot change.')
  const { askedOn, dueOn, papersOn } = round
  const opening = filledForm({ asked: askedOn, due: dueOn, papers: papersOn })
  const offered = moved ? daysMoved(round, round.presentedOn, moved.heldOn, day) : daysFor(meetingOn, day)
  const isOffering = !typed && (moved !== null || (request.query as { offered?: unknown }).offered !== undefined)
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
      <p class="govuk-body">
        {moved
          ? `The round goes before the meeting of ${inWords(round.presentedOn)} now, and moves to that of ${inWords(moved.heldOn)}. The days are worked out from it: change them if they should be others, then save.`
          : `The committee meets on ${inWords(round.presentedOn)}${round.cancelled ? ', a meeting that is cancelled' : ''}.`}
      </p>
      {round.state === 'frozen' ? (
        <InsetText>This round is frozen: its days cannot change any more.</InsetText>
      ) : (
        <Form action={`/rounds/${slug}/days`}>
          <input type="hidden" name="version" value={round.daysVersion} />
          {moved && <input type="hidden" name="meeting" value={moved.slug} />}
          <DayFields form={form} meetingOn={meetingOn} />
          <Buttons>
            <Button text={moved ? 'Move the round' : 'Save the days'} />
            {moved ? (
              <a class="govuk-link" href={`/rounds/${slug}/days`}>
                Leave it where it is
              </a>
            ) : (
              <a class="govuk-link" href={`/rounds/${slug}/days?offered`}>
                Fill in the days worked out from the meeting
              </a>
            )}
          </Buttons>
          <p class="govuk-hint">
            Whoever has been asked already keeps the day that their message said, until a reminder tells them the new one.
          </p>
        </Form>
      )}
      {!moved && <OtherMeetings slug={slug} meetings={meetings} />}
      <Earlier versions={versions} />
    </>,
  )
}

/** The other coming meetings of the committee, to which the round can be moved. */
function OtherMeetings({ slug, meetings }: { slug: string; meetings: MeetingToMoveTo[] }) {
  if (meetings.length === 0) return null
  return (
    <section aria-labelledby="other-meetings">
      <h2 class="govuk-heading-m" id="other-meetings">
        Move it to another meeting
      </h2>
      <p class="govuk-body">Its days are worked out anew, and shown before they are saved. The meeting itself is moved on its own page.</p>
      <ul class="govuk-list">
        {meetings.map((meeting) => (
          <li>
            <a class="govuk-link" href={`/rounds/${slug}/days?meeting=${meeting.slug}`}>
              {`Meeting of ${inWords(meeting.heldOn)}`}
            </a>
          </li>
        ))}
      </ul>
    </section>
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
        { head: 'Meeting', cell: (one) => day(one.meetingOn) },
      ]}
    />
  )
}
