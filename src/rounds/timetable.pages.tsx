import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { inWords, today, type CalendarDate } from '../platform/core/calendar-date.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import { filledForm, readForm, type FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form } from '../platform/web/form-fields.tsx'
import { listDownloads } from '../platform/web/list-download.tsx'
import { EmptyState } from '../platform/web/page-parts.tsx'
import { sentForm } from '../platform/web/sent-form.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import type { DaysTyped } from './days.form.tsx'
import { changePlannedRound, dropPlannedRound, planRounds } from './plan-rounds.ts'
import { plannedForm, plannedRows, plannedTyped, planningForm, seasonOf, withRowsWorkedOut } from './timetable.form.tsx'
import { timetableList } from './timetable-list.ts'
import { committeesToPlan, meetingsToPlan, plannedIn, plannedRound, plannedVersions } from './timetable.queries.ts'
import { municipalYearInWords, municipalYearOf, type PlannedRound } from './timetable.ts'
import { ChoosingCommittee, PlannedRoundPage, PlanningPage, Timetable } from './timetable.views.tsx'

const TIMETABLE = { text: 'Timetable', href: '/rounds/timetable' }
/** How many rows stand open to be typed into, beside the meetings on record; and the fewest that there are. */
const BLANK_ROWS = 2
const FEWEST_ROWS = 4

const versionForm = z.object({ version: z.coerce.number().int().min(1) })

/** The rounds of a municipal year: set at once, changed, dropped, opened. */
export async function timetablePages(app: FastifyInstance): Promise<void> {
  app.get('/rounds/timetable', async (request, reply) => {
    const year = yearOf(request)
    const rounds = await inOfficersCouncil(request, (trx) => plannedIn(trx, year))
    return reply.page(
      {
        title: `Timetable ${municipalYearInWords(year)}`,
        under: '/rounds',
        wide: true,
        breadcrumbs: [{ text: 'Rounds', href: '/rounds' }],
      },
      <Timetable year={year} rounds={rounds} today={today(app.clock())} />,
    )
  })
  listDownloads(app, '/rounds/timetable', async (request) => {
    const year = yearOf(request)
    const rounds = await inOfficersCouncil(request, (trx) => plannedIn(trx, year))
    return timetableList(officerOf(request).council.name, year, rounds, today(app.clock()))
  })

  app.get('/rounds/timetable/planning', (request, reply) => showPlanning(request, reply))
  app.post('/rounds/timetable/planning', (request, reply) => {
    if (sentForm(request).then === 'work-out') {
      const read = readForm(planningForm, sentForm(request))
      return showRows(request, reply, read.ok ? withRowsWorkedOut(read.form, read.values.rows) : read.form)
    }
    return submitForm(request, reply, {
      schema: planningForm,
      again: (form) => showRows(request, reply, form),
      work: async (trx, { committee, year, rows }) => {
        const planned = plannedRows(rows)
        await planRounds(trx, officerOf(request), committee, planned)
        const words = planned.length === 1 ? 'One round is' : `${planned.length} rounds are`
        return {
          goTo: `/rounds/timetable?year=${planned[0] ? municipalYearOf(planned[0].meetingOn) : year}`,
          say: `${words} in the timetable.`,
        }
      },
    })
  })
  plannedRoundPages(app)
}

type OfPlanned = { Params: { id: string } }

function plannedRoundPages(app: FastifyInstance): void {
  app.get<OfPlanned>('/rounds/timetable/:id', (request, reply) => showPlanned(request, reply))
  app.post<OfPlanned>('/rounds/timetable/:id', (request, reply) =>
    submitForm(request, reply, {
      schema: plannedForm,
      again: (form) => showPlanned(request, reply, form),
      work: async (trx, { version, ...typed }) => {
        const said = plannedTyped(movedWith(typed, await plannedRound(trx, request.params.id)))
        await changePlannedRound(trx, officerOf(request), request.params.id, version, said)
        return { goTo: `/rounds/timetable?year=${municipalYearOf(said.meetingOn)}`, say: `${said.name} was changed.` }
      },
    }),
  )
  app.get<OfPlanned>('/rounds/timetable/:id/dropping', (request, reply) => showDropping(request, reply, filledForm()))
  for (const [step, dropped] of [
    ['dropping', true],
    ['taking-up', false],
  ] as const)
    app.post<OfPlanned>(`/rounds/timetable/:id/${step}`, (request, reply) =>
      submitForm(request, reply, {
        schema: versionForm,
        again: (form) => (dropped ? showDropping(request, reply, form) : showPlanned(request, reply, form)),
        work: async (trx, { version }) => {
          const { name, meetingOn } = await plannedRound(trx, request.params.id)
          await dropPlannedRound(trx, officerOf(request), request.params.id, version, dropped)
          const say = dropped ? `${name} was dropped. It can be taken up again.` : `${name} is in the timetable again.`
          return { goTo: `/rounds/timetable?year=${municipalYearOf(meetingOn)}`, say }
        },
      }),
    )
}

/** The days that were left as they are while the meeting moved follow it: they are blank, to be worked out. */
function movedWith<Typed extends DaysTyped & { meeting: CalendarDate }>(typed: Typed, before: PlannedRound): Typed {
  const { asked, due, papers, meeting } = typed
  const isAsItWas = asked === before.askedOn && due === before.dueOn && papers === before.papersOn
  return meeting !== before.meetingOn && isAsItWas ? { ...typed, asked: null, due: null, papers: null } : typed
}

function yearOf(request: FastifyRequest): number {
  const { year } = request.query as { year?: unknown }
  const asked = Number(year)
  return Number.isInteger(asked) && asked >= 1990 && asked <= 2200 ? asked : municipalYearOf(today(request.server.clock()))
}

async function showPlanning(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { committee } = request.query as { committee?: unknown }
  const year = yearOf(request)
  const now = today(request.server.clock())
  const { committees, meetings } = await inOfficersCouncil(request, async (trx) => {
    const all = await committeesToPlan(trx)
    const chosen = all.find(({ id }) => id === committee)
    return { committees: all, meetings: chosen ? await meetingsToPlan(trx, chosen.id, year, now) : null }
  })
  if (meetings) {
    const rows = meetings.map((meeting) => ({ name: seasonOf(meeting), meeting }))
    return showRows(request, reply, filledForm({ committee, year, rows: Object.fromEntries(rows.entries()) }))
  }
  const page = { title: 'Which committee’s rounds?', under: '/rounds', back: TIMETABLE }
  if (committees.length > 0) {
    const current = municipalYearOf(now)
    return reply.page(page, <ChoosingCommittee committees={committees} year={year} years={[current, current + 1, current + 2]} />)
  }
  return reply.page(
    page,
    <EmptyState title="There is no committee yet">
      <p class="govuk-body">An administrator adds committees under Settings; a document that is brought in brings its own.</p>
    </EmptyState>,
  )
}

async function showRows(request: FastifyRequest, reply: FastifyReply, form: FilledForm): Promise<FastifyReply> {
  const committees = await inOfficersCouncil(request, committeesToPlan)
  const typed = Object.keys(form.values).flatMap((name) => /^rows\.(\d+)\.meeting/.exec(name)?.[1] ?? [])
  const given = new Set(typed).size
  const isAgain = form.values.then !== undefined || form.faults.length > 0
  return reply.page(
    {
      title: `Rounds in ${municipalYearInWords(Number(form.values.year))}`,
      caption: committees.find(({ id }) => id === form.values.committee)?.name,
      form,
      under: '/rounds',
      back: TIMETABLE,
      wide: true,
    },
    <PlanningPage form={form} rows={isAgain ? Math.max(given, 1) : Math.max(given + BLANK_ROWS, FEWEST_ROWS)} />,
  )
}

async function showPlanned(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm): Promise<FastifyReply> {
  const { id } = request.params as { id: string }
  const { planned, versions } = await inOfficersCouncil(request, async (trx) => {
    const found = await plannedRound(trx, id)
    return { planned: found, versions: await plannedVersions(trx, id) }
  })
  const { name, askedOn, dueOn, papersOn, meetingOn } = planned
  const form =
    typed?.values.name === undefined ? filledForm({ name, meeting: meetingOn, asked: askedOn, due: dueOn, papers: papersOn }) : typed
  return reply.page(
    { title: name, caption: planned.committee.name, form: typed ?? filledForm(), under: '/rounds', back: TIMETABLE, wide: true },
    <PlannedRoundPage planned={planned} form={form} versions={versions} />,
  )
}

async function showDropping(request: FastifyRequest, reply: FastifyReply, form: FilledForm): Promise<FastifyReply> {
  const { id } = request.params as { id: string }
  const planned = await inOfficersCouncil(request, (trx) => plannedRound(trx, id))
  const address = `/rounds/timetable/${id}`
  if (form.faults.length === 0) {
    refuseIf(planned.round !== null, 'conflict', `${planned.name} has been opened already.`)
    refuseIf(planned.dropped, 'conflict', `${planned.name} was dropped already.`)
  }
  return reply.page(
    {
      title: 'Drop this round from the timetable?',
      caption: `${planned.name}, ${planned.committee.name}, ${inWords(planned.meetingOn)}`,
      form,
      under: '/rounds',
      back: { text: planned.name, href: address },
    },
    <Form action={`${address}/dropping`}>
      <p class="govuk-body">It stays in the timetable as dropped, and can be taken up again.</p>
      <input type="hidden" name="version" value={planned.version} />
      <Buttons>
        <Button text="Drop it" kind="warning" />
        <a class="govuk-link" href={address}>
          Keep it
        </a>
      </Buttons>
    </Form>,
  )
}
