import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { officerOf } from '../people/officers-council.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { longText, text } from '../platform/web/fields.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { acceptUpdates, withdrawAcceptances } from './accept-updates.ts'
import { acceptedInWords, takenBackInWords, withdrawnInWords } from './accepted-words.ts'
import { judgedRound } from './judged-round.ts'
import { withdrawNoUpdate } from './no-update.ts'
import { LONGEST_NOTE, writeNote } from './notes.ts'
import { overrideExplained } from './override-finding.ts'
import { showItem } from './update.pages.tsx'

type OfItem = { Params: { slug: string; item: string } }
type OfExplanation = { Params: { slug: string; item: string; explanation: string } }

const version = text('This form has lost its version. Reload the page.').transform(Number).pipe(z.int().min(1))
const acceptForm = z.object({
  version,
  then: z.enum(['stay', 'next']).catch('stay'),
})
const noteForm = z.object({ words: longText('Write the note first.', LONGEST_NOTE) })

/** What an officer makes of one line besides writing its update: acceptance, notes, and an owner's explanation made the override. */
export async function linePages(app: FastifyInstance): Promise<void> {
  app.post<OfItem>('/rounds/:slug/items/:item/acceptance', (request, reply) =>
    submitForm(request, reply, {
      schema: acceptForm,
      again: (form) => showItem(request, reply, { refused: form }),
      work: async (trx, { version, then }) => {
        const { slug, item } = request.params
        const say = acceptedInWords(await acceptUpdates(trx, officerOf(request), slug, [{ itemId: item, version }]))
        const next = then === 'next' ? await nextToAccept(trx, slug, item) : item
        return next
          ? { goTo: `/rounds/${slug}/items/${next}`, say }
          : { goTo: `/rounds/${slug}`, say: `${say} No other answer waits for you.` }
      },
    }),
  )
  app.post<OfItem>('/rounds/:slug/items/:item/acceptance/withdrawal', (request, reply) =>
    submitForm(request, reply, {
      schema: z.object({ acceptance: z.guid() }),
      again: (form) => showItem(request, reply, { refused: form }),
      work: async (trx, { acceptance }) => {
        const { slug, item } = request.params
        return {
          goTo: `/rounds/${slug}/items/${item}`,
          say: takenBackInWords(await withdrawAcceptances(trx, officerOf(request), slug, acceptance, item)),
        }
      },
    }),
  )
  app.post<OfItem>('/rounds/:slug/items/:item/no-update/withdrawal', (request, reply) =>
    submitForm(request, reply, {
      schema: z.object({ version }),
      again: (form) => showItem(request, reply, { refused: form }),
      work: async (trx, seen) => {
        const { slug, item } = request.params
        const line = await withdrawNoUpdate(trx, officerOf(request), slug, item, seen.version)
        return { goTo: `/rounds/${slug}/items/${item}`, say: withdrawnInWords(line) }
      },
    }),
  )
  app.post<OfItem>('/rounds/:slug/items/:item/notes', (request, reply) =>
    submitForm(request, reply, {
      schema: noteForm,
      again: (form) => showItem(request, reply, { note: form }),
      work: async (trx, { words }) => {
        const { slug, item } = request.params
        const { lines } = await judgedRound(trx, slug)
        if (!lines.some((line) => line.itemId === item)) refuse('not-found', 'There is no such line in this round.')
        await writeNote(trx, officerOf(request), item, words)
        return {
          goTo: `/rounds/${slug}/items/${item}#notes`,
          say: 'The note is written. Whoever was asked for this line is told of it with their next message.',
        }
      },
    }),
  )
  app.post<OfExplanation>('/rounds/:slug/items/:item/explanations/:explanation/override', (request, reply) =>
    submitForm(request, reply, {
      schema: z.object({}),
      again: (form) => showItem(request, reply, { refused: form }),
      work: async (trx) => {
        const { slug, item, explanation } = request.params
        await overrideExplained(trx, officerOf(request), slug, item, explanation)
        return {
          goTo: `/rounds/${slug}/items/${item}#findings`,
          say: 'The finding is overridden. Members will see the owner’s explanation as the reason.',
        }
      },
    }),
  )
}

/** The next line of the round that waits to be accepted, from this one on and round again; undefined where there is none. */
async function nextToAccept(trx: Trx, slug: string, itemId: string): Promise<string | undefined> {
  const { lines, said } = await judgedRound(trx, slug)
  const here = lines.findIndex((line) => line.itemId === itemId)
  return [...lines.slice(here + 1), ...lines.slice(0, here)].find((line) => said.standings.get(line.itemId)?.state === 'answered')?.itemId
}
