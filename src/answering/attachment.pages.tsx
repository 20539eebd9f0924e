import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { askedOf, inAskedCouncil, writerOf } from '../asking/asked.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { Refusal, refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { ATTACHMENT_KINDS, isAttachmentKind } from '../platform/documents/kind-of-attachment.ts'
import { files } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { FieldFault, submitForm } from '../platform/web/submit-form.ts'
import { lineName, roundLines } from '../rounds/round-lines.ts'
import { captionOf } from '../rounds/round.pages.tsx'
import { findRound } from '../rounds/round-record.queries.ts'
import { askedWords, inSentence, lineOfLink, type LineOfLink } from './line-of-link.ts'
import { attachFiles, mayWithdraw, whySettled, withdrawAttachment, type ByLink, type FileToAttach } from './attach-file.ts'
import { MOST_ATTACHMENTS } from './attachment.ts'
import { attachedFile, attachmentsOf } from './attachment.queries.ts'
import { FilesOfLine } from './attachment.views.tsx'

type OfAsked = { Params: { asking: string; item: string } }
type OfAskedFile = { Params: { asking: string; item: string; attachment: string } }
type OfItem = { Params: { slug: string; item: string } }
type OfItemFile = { Params: { slug: string; item: string; attachment: string } }

const attachingForm = z.object({ files: files('Choose the files to attach.', MOST_ATTACHMENTS) })
const withdrawingForm = z.object({})
const open = { config: { open: true as const } }

/** Files beside a line, for whoever answers it and for the officer: each has a page of its own, so that a file that is refused costs nobody what they typed. */
export async function attachmentPages(app: FastifyInstance): Promise<void> {
  ownersFiles(app)
  officersFiles(app)
}

function ownersFiles(app: FastifyInstance): void {
  const address = '/asked/:asking/items/:item/attachments'
  app.get<OfAsked>(address, open, (request, reply) => showAsked(request, reply, filledForm()))
  app.post<OfAsked>(address, open, (request, reply) => {
    const asked = askedOf(request)
    const { item } = request.params
    return submitForm(request, reply, {
      schema: attachingForm,
      again: (form) => showAsked(request, reply, form),
      work: async (trx, values) => {
        await lineOfLink(trx, asked, item)
        const added = await attachOrFault(() => attachFiles(trx, writerOf(asked), item, values.files, asked))
        return { goTo: `/asked/${asked.askingId}/items/${item}/attachments`, say: addedInWords(added, values.files) }
      },
    })
  })
  app.get<OfAskedFile>(`${address}/:attachment`, open, async (request, reply) => {
    const { item, attachment } = request.params
    const file = await inAskedCouncil(request, async (trx) => {
      await lineOfLink(trx, askedOf(request), item)
      return attachedFile(trx, item, attachment)
    })
    return sendFile(reply, file)
  })
  app.post<OfAskedFile>(`${address}/:attachment/withdrawal`, open, (request, reply) => {
    const asked = askedOf(request)
    const { item, attachment } = request.params
    return submitForm(request, reply, {
      schema: withdrawingForm,
      again: (form) => showAsked(request, reply, form),
      work: async (trx) => {
        await lineOfLink(trx, asked, item)
        const name = await withdrawAttachment(trx, writerOf(asked), item, attachment, asked)
        return { goTo: `/asked/${asked.askingId}/items/${item}/attachments`, say: `${name} is removed.` }
      },
    })
  })
}

function officersFiles(app: FastifyInstance): void {
  const address = '/rounds/:slug/items/:item/attachments'
  app.get<OfItem>(address, (request, reply) => showForOfficer(request, reply, filledForm()))
  app.post<OfItem>(address, (request, reply) => {
    const { slug, item } = request.params
    return submitForm(request, reply, {
      schema: attachingForm,
      again: (form) => showForOfficer(request, reply, form),
      work: async (trx, values) => {
        await lineOfRound(trx, slug, item)
        const added = await attachOrFault(() => attachFiles(trx, officerOf(request), item, values.files, null))
        return { goTo: `/rounds/${slug}/items/${item}/attachments`, say: addedInWords(added, values.files) }
      },
    })
  })
  app.get<OfItemFile>(`${address}/:attachment`, async (request, reply) => {
    const { slug, item, attachment } = request.params
    const file = await inOfficersCouncil(request, async (trx) => {
      await lineOfRound(trx, slug, item)
      return attachedFile(trx, item, attachment)
    })
    return sendFile(reply, file)
  })
  app.post<OfItemFile>(`${address}/:attachment/withdrawal`, (request, reply) => {
    const { slug, item, attachment } = request.params
    return submitForm(request, reply, {
      schema: withdrawingForm,
      again: (form) => showForOfficer(request, reply, form),
      work: async (trx) => {
        await lineOfRound(trx, slug, item)
        const name = await withdrawAttachment(trx, officerOf(request), item, attachment, null)
        return { goTo: `/rounds/${slug}/items/${item}/attachments`, say: `${name} is removed.` }
      },
    })
  })
}

/** What is wrong with the files is said beside their field. */
async function attachOrFault(attach: () => Promise<number>): Promise<number> {
  try {
    return await attach()
  } catch (error) {
    if (error instanceof Refusal && error.code === 'invalid') throw new FieldFault('files', error.message)
    throw error
  }
}

function addedInWords(added: number, sent: readonly FileToAttach[]): string {
  const attached = added === 1 ? 'One file is attached.' : `${added} files are attached.`
  const there = sent.length - added
  if (there === 0) return attached
  return added === 0 ? 'That is attached already.' : `${attached} The rest ${there === 1 ? 'was' : 'were'} attached already.`
}

/** To be kept and not opened in the page's own place, whatever it holds. */
function sendFile(reply: FastifyReply, { name, kind, bytes }: { name: string; kind: string; bytes: Buffer }): FastifyReply {
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return reply
    .type(isAttachmentKind(kind) ? ATTACHMENT_KINDS[kind].type : 'application/octet-stream')
    .header('content-disposition', `attachment; filename*=UTF-8''${encoded}`)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(bytes)
}

async function lineOfRound(trx: Trx, slug: string, itemId: string): Promise<LineOfLink> {
  const round = await findRound(trx, slug)
  const line = roundLines(round, []).find((one) => one.itemId === itemId)
  return line
    ? { round, line, name: lineName(line), href: `/rounds/${slug}/items/${itemId}` }
    : refuse('not-found', 'There is no such line in this round.')
}

async function filesOf(trx: Trx, found: LineOfLink, link: ByLink | null) {
  const { itemId } = found.line
  return { ...found, attachments: await attachmentsOf(trx, [itemId]), settled: await whySettled(trx, itemId, link) }
}

async function showAsked(request: FastifyRequest, reply: FastifyReply, form: FilledForm): Promise<FastifyReply> {
  const asked = askedOf(request)
  const { item } = request.params as OfAsked['Params']
  const { round, line, name, href, ...files } = await inAskedCouncil(request, async (trx) =>
    filesOf(trx, await lineOfLink(trx, asked, item), asked),
  )
  const back = { text: 'Your updates', href }
  return reply.page(
    { title: `Files for ${inSentence(name)}`, caption: round.name, form, back },
    <FilesOfLine
      {...files}
      address={`/asked/${asked.askingId}/items/${item}/attachments`}
      asked={askedWords(line)}
      mayRemove={(attachment) => mayWithdraw(attachment, asked)}
      form={form}
      back={{ text: `Go back to ${inSentence(name)}`, href: back.href }}
    />,
  )
}

async function showForOfficer(request: FastifyRequest, reply: FastifyReply, form: FilledForm): Promise<FastifyReply> {
  const { slug, item } = request.params as OfItem['Params']
  const { round, line, name, href, ...files } = await inOfficersCouncil(request, async (trx) =>
    filesOf(trx, await lineOfRound(trx, slug, item), null),
  )
  const back = { text: name, href }
  return reply.page(
    {
      title: `Files for ${inSentence(name)}`,
      caption: `${round.name} – ${captionOf(round)}`,
      form,
      under: '/rounds',
      breadcrumbs: [{ text: 'Rounds', href: '/rounds' }, { text: round.name, href: `/rounds/${slug}` }, back],
    },
    <FilesOfLine
      {...files}
      address={`${back.href}/attachments`}
      asked={askedWords(line)}
      mayRemove={() => true}
      form={form}
      back={{ text: `Go back to ${inSentence(name)}`, href: back.href }}
      showWithdrawn
    />,
  )
}
