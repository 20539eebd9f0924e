import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { loadAgenda } from '../meetings/agenda.queries.ts'
import { breadcrumbsOf } from '../meetings/agenda.pages.tsx'
import { committeeRule } from '../meetings/committee-rule.ts'
import { findMeeting } from '../meetings/meeting.queries.ts'
import { refuseCancelled, type MeetingRecord } from '../meetings/meeting.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { inWords, today } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { FieldFault, submitForm } from '../platform/web/submit-form.ts'
import { declarationsInPapers } from './declarations-in-papers.ts'
import { attendanceForm, attendanceSaid, declarationForm, formOfAttendance, formOfPapers, papersForm } from './attendance.form.ts'
import { whoIsThere } from './attendance.queries.ts'
import { quorumAt } from './attendance.ts'
import { AttendancePage, DeclarationsPage } from './attendance.views.tsx'
import { declareInterest, recordAttendance, withdrawDeclaration } from './record-attendance.ts'

/** Who is at a meeting, and what they declare. */
export async function attendancePages(app: FastifyInstance): Promise<void> {
  app.get('/meetings/:slug/attendance', (request, reply) => showAttendance(request, reply))
  app.post('/meetings/:slug/attendance', (request, reply) =>
    submitForm(request, reply, {
      schema: attendanceForm,
      again: (form) => showAttendance(request, reply, form),
      work: async (trx, said) => {
        const meeting = await meetingAt(trx, request)
        const changed = await recordAttendance(trx, officerOf(request), meeting, attendanceSaid(said), today(app.clock()))
        return { goTo: `/meetings/${meeting.slug}/attendance`, say: changed > 0 ? 'The attendance was saved.' : 'Nothing had changed.' }
      },
    }),
  )

  app.get('/meetings/:slug/declarations', (request, reply) => showDeclarations(request, reply))
  app.post('/meetings/:slug/declarations', (request, reply) =>
    submitForm(request, reply, {
      schema: declarationForm,
      again: (form) => showDeclarations(request, reply, form),
      work: async (trx, { member: memberId, item: agendaItemId, kind, interest, leaves }) => {
        const meeting = await meetingAt(trx, request)
        await declareInterest(trx, officerOf(request), meeting, { memberId, agendaItemId, kind, interest, leaves })
        return { goTo: `/meetings/${meeting.slug}/declarations`, say: 'The declaration was recorded.' }
      },
    }),
  )
  app.post('/meetings/:slug/declarations/from-papers', (request, reply) =>
    submitForm(request, reply, {
      schema: papersForm,
      again: (form) => showDeclarations(request, reply, form),
      work: async (trx, { lines }) => {
        const meeting = await meetingAt(trx, request)
        const chosen = lines.filter(({ take }) => take)
        if (chosen.length === 0) throw new FieldFault('lines.0.take', 'Tick at least one declaration.')
        for (const { member: memberId, item: agendaItemId, kind, interest, leaves } of chosen)
          await declareInterest(trx, officerOf(request), meeting, { memberId, agendaItemId, kind, interest, leaves })
        const say = chosen.length === 1 ? 'One declaration was recorded.' : `${chosen.length} declarations were recorded.`
        return { goTo: `/meetings/${meeting.slug}/declarations`, say }
      },
    }),
  )
  app.post('/meetings/:slug/declarations/:declaration/withdrawal', (request, reply) =>
    submitForm(request, reply, {
      schema: z.object({}),
      again: (form) => showDeclarations(request, reply, form),
      work: async (trx) => {
        const meeting = await meetingAt(trx, request)
        await withdrawDeclaration(trx, officerOf(request), meeting, (request.params as { declaration: string }).declaration)
        return { goTo: `/meetings/${meeting.slug}/declarations`, say: 'The declaration was taken back.' }
      },
    }),
  )
}

async function showAttendance(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const { meeting, there, rule } = await inOfficersCouncil(request, async (trx) => {
    const found = await meetingAt(trx, request)
    return { meeting: found, there: await whoIsThere(trx, found), rule: await committeeRule(trx, found.committee.id) }
  })
  if (!typed) refuseCancelled(meeting, 'nobody attends it')
  const now = request.server.clock()
  const form = typed ?? filledForm(formOfAttendance(there, today(now)))
  return reply.page(
    { title: 'Attendance', caption: captionOf(meeting), under: '/papers', breadcrumbs: breadcrumbsOf(meeting), wide: true, form },
    <AttendancePage
      form={form}
      meeting={meeting}
      there={there}
      quorum={quorumAt(there, rule.quorum, null, now)}
      isToCome={today(now) < meeting.heldOn}
    />,
  )
}

async function showDeclarations(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const { meeting, there, agenda } = await inOfficersCouncil(request, async (trx) => {
    const found = await meetingAt(trx, request)
    return {
      meeting: found,
      there: await whoIsThere(trx, found),
      agenda: (await loadAgenda(trx, found.id)).filter(({ dropped }) => !dropped),
    }
  })
  if (!typed) refuseCancelled(meeting, 'no interest is declared at it')
  const inPapers = declarationsInPapers(meeting, there, agenda)
  const single = filledForm({ kind: 'other' })
  const several = filledForm(formOfPapers(inPapers))
  // Two forms stand on the page: the one that was not sent opens as ever.
  const isSeveral = typed !== undefined && 'lines.0.member' in typed.values
  const form = typed
    ? { ...typed, values: { ...(isSeveral ? single : several).values, ...typed.values } }
    : { ...single, values: { ...single.values, ...several.values } }
  return reply.page(
    { title: 'Declarations of interest', caption: captionOf(meeting), under: '/papers', breadcrumbs: breadcrumbsOf(meeting), form },
    <DeclarationsPage form={form} meeting={meeting} there={there} agenda={agenda} inPapers={inPapers} />,
  )
}

export function meetingAt(trx: Trx, request: FastifyRequest): Promise<MeetingRecord> {
  return findMeeting(trx, (request.params as { slug: string }).slug)
}

/** What stands above the heading of a page about a meeting. */
export const captionOf = (meeting: MeetingRecord) => `${meeting.committee.name}, ${inWords(meeting.heldOn)}`
