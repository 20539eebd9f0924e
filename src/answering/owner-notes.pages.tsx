import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { askedOf, inAskedCouncil, writerOf } from '../asking/asked.ts'
import { longText } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { LONGEST_NOTE, notesOf, writeNote } from '../rounds/notes.ts'
import { inSentence, lineOfLink } from './line-of-link.ts'
import { NotesOfLine } from './owner-notes.views.tsx'
import { sendingsBack } from './sendings-back.queries.ts'

type OfItem = { Params: { asking: string; item: string } }

const noteForm = z.object({ words: longText('Write the note first.', LONGEST_NOTE) })
const open = { config: { open: true as const } }

/** What an owner and the officer write to each other beside a line, as the owner sees it. */
export async function ownerNotesPages(app: FastifyInstance): Promise<void> {
  app.get<OfItem>('/asked/:asking/items/:item/notes', open, (request, reply) => showNotes(request, reply, filledForm()))
  app.post<OfItem>('/asked/:asking/items/:item/notes', open, (request, reply) => {
    const asked = askedOf(request)
    const { item } = request.params
    return submitForm(request, reply, {
      schema: noteForm,
      again: (form) => showNotes(request, reply, form),
      work: async (trx, { words }) => {
        await lineOfLink(trx, asked, item)
        await writeNote(trx, writerOf(asked), item, words, asked.linkId)
        return { goTo: `/asked/${asked.askingId}/items/${item}/notes`, say: 'Your note is sent. The officer sees it beside this line.' }
      },
    })
  })
}

async function showNotes(request: FastifyRequest, reply: FastifyReply, form: FilledForm): Promise<FastifyReply> {
  const asked = askedOf(request)
  const { item } = request.params as OfItem['Params']
  const { round, line, name, href, notes, sentBack } = await inAskedCouncil(request, async (trx) => ({
    ...(await lineOfLink(trx, asked, item)),
    notes: await notesOf(trx, [item]),
    sentBack: await sendingsBack(trx, item),
  }))
  const back = { text: 'Your updates', href }
  return reply.page(
    { title: `Notes on ${inSentence(name)}`, caption: round.name, form, back },
    <NotesOfLine
      line={line}
      notes={notes}
      sentBack={sentBack}
      form={form}
      council={asked.council.name}
      back={back}
      name={inSentence(name)}
    />,
  )
}
