import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import type { Trx } from '../platform/database/database.ts'
import { typeOfAttachment } from '../platform/documents/kind-of-attachment.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { sendAsCame } from '../platform/web/send-paper.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { checkingForm } from './checking.form.ts'
import { CheckingPage } from './checking.views.tsx'
import { confirmEnclosure, sealOfReading } from './confirm-enclosure.ts'
import { enclosuresOf } from './enclosure.queries.ts'
import type { KeptFile } from './file.ts'
import { readForPaper } from './read-for-paper.ts'
import { keptBytes } from './take-file.ts'

/** A file where it stands: beside an agenda item, with a letter. */
export interface FilePlace {
  file: KeptFile
  /** What it is called where nobody has said so: its own first heading or its name, where this is empty. */
  title: string
  /** The page that it stands on. */
  back: { text: string; href: string }
  caption: string
  /** Its name is for no history. */
  isExempt: boolean
  mayBeLeftOut: boolean
}

/**
 * The addresses of a file that goes into papers: `address`, the file as it came, and `address/checking`, how it was read and how it goes in. `find` gives
 * the file that a request means, and refuses (not-found) one that is not there.
 */
export function filePages(app: FastifyInstance, address: string, find: (trx: Trx, request: FastifyRequest) => Promise<FilePlace>): void {
  app.get(address, async (request, reply) => {
    const { name, kind, bytes } = await inOfficersCouncil(request, async (trx) => {
      const { file } = await find(trx, request)
      return { ...file, bytes: await keptBytes(trx, file.sha256) }
    })
    return sendAsCame(reply, { name, type: typeOfAttachment(kind), bytes })
  })
  app.get(`${address}/checking`, (request, reply) => showChecking(request, reply))
  app.post(`${address}/checking`, async (request, reply) => {
    // Read before the transaction: it may take seconds.
    const { read } = await lookedAt(request)
    return submitForm(request, reply, {
      schema: checkingForm,
      again: (form) => showChecking(request, reply, form),
      work: async (trx, said) => {
        const { file, back, isExempt } = await find(trx, request)
        const before = (await enclosuresOf(trx, [file.sha256])).get(file.sha256.toString('hex')) ?? null
        const place = { address: back.href, name: isExempt ? null : file.name }
        await confirmEnclosure(trx, officerOf(request), { sha256: file.sha256, before, read, place }, said)
        return { goTo: back.href, say: 'It is confirmed how the file goes into papers.' }
      },
    })
  })

  async function lookedAt(request: FastifyRequest) {
    const { bytes, ...found } = await inOfficersCouncil(request, async (trx) => {
      const place = await find(trx, request)
      const known = await enclosuresOf(trx, [place.file.sha256])
      return { ...place, enclosure: known.get(place.file.sha256.toString('hex')) ?? null, bytes: await keptBytes(trx, place.file.sha256) }
    })
    return { ...found, read: await readForPaper(found.file, bytes) }
  }

  async function showChecking(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm): Promise<FastifyReply> {
    const { file, title, back, caption, mayBeLeftOut, enclosure, read } = await lookedAt(request)
    const isRead = !('unread' in read)
    const first = filledForm({
      title: enclosure?.title ?? (title || (isRead && read.title) || file.name.replace(/\.\w+$/, '')),
      taken: enclosure?.taken ?? (isRead ? (read.withoutPictures ? 'both' : 'read') : 'beside'),
      statement: enclosure?.statement ?? '',
    })
    // Shown again, the page holds the file as it reads now: what the officer agrees to is what they see.
    const form = { ...(typed ?? first), values: { ...(typed ?? first).values, seen: sealOfReading(file.sha256, read) } }
    return reply.page(
      { title: 'How does this file go into papers?', caption, under: '/papers', back, form, wide: true },
      <CheckingPage
        form={form}
        file={file}
        read={read}
        original={request.url.split('?')[0]!.replace(/\/checking$/, '')}
        back={back.href}
        mayBeLeftOut={mayBeLeftOut}
        isChecked={enclosure !== null}
      />,
    )
  }
}
