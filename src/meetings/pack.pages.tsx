import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { typeOfAttachment } from '../platform/documents/kind-of-attachment.ts'
import { keptBytes } from '../files/take-file.ts'
import { paperFormat, sendAsCame, sendFile } from '../platform/web/send-paper.ts'
import { publicAddressOf, publicationWords } from '../papers/publication-words.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { inWords, today } from '../platform/core/calendar-date.ts'
import { CLEAR_DAYS, clearDaysBetween } from '../platform/core/clear-days.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { PaperDocument } from '../platform/documents/paper-document.ts'
import { originOf } from '../platform/web/send-unless-known.ts'
import { optionalLongText, optionalText } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { FieldFault, submitForm } from '../platform/web/submit-form.ts'
import { breadcrumbsOf } from './agenda.pages.tsx'
import { meetingPack } from './meeting-pack.queries.ts'
import { findMeeting } from './meeting.queries.ts'
import { refuseCancelled, type MeetingRecord } from './meeting.ts'
import { PackPage, PublicationPage, PublishingForm } from './pack.views.tsx'
import { listPublications, publicationAt, slugOfCouncil } from './publication.queries.ts'
import { publishPack, sealOf } from './publish-pack.ts'

const publishingForm = z.object({ seen: optionalText(64), lateReason: optionalLongText(2000) })

/** What a pack can be taken as: it is one document, so no lists. */
const PRINTED = ['word', 'pdf', 'html'] as const

/** The agenda pack: as it would be published, publishing it, and what was published. */
export async function packPages(app: FastifyInstance): Promise<void> {
  app.get('/meetings/:slug/pack', (request, reply) => showPack(request, reply, false))
  app.get('/meetings/:slug/pack/exempt', (request, reply) => showPack(request, reply, true))

  app.get('/meetings/:slug/pack/publishing', (request, reply) => showPublishing(request, reply))
  app.post('/meetings/:slug/pack/publishing', (request, reply) =>
    submitForm(request, reply, {
      schema: publishingForm,
      again: (form) => showPublishing(request, reply, form),
      work: async (trx, said) => {
        const meeting = await meetingAt(trx, request)
        const now = app.clock()
        if (said.lateReason === '' && today(now) <= meeting.heldOn && clearDaysBetween(today(now), meeting.heldOn) < CLEAR_DAYS)
          throw new FieldFault('lateReason', 'Say why it is published later than five clear days before the meeting')
        const slug = await publishPack(trx, officerOf(request), meeting, councilOf(request), said, now)
        return { goTo: `/meetings/${meeting.slug}/publications/${slug}`, say: 'It is published and sealed. Take it as PDF, Word or HTML.' }
      },
    }),
  )

  app.get('/meetings/:slug/publications/:publication', async (request, reply) => {
    const { meeting, publication, council } = await publishedOf(request)
    const href = publicAddressOf(council, meeting.slug, publication.slug)
    const publicAt = publication.exempt ? null : { href, text: originOf(request) + href }
    return reply.page(
      {
        title: publicationWords(publication),
        caption: captionOf(meeting),
        under: '/papers',
        breadcrumbs: breadcrumbsOf(meeting),
        wide: true,
      },
      <PublicationPage meeting={meeting} publication={publication} publicAt={publicAt} />,
    )
  })
  app.get('/meetings/:slug/publications/:publication/content.json', async (request, reply) => {
    const { meeting, publication } = await publishedOf(request)
    return sendFile(reply, `${meeting.slug} ${publication.slug}`, 'json', 'application/json; charset=utf-8', publication.content)
  })

  app.get('/meetings/:slug/publications/:publication/files/:position', async (request, reply) => {
    const { position } = request.params as { position: string }
    const { name, kind, bytes } = await inOfficersCouncil(request, async (trx) => {
      const { publication } = await publishedIn(trx, request)
      const found = publication.files.find((one) => String(one.position) === position)
      const file = found ?? refuse('not-found', 'No such file was published.')
      return { ...file, bytes: await keptBytes(trx, file.sha256) }
    })
    return sendAsCame(reply, { name, type: typeOfAttachment(kind), bytes })
  })

  for (const format of PRINTED) {
    const { ending, type, write } = paperFormat(format)
    app.get(`/meetings/:slug/publications/:publication/${format}`, async (request, reply) => {
      const { meeting, publication } = await publishedOf(request)
      return sendFile(reply, `${meeting.slug} ${publication.slug}`, ending, type, await write(publication.document))
    })
    app.get(`/meetings/:slug/pack/draft/${format}`, async (request, reply) => {
      const { meeting, pack } = await packOf(request)
      return sendFile(reply, `${meeting.slug} draft`, ending, type, await write(asDraft(pack.public)))
    })
    app.get(`/meetings/:slug/pack/exempt-draft/${format}`, async (request, reply) => {
      const { meeting, pack } = await packOf(request)
      const exempt = pack.exempt ?? refuse('not-found', 'Nothing in this pack is exempt.')
      return sendFile(reply, `${meeting.slug} exempt draft`, ending, type, await write(asDraft(exempt)))
    })
  }
}

async function showPack(request: FastifyRequest, reply: FastifyReply, exempt: boolean) {
  const { meeting, pack, publications } = await packOf(request)
  return reply.page(
    {
      title: exempt ? 'Agenda pack, exempt part' : 'Agenda pack',
      caption: captionOf(meeting),
      under: '/papers',
      breadcrumbs: breadcrumbsOf(meeting),
      wide: true,
    },
    <PackPage meeting={meeting} pack={pack} publications={publications} today={today(request.server.clock())} exempt={exempt} />,
  )
}

async function showPublishing(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const { meeting, pack } = await packOf(request)
  if (!typed) refuseCancelled(meeting, 'its agenda is not published')
  if (pack.items.length === 0) return refuse('conflict', 'Nothing has changed since the agenda was published.')
  // Shown again, the page holds the pack as it is now: what the officer agrees to is what they see.
  const form = { ...(typed ?? filledForm()), values: { ...typed?.values, seen: sealOf(pack) } }
  const title = pack.supplement === null ? 'Publish the agenda?' : `Publish supplement ${pack.supplement}?`
  const back = { text: 'Agenda pack', href: `/meetings/${meeting.slug}/pack` }
  return reply.page(
    { title, caption: captionOf(meeting), under: '/papers', back, form },
    <PublishingForm form={form} pack={pack} meeting={meeting} today={today(request.server.clock())} />,
  )
}

function packOf(request: FastifyRequest) {
  return inOfficersCouncil(request, async (trx) => {
    const meeting = await meetingAt(trx, request)
    return { meeting, pack: await meetingPack(trx, meeting, councilOf(request)), publications: await listPublications(trx, meeting.id) }
  })
}

const publishedOf = (request: FastifyRequest) => inOfficersCouncil(request, (trx) => publishedIn(trx, request))

async function publishedIn(trx: Trx, request: FastifyRequest) {
  const meeting = await meetingAt(trx, request)
  const { publication } = request.params as { publication: string }
  return {
    meeting,
    publication: await publicationAt(trx, meeting.id, publication),
    council: await slugOfCouncil(trx, officerOf(request)),
  }
}

const asDraft = (document: PaperDocument): PaperDocument => ({
  ...document,
  header: ['DRAFT', document.header].filter(Boolean).join(' – '),
})
const councilOf = (request: FastifyRequest) => officerOf(request).council.name
const captionOf = (meeting: MeetingRecord) => `${meeting.committee.name}, ${inWords(meeting.heldOn)}`

function meetingAt(trx: Trx, request: FastifyRequest): Promise<MeetingRecord> {
  return findMeeting(trx, (request.params as { slug: string }).slug)
}
