import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { writeCalendar } from '../calendar/write-calendar.ts'
import { publicationWords } from '../papers/publication-words.ts'
import { inWords, later, today } from '../platform/core/calendar-date.ts'
import { refuse } from '../platform/core/refusal.ts'
import { slugOf } from '../platform/core/slug.ts'
import type { Db } from '../platform/database/database.ts'
import { typeOfAttachment } from '../platform/documents/kind-of-attachment.ts'
import { filledForm } from '../platform/web/form.ts'
import type { Link } from '../platform/web/layout.tsx'
import { listDownloads } from '../platform/web/list-download.tsx'
import { isKnown, originOf, sendUnlessKnown } from '../platform/web/send-unless-known.ts'
import { PAPER_FORMATS, sendAsCame, type PaperFormat } from '../platform/web/send-paper.ts'
import { meetingsForPrograms, publicMeetingList } from './meetings-list.ts'
import { entriesOfMeetings } from './register-calendar.ts'
import { meetingAddress, meetingsAddress } from './register-addresses.ts'
import {
  councilAt,
  filesOfCouncil,
  listCommittees,
  listCouncils,
  listMeetings,
  meetingAt,
  publicationAt,
  publicFileAt,
  yearsOfMeetings,
} from './register.queries.ts'
import type { MeetingsNarrowed, PublicCouncil, PublicMeeting, SealedPublication } from './register.ts'
import { Committees, Councils, MeetingInRegister, Meetings, PublicationInRegister } from './register.views.tsx'
import { keepSealedFiles } from './sealed-files.ts'

type OfCouncil = { Params: { council: string } }
type OfMeeting = { Params: { council: string; meeting: string } }
type OfPublication = { Params: { council: string; meeting: string; publication: string } }

/** How far back a calendar goes, so that it does not grow for ever. */
const DAYS_BACK = 400

/** What is sealed stays the same; a day, so that nothing is held elsewhere for long that should not have been published. */
const SEALED = 'public, max-age=86400, immutable'

/** The public face: for everyone alike, read as the public role of the database and as no other. */
export async function registerPages(app: FastifyInstance, { db }: { db: Db }): Promise<void> {
  const filesOf = keepSealedFiles()
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, open: true, forEveryone: true }
  })
  app.addHook('onRequest', async (_, reply) => void reply.header('cache-control', 'public, no-cache'))

  app.get('/register', async (_, reply) => {
    const councils = await listCouncils(db)
    if (councils.length === 1) return reply.redirect(`/register/${councils[0]!.slug}`)
    return reply.page({ title: 'What councils published' }, <Councils councils={councils} />)
  })

  app.get<OfCouncil>('/register/:council', async (request, reply) => {
    const council = await councilAt(db, request.params.council)
    const committees = await listCommittees(db, council.slug, today(app.clock()))
    return reply.page(
      { title: 'What committees published', of: whoseOf(council) },
      <Committees council={council} committees={committees} />,
    )
  })

  app.get<OfCouncil>('/register/:council/meetings', async (request, reply) => {
    const council = await councilAt(db, request.params.council)
    const day = today(app.clock())
    const narrowed = narrowedOf(request)
    const committees = await listCommittees(db, council.slug, day)
    const caption = committees.find(({ slug }) => slug === narrowed.committee)?.name
    return reply.page(
      { title: 'Meetings', ...(caption && { caption }), of: whoseOf(council), breadcrumbs: [startOf(council)], wide: true },
      <Meetings
        council={council}
        meetings={await listMeetings(db, council.slug, narrowed)}
        committees={committees}
        years={await yearsOfMeetings(db, council.slug)}
        narrowed={narrowed}
        today={day}
        form={filledForm(narrowed)}
      />,
    )
  })
  listDownloads(app, '/register/:council/meetings', async (request) => {
    const { council, meetings } = await listed(request)
    return publicMeetingList(council, meetings, today(app.clock()), originOf(request))
  })
  app.get('/register/:council/meetings.json', async (request, reply) => {
    const { council, meetings } = await listed(request)
    return reply.send(meetingsForPrograms(council, meetings, await filesOfCouncil(db, council.slug), today(app.clock()), originOf(request)))
  })
  app.get('/register/:council/meetings.ics', async (request, reply) => {
    const { council, meetings } = await listed(request)
    const since = later(today(app.clock()), -DAYS_BACK)
    const committee = narrowedOf(request).committee && meetings[0]?.committee.name
    const written = writeCalendar({
      name: [committee, council.name].filter(Boolean).join(', '),
      origin: originOf(request),
      entries: entriesOfMeetings(
        council.slug,
        meetings.filter(({ heldOn }) => heldOn >= since),
      ),
    })
    reply.type('text/calendar; charset=utf-8').header('content-disposition', `attachment; filename="meetings-${council.slug}.ics"`)
    return sendUnlessKnown(reply, written, { keep: 'public, no-cache' })
  })

  app.get<OfMeeting>('/register/:council/meetings/:meeting', async (request, reply) => {
    const council = await councilAt(db, request.params.council)
    const meeting = await meetingAt(db, council.slug, request.params.meeting)
    const title = `Meeting of ${inWords(meeting.heldOn)}`
    return reply.page(
      { title, caption: meeting.committee.name, of: whoseOf(council), breadcrumbs: [startOf(council), listOf(council)] },
      <MeetingInRegister council={council} meeting={meeting} today={today(app.clock())} />,
    )
  })

  app.get<OfPublication>('/register/:council/meetings/:meeting/publications/:publication', async (request, reply) => {
    const { council, meeting, publication } = await published(request)
    const breadcrumbs = [startOf(council), listOf(council), linkTo(council, meeting)]
    return reply.page(
      {
        title: publicationWords(publication),
        caption: `${meeting.committee.name}, ${inWords(meeting.heldOn)}`,
        of: whoseOf(council),
        breadcrumbs,
        wide: true,
      },
      <PublicationInRegister
        council={council}
        meeting={meeting}
        publication={publication}
        fileName={fileName(meeting, publication, 'json')}
      />,
    )
  })
  app.get<OfPublication>('/register/:council/meetings/:meeting/publications/:publication/content.json', async (request, reply) => {
    const { meeting, publication } = await published(request)
    toKeep(reply, fileName(meeting, publication, 'json'), 'application/json; charset=utf-8')
    return sendUnlessKnown(reply, publication.content, { keep: SEALED, tag: publication.hash })
  })
  app.get<{ Params: OfPublication['Params'] & { position: string } }>(
    '/register/:council/meetings/:meeting/publications/:publication/files/:position',
    async (request, reply) => {
      const { council, meeting, publication, position } = request.params
      const { name, kind, bytes } = await publicFileAt(db, council, meeting, publication, /^\d{1,4}$/.test(position) ? Number(position) : 0)
      return sendAsCame(reply, { name, type: typeOfAttachment(kind), bytes }, SEALED)
    },
  )
  for (const [word, format] of Object.entries(PAPER_FORMATS))
    app.get<OfPublication>(`/register/:council/meetings/:meeting/publications/:publication/${word}`, async (request, reply) =>
      sendSealed(reply, await published(request), format),
    )

  // An address under these that leads nowhere is told so, and nobody is asked to sign in for it.
  app.get('/register/*', () => refuse('not-found', 'Check the address for missing letters. It may have been copied without its end.'))

  async function listed(request: FastifyRequest): Promise<{ council: PublicCouncil; meetings: PublicMeeting[] }> {
    const council = await councilAt(db, (request.params as OfCouncil['Params']).council)
    return { council, meetings: await listMeetings(db, council.slug, narrowedOf(request)) }
  }

  async function published({ params }: FastifyRequest<OfPublication>): Promise<Published> {
    const council = await councilAt(db, params.council)
    return {
      council,
      meeting: await meetingAt(db, council.slug, params.meeting),
      publication: await publicationAt(db, council.slug, params.meeting, params.publication),
    }
  }

  async function sendSealed(reply: FastifyReply, { meeting, publication }: Published, format: PaperFormat): Promise<FastifyReply> {
    const tag = `${publication.hash}-${format.ending}`
    // Whoever has it already is not made to wait for another.
    const bytes = isKnown(reply.request, `"${tag}"`) ? '' : await filesOf(publication, format)
    toKeep(reply, fileName(meeting, publication, format.ending), format.type)
    return sendUnlessKnown(reply, bytes, { keep: SEALED, tag })
  }
}

interface Published {
  council: PublicCouncil
  meeting: PublicMeeting
  publication: SealedPublication
}

function toKeep(reply: FastifyReply, name: string, type: string): void {
  reply.type(type).header('content-disposition', `attachment; filename="${name}"`)
}

function fileName(meeting: PublicMeeting, publication: SealedPublication, ending: string): string {
  return `${slugOf(`${meeting.slug} ${publication.slug}`, 'paper', 80)}.${ending}`
}

const whoseOf = ({ slug, name, colour }: PublicCouncil) => ({ name, colour, home: `/register/${slug}` })
const startOf = ({ slug }: PublicCouncil): Link => ({ text: 'What committees published', href: `/register/${slug}` })
const listOf = ({ slug }: PublicCouncil): Link => ({ text: 'Meetings', href: meetingsAddress(slug) })
const linkTo = (council: PublicCouncil, { slug, heldOn }: PublicMeeting): Link => ({
  text: inWords(heldOn),
  href: meetingAddress(council.slug, slug),
})

/** What a list is narrowed to; anything else in the address is left out. */
function narrowedOf(request: FastifyRequest): MeetingsNarrowed {
  const { committee, year } = request.query as { committee?: unknown; year?: unknown }
  return {
    ...(typeof committee === 'string' && /^[a-z0-9-]{1,80}$/.test(committee) && { committee }),
    ...(typeof year === 'string' && /^[1-9]\d{3}$/.test(year) && { year: Number(year) }),
  }
}
