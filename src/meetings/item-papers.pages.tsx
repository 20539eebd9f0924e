import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { filePages } from '../files/checking.pages.tsx'
import { enclosuresOf } from '../files/enclosure.queries.ts'
import { LARGEST_PAPER } from '../files/file.ts'
import { takeFile, type FileSent } from '../files/take-file.ts'
import { lettersAbout, lettersAsPapers } from '../letters/letters-for-papers.queries.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { atField, submitForm } from '../platform/web/submit-form.ts'
import { breadcrumbsOf } from './agenda.pages.tsx'
import { isExempt, type AgendaItem, type StoredItem } from './agenda.ts'
import { itemMatters, loadAgenda, reviewsOfRounds, storedItem } from './agenda.queries.ts'
import type { ItemPaper } from './item-paper.ts'
import { filesForm, lettersForm, movingForm, replacingForm } from './item-papers.form.ts'
import { filesOfExemptItems, paperOfItem, papersOfItems } from './item-papers.queries.ts'
import { ItemPapersPage, nameOf, RemovingForm, ReplacingForm, type PaperShown } from './item-papers.views.tsx'
import { findMeeting } from './meeting.queries.ts'
import { refuseCancelled, type MeetingRecord } from './meeting.ts'
import { addFiles, addLetters, movePaper, replaceFile, withdrawPaper } from './save-item-paper.ts'

const PAPERS = '/meetings/:slug/agenda/:item/papers'

interface ItemFound {
  meeting: MeetingRecord
  item: StoredItem
  /** Of the list of its papers. */
  address: string
}

/** What goes with an agenda item beside what Heed makes: other people's papers, and letters. */
export async function itemPaperPages(app: FastifyInstance): Promise<void> {
  app.get(PAPERS, (request, reply) => showPapers(request, reply, filledForm()))
  app.post(PAPERS, (request, reply) =>
    submitForm(request, reply, {
      schema: filesForm,
      again: (form) => showPapers(request, reply, form),
      work: async (trx, { files }) => {
        const { meeting, item, address } = await itemToChange(trx, request)
        const added = await atField('files', async () => addFiles(trx, officerOf(request), meeting, item, taken(files)))
        const [only] = added
        if (only && added.length === 1)
          return { goTo: `${address}/${only}/checking`, say: 'It is here. Look how it was read, then say how it goes in.' }
        const say = added.length === 0 ? 'That is here already.' : `${added.length} papers are here. Check how each was read.`
        return { goTo: address, say }
      },
    }),
  )
  app.post(`${PAPERS}/letters`, (request, reply) =>
    submitForm(request, reply, {
      schema: lettersForm,
      again: (form) => showPapers(request, reply, form),
      work: async (trx, { letters }) => {
        const found = await itemToChange(trx, request)
        const { meeting, item, address } = found
        const chosen = (await lettersFor(trx, found)).filter(({ id }) => letters.includes(id))
        const added = await atField('letters', () => addLetters(trx, officerOf(request), meeting, item, chosen))
        return { goTo: address, say: added === 1 ? 'One letter goes with the item.' : `${added} letters go with the item.` }
      },
    }),
  )
  app.post(`${PAPERS}/order`, (request, reply) =>
    submitForm(request, reply, {
      schema: movingForm,
      again: (form) => showPapers(request, reply, form),
      work: async (trx, { move }) => {
        const { meeting, item, address } = await itemToChange(trx, request)
        const [id = '', way] = move.split(' ')
        await movePaper(trx, officerOf(request), meeting, item, id, way === 'up' ? 'up' : 'down')
        return { goTo: address }
      },
    }),
  )

  filePages(app, `${PAPERS}/:paper`, async (trx, request) => {
    const { meeting, item, address } = await itemAt(trx, request)
    const file = (await paperAt(trx, request, item)).file ?? refuse('not-found', 'This is a letter: see it under Letters.')
    return {
      file,
      title: '',
      back: { text: 'Papers of the item', href: address },
      caption: captionOf(meeting, await numberedItem(trx, meeting, item)),
      isExempt: isExempt(item) || (await filesOfExemptItems(trx, [file.sha256])).size > 0,
      mayBeLeftOut: false,
    }
  })

  app.get(`${PAPERS}/:paper/replacing`, (request, reply) => showReplacing(request, reply, filledForm()))
  app.post(`${PAPERS}/:paper/replacing`, (request, reply) =>
    submitForm(request, reply, {
      schema: replacingForm,
      again: (form) => showReplacing(request, reply, form),
      work: async (trx, { file }) => {
        const { meeting, item, address } = await itemToChange(trx, request)
        const paper = await paperAt(trx, request, item)
        await atField('file', async () => replaceFile(trx, officerOf(request), meeting, item, paper, taken([file])[0]!))
        return { goTo: `${address}/${paper.id}/checking`, say: 'It is replaced. Look how it was read, then say how it goes in.' }
      },
    }),
  )
  app.get(`${PAPERS}/:paper/removing`, (request, reply) => showRemoving(request, reply, filledForm()))
  app.post(`${PAPERS}/:paper/removing`, (request, reply) =>
    submitForm(request, reply, {
      schema: z.object({}),
      again: (form) => showRemoving(request, reply, form),
      work: async (trx) => {
        const { meeting, item, address } = await itemToChange(trx, request)
        await withdrawPaper(trx, officerOf(request), meeting, item, await paperAt(trx, request, item))
        return { goTo: address, say: 'It is removed.' }
      },
    }),
  )
}

const taken = (files: readonly FileSent[]) => files.map((file) => takeFile(file, LARGEST_PAPER))

async function showPapers(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const { meeting, item, address, papers, letters } = await inOfficersCouncil(request, async (trx) => {
    const found = await itemAt(trx, request)
    const all = await shown(trx, await papersOfItems(trx, [found.item.id], { withdrawn: true }))
    const there = new Set(all.flatMap(({ letterId, withdrawn }) => (letterId && !withdrawn ? [letterId] : [])))
    return {
      ...found,
      item: await numberedItem(trx, found.meeting, found.item),
      papers: all,
      letters: (await lettersFor(trx, found)).filter(({ id }) => !there.has(id)),
    }
  })
  return reply.page(
    {
      title: 'Papers of the item',
      caption: captionOf(meeting, item),
      under: '/papers',
      breadcrumbs: [...breadcrumbsOf(meeting), { text: 'Agenda', href: `/meetings/${meeting.slug}/agenda` }],
      form,
      wide: true,
    },
    <ItemPapersPage
      item={item}
      cancelled={meeting.cancelledFor !== null}
      address={address}
      papers={papers.filter(({ withdrawn }) => !withdrawn)}
      withdrawn={papers.filter(({ withdrawn }) => withdrawn)}
      letters={letters}
      form={form}
      agenda={`/meetings/${meeting.slug}/agenda`}
      pack={`/meetings/${meeting.slug}/pack`}
    />,
  )
}

async function showReplacing(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const { meeting, item, address, paper } = await inOfficersCouncil(request, (trx) => paperShown(trx, request))
  return reply.page(
    { title: 'Replace the paper', caption: captionOf(meeting, item), under: '/papers', back: backTo(address), form },
    <ReplacingForm form={form} name={nameOf(paper)} isPublished={item.held !== null} back={address} />,
  )
}

async function showRemoving(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const { meeting, item, address, paper } = await inOfficersCouncil(request, (trx) => paperShown(trx, request))
  return reply.page(
    { title: 'Remove this paper from the item?', caption: captionOf(meeting, item), under: '/papers', back: backTo(address), form },
    <RemovingForm paper={paper} isPublished={item.held !== null} back={address} />,
  )
}

async function paperShown(trx: Trx, request: FastifyRequest) {
  const { meeting, item, address } = await itemToChange(trx, request)
  const [paper] = await shown(trx, [await paperAt(trx, request, item)])
  return { meeting, item: await numberedItem(trx, meeting, item), address, paper: paper! }
}

/** The papers with how their files go in, and their letters. */
async function shown(trx: Trx, papers: readonly ItemPaper[]): Promise<PaperShown[]> {
  const enclosures = await enclosuresOf(
    trx,
    papers.flatMap(({ file }) => file?.sha256 ?? []),
  )
  const letters = await lettersAsPapers(
    trx,
    papers.flatMap(({ letterId }) => letterId ?? []),
  )
  return papers.map((paper) => {
    const packed = letters.get(paper.letterId ?? '')
    const unchecked = packed?.letter.attachments.filter(({ sha256 }) => packed.unchecked.some((one) => one.sha256.equals(sha256))) ?? []
    return {
      ...paper,
      enclosure: enclosures.get(paper.file?.sha256.toString('hex') ?? '') ?? null,
      letter: packed?.letter ?? null,
      unchecked: unchecked.map(({ position }) => position),
    }
  })
}

/** The letters that could go with an item: about its review, the reviews of its round, or, where it has neither, any of the committee's. */
async function lettersFor(trx: Trx, { meeting, item }: Pick<ItemFound, 'meeting' | 'item'>) {
  const reviews = item.reviewId
    ? [item.reviewId]
    : item.roundId
      ? (await reviewsOfRounds(trx, [item]))(item.roundId)
      : (await itemMatters(trx, meeting)).reviews.map(({ id }) => id)
  return lettersAbout(trx, reviews, { exempt: isExempt(item) })
}

async function itemAt(trx: Trx, request: FastifyRequest): Promise<ItemFound> {
  const { slug, item: id } = request.params as { slug: string; item: string }
  const meeting = await findMeeting(trx, slug)
  return { meeting, item: await storedItem(trx, meeting.id, id), address: `/meetings/${slug}/agenda/${id}/papers` }
}

/** Refuses (conflict) an item of a meeting that is cancelled: its papers stay as they are. */
async function itemToChange(trx: Trx, request: FastifyRequest): Promise<ItemFound> {
  const found = await itemAt(trx, request)
  refuseCancelled(found.meeting, 'the papers of its items stay as they are')
  return found
}

function paperAt(trx: Trx, request: FastifyRequest, item: StoredItem): Promise<ItemPaper> {
  return paperOfItem(trx, item.id, (request.params as { paper: string }).paper)
}

/** The item as the agenda has it; one that was dropped before it was published has no number. */
async function numberedItem(trx: Trx, meeting: MeetingRecord, item: StoredItem): Promise<AgendaItem> {
  const found = (await loadAgenda(trx, meeting.id)).find(({ id }) => id === item.id)
  return found ?? { ...item, number: 0, letter: null, held: null }
}

function captionOf(meeting: MeetingRecord, { number, title, letter }: AgendaItem): string {
  const item = number === 0 ? title : `Item ${number}, ${title}`
  return `${meeting.committee.name}: ${item}${letter ? `, Appendix ${letter}` : ''}`
}

const backTo = (address: string) => ({ text: 'Papers of the item', href: address })
