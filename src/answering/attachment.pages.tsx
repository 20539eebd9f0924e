import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { askedOf, inAskedCouncil, writerOf } from '../asking/asked.ts'
import type { FileSent } from '../files/take-file.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import type { Writer } from '../people/officer.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { typeOfAttachment } from '../platform/documents/kind-of-attachment.ts'
import { files } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { sendAsCame } from '../platform/web/send-paper.ts'
import { atField, submitForm } from '../platform/web/submit-form.ts'
import { lineName, roundLines } from '../rounds/round-lines.ts'
import { captionOf } from '../rounds/round.pages.tsx'
import { findRound } from '../rounds/round-record.queries.ts'
import { askedWords, inSentence, lineOfLink, type LineOfLink } from './line-of-link.ts'
import { attachFiles, mayWithdraw, whySettled, withdrawAttachment, type ByLink } from './attach-file.ts'
import { MOST_ATTACHMENTS } from './attachment.ts'
import { attachedFile, attachmentsOf } from './attachment.queries.ts'
import { FilesOfLine } from './attachment.views.tsx'

type OfAsked = { Params: { asking: string; item: string } }
type OfItem = { Params: { slug: string; item: string } }
type OfFile = { Params: { attachment: string } }

const attachingForm = z.object({ files: files('Choose the files to attach.', MOST_ATTACHMENTS) })
const withdrawingForm = z.object({})

/** Somebody at the files of a line: under which name and by which link they act, and where the files and the line stand for them. */
interface AtFiles {
  writer: Writer
  /** Null where it is an officer. */
  link: ByLink | null
  item: string
  /** Of the list of files. */
  address: string
  inCouncil: <T>(work: (trx: Trx) => Promise<T>) => Promise<T>
  /** Refuses (not-found) a line that is not theirs to see. */
  findLine: (trx: Trx) => Promise<LineOfLink>
}

type Show = (request: FastifyRequest, reply: FastifyReply, form: FilledForm) => Promise<FastifyReply>

/** Files beside a line, for whoever answers it and for the officer: each has a page of its own, so that a file that is refused costs nobody what they typed. */
export async function attachmentPages(app: FastifyInstance): Promise<void> {
  filesPages(app, '/asked/:asking/items/:item/attachments', { open: true }, atAsked, showAsked)
  filesPages(app, '/rounds/:slug/items/:item/attachments', {}, atRound, showForOfficer)
}

function atAsked(request: FastifyRequest): AtFiles {
  const asked = askedOf(request)
  const { item } = request.params as OfAsked['Params']
  return {
    writer: writerOf(asked),
    link: asked,
    item,
    address: `/asked/${asked.askingId}/items/${item}/attachments`,
    inCouncil: (work) => inAskedCouncil(request, work),
    findLine: (trx) => lineOfLink(trx, asked, item),
  }
}

function atRound(request: FastifyRequest): AtFiles {
  const { slug, item } = request.params as OfItem['Params']
  return {
    writer: officerOf(request),
    link: null,
    item,
    address: `/rounds/${slug}/items/${item}/attachments`,
    inCouncil: (work) => inOfficersCouncil(request, work),
    findLine: (trx) => lineOfRound(trx, slug, item),
  }
}

function filesPages(
  app: FastifyInstance,
  address: string,
  config: { open?: true },
  whoIsAt: (request: FastifyRequest) => AtFiles,
  show: Show,
): void {
  app.get(address, { config }, (request, reply) => show(request, reply, filledForm()))
  app.post(address, { config }, (request, reply) => {
    const at = whoIsAt(request)
    return submitForm(request, reply, {
      schema: attachingForm,
      again: (form) => show(request, reply, form),
      work: async (trx, { files: sent }) => {
        await at.findLine(trx)
        const added = await atField('files', () => attachFiles(trx, at.writer, at.item, sent, at.link))
        return { goTo: at.address, say: addedInWords(added, sent) }
      },
    })
  })
  app.get<OfFile>(`${address}/:attachment`, { config }, async (request, reply) => {
    const at = whoIsAt(request)
    const file = await at.inCouncil(async (trx) => {
      await at.findLine(trx)
      return attachedFile(trx, at.item, request.params.attachment)
    })
    return sendAsCame(reply, { ...file, type: typeOfAttachment(file.kind) })
  })
  app.post<OfFile>(`${address}/:attachment/withdrawal`, { config }, (request, reply) => {
    const at = whoIsAt(request)
    return submitForm(request, reply, {
      schema: withdrawingForm,
      again: (form) => show(request, reply, form),
      work: async (trx) => {
        await at.findLine(trx)
        const name = await withdrawAttachment(trx, at.writer, at.item, request.params.attachment, at.link)
        return { goTo: at.address, say: `${name} is removed.` }
      },
    })
  })
}

function addedInWords(added: number, sent: readonly FileSent[]): string {
  const attached = added === 1 ? 'One file is attached.' : `${added} files are attached.`
  const there = sent.length - added
  if (there === 0) return attached
  return added === 0 ? 'That is attached already.' : `${attached} The rest ${there === 1 ? 'was' : 'were'} attached already.`
}

async function lineOfRound(trx: Trx, slug: string, itemId: string): Promise<LineOfLink> {
  const round = await findRound(trx, slug)
  const line = roundLines(round, []).find((one) => one.itemId === itemId)
  return line
    ? { round, line, name: lineName(line), href: `/rounds/${slug}/items/${itemId}` }
    : refuse('not-found', 'There is no such line in this round.')
}

function filesOf({ item, link, inCouncil, findLine }: AtFiles) {
  return inCouncil(async (trx) => ({
    ...(await findLine(trx)),
    attachments: await attachmentsOf(trx, [item]),
    settled: await whySettled(trx, item, link),
  }))
}

async function showAsked(request: FastifyRequest, reply: FastifyReply, form: FilledForm): Promise<FastifyReply> {
  const at = atAsked(request)
  const { round, line, name, href, ...files } = await filesOf(at)
  const back = { text: 'Your updates', href }
  return reply.page(
    { title: `Files for ${inSentence(name)}`, caption: round.name, form, back },
    <FilesOfLine
      {...files}
      address={at.address}
      asked={askedWords(line)}
      mayRemove={(attachment) => mayWithdraw(attachment, at.link)}
      form={form}
      back={{ text: `Go back to ${inSentence(name)}`, href: back.href }}
    />,
  )
}

async function showForOfficer(request: FastifyRequest, reply: FastifyReply, form: FilledForm): Promise<FastifyReply> {
  const at = atRound(request)
  const { round, line, name, href, ...files } = await filesOf(at)
  const back = { text: name, href }
  return reply.page(
    {
      title: `Files for ${inSentence(name)}`,
      caption: `${round.name} – ${captionOf(round)}`,
      form,
      under: '/rounds',
      breadcrumbs: [{ text: 'Rounds', href: '/rounds' }, { text: round.name, href: `/rounds/${round.slug}` }, back],
    },
    <FilesOfLine
      {...files}
      address={at.address}
      asked={askedWords(line)}
      mayRemove={() => true}
      form={form}
      back={{ text: `Go back to ${inSentence(name)}`, href: back.href }}
      showWithdrawn
    />,
  )
}
