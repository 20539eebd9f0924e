import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { committeeAt, listCommittees } from '../council/committee.queries.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { today } from '../platform/core/calendar-date.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { listDownloads } from '../platform/web/list-download.tsx'
import { FieldFault, submitForm } from '../platform/web/submit-form.ts'
import { committeeRule, setCommitteeRule } from './committee-rule.ts'
import { planningForm, ruleForm } from './meeting.form.ts'
import { meetingList } from './meeting-list.ts'
import { listMeetings, yearsOfMeetings, type MeetingsAsked } from './meeting.queries.ts'
import { MeetingCalendar, PlanningForm, RuleForm } from './meetings.views.tsx'
import { planMeetings } from './plan-meetings.ts'
import { plannedDays } from './planned-days.ts'

export const MEETINGS = { text: 'Meetings', href: '/meetings' }

/** The calendar of meetings, planning them, and the rules of each committee. */
export async function meetingsPages(app: FastifyInstance): Promise<void> {
  app.get('/meetings', async (request, reply) => {
    const asked = askedOf(request)
    const found = await inOfficersCouncil(request, async (trx) => ({
      meetings: await listMeetings(trx, asked),
      committees: await listCommittees(trx),
      years: await yearsOfMeetings(trx),
    }))
    const form = filledForm({ committee: asked.committee, year: asked.year })
    return reply.page(
      { title: 'Meetings', under: '/papers', wide: true },
      <MeetingCalendar {...found} asked={asked} today={today(app.clock())} form={form} />,
    )
  })
  listDownloads(app, '/meetings', (request) =>
    inOfficersCouncil(request, async (trx) =>
      meetingList(`Meetings of ${officerOf(request).council.name}`, await listMeetings(trx, askedOf(request)), today(app.clock())),
    ),
  )

  app.get('/meetings/planning', (request, reply) => showPlanning(request, reply, filledForm({ committee: askedOf(request).committee })))
  app.post('/meetings/planning', (request, reply) =>
    submitForm(request, reply, {
      schema: planningForm,
      again: (form) => showPlanning(request, reply, form),
      work: async (trx, { committee, days, time, venue }) => {
        const { meetings, strange } = plannedDays(days, time, venue)
        if (strange.length > 0)
          throw new FieldFault(
            'days',
            `No day can be read in “${strange[0]}”. Write the day out with its year, for example 9 December 2026.`,
          )
        const body = await committeeAt(trx, committee)
        const slugs = await planMeetings(trx, officerOf(request), body, meetings)
        if (slugs.length === 1)
          return { goTo: `/meetings/${slugs[0]}`, say: 'The meeting is in the calendar. Build its agenda when you are ready.' }
        return { goTo: `/meetings?committee=${body.slug}`, say: `${slugs.length} meetings of ${body.name} are in the calendar.` }
      },
    }),
  )

  app.get('/committees/:slug/rules', (request, reply) => showRules(request, reply))
  app.post('/committees/:slug/rules', (request, reply) =>
    submitForm(request, reply, {
      schema: ruleForm,
      again: (form) => showRules(request, reply, form),
      work: async (trx, { version, ...said }) => {
        const committee = await committeeAt(trx, slugOf(request))
        await setCommitteeRule(trx, officerOf(request), committee, said, version)
        return { goTo: `/committees/${committee.slug}/rules`, say: `The rules of ${committee.name} were saved.` }
      },
    }),
  )
}

async function showPlanning(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const committees = (await inOfficersCouncil(request, listCommittees)).filter(({ closed }) => !closed)
  return reply.page(
    { title: 'Plan meetings', under: '/papers', back: MEETINGS, form },
    <PlanningForm form={form} committees={committees} back="/meetings" />,
  )
}

async function showRules(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const { committee, rule } = await inOfficersCouncil(request, async (trx) => {
    const body = await committeeAt(trx, slugOf(request))
    return { committee: body, rule: await committeeRule(trx, body.id) }
  })
  const form = typed ?? filledForm({ ...rule, recordsMovers: rule.recordsMovers ? 'yes' : '' })
  const back = `/meetings?committee=${committee.slug}`
  return reply.page(
    { title: 'Rules of the committee', caption: committee.name, under: '/papers', back: { text: 'Meetings', href: back }, form },
    <RuleForm form={form} back={back} today={today(request.server.clock())} />,
  )
}

/** What the calendar is narrowed to; anything else in the address is left out. */
function askedOf(request: FastifyRequest): MeetingsAsked {
  const { committee, year } = request.query as { committee?: unknown; year?: unknown }
  return {
    ...(typeof committee === 'string' && /^[a-z0-9-]{1,80}$/.test(committee) && { committee }),
    ...(typeof year === 'string' && /^[1-9]\d{3}$/.test(year) && { year: Number(year) }),
  }
}

function slugOf(request: FastifyRequest): string {
  return (request.params as { slug: string }).slug
}
