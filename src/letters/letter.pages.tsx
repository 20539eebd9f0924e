import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { attachingForm, letterCorrection, letterForm, sendingForm } from './letter.form.ts'
import { aboutByForm, letterMatters } from './letter-matters.queries.ts'
import { attachmentAt, letterAt, listLetters, repliesTo } from './letter-record.queries.ts'
import {
  isByMail,
  isExemptLetter,
  letterDay,
  LETTER_KIND_WORDS,
  LETTER_STATE_WORDS,
  letterName,
  letterState,
  type LetterRecord,
} from './letter-record.ts'
import { LetterFilesPage, LetterForm, SendingForm } from './letter-forms.views.tsx'
import { LetterPage, LettersPage } from './letter.views.tsx'
import { addLetter, attachToLetter, correctLetter, detachFromLetter, sendLetter } from './save-letter.ts'
import { filePages } from '../files/checking.pages.tsx'
import { enclosuresOf } from '../files/enclosure.queries.ts'
import { LARGEST_PAPER } from '../files/file.ts'
import { takeFile } from '../files/take-file.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { today, type CalendarDate } from '../platform/core/calendar-date.ts'
import type { OutgoingList } from '../platform/documents/outgoing-list.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { listDownloads } from '../platform/web/list-download.tsx'
import { atField, FieldFault, submitForm } from '../platform/web/submit-form.ts'

const LETTERS = { text: 'Letters', href: '/letters' }
const MEETINGS = { text: 'Meetings', href: '/meetings' }

/** Letters out and in: written, sent when the officer says, and kept with what was answered. */
export async function letterPages(app: FastifyInstance): Promise<void> {
  app.get('/letters', async (request, reply) => {
    const letters = await inOfficersCouncil(request, (trx) => listLetters(trx))
    return reply.page({ title: 'Letters', under: '/papers', breadcrumbs: [MEETINGS], wide: true }, <LettersPage letters={letters} />)
  })
  listDownloads(app, '/letters', (request) =>
    inOfficersCouncil(request, async (trx) =>
      letterList(`Letters of ${officerOf(request).council.name}`, await listLetters(trx), today(app.clock())),
    ),
  )

  app.get('/letters/adding', (request, reply) => {
    const { about, reply: answered } = request.query as Record<string, unknown>
    return showAdding(request, reply, filledForm({ about, replyTo: answered }))
  })
  app.post('/letters/adding', (request, reply) =>
    submitForm(request, reply, {
      schema: letterForm,
      again: (form) => showAdding(request, reply, form),
      work: async (trx, { direction, kind, about, replyTo, exempt, files, ...said }) => {
        const answered = replyTo === '' ? null : await letterAt(trx, replyTo)
        const matter = aboutByForm({ direction, kind, about, exempt }, await letterMatters(trx, about), answered)
        const taken = await atField('files', () => Promise.resolve(files.map((file) => takeFile(file, LARGEST_PAPER))))
        const slug = await addLetter(trx, officerOf(request), matter, said, taken)
        const say = direction === 'in' ? 'The letter was kept.' : 'The letter was drafted. It goes when you say so.'
        return { goTo: `/letters/${slug}`, say }
      },
    }),
  )

  app.get('/letters/:slug', async (request, reply) => {
    const found = await inOfficersCouncil(request, async (trx) => {
      const letter = await letterAt(trx, slugOf(request))
      const hashes = letter.attachments.map(({ sha256 }) => sha256)
      return { letter, replies: await repliesTo(trx, letter.id), enclosures: await enclosuresOf(trx, hashes) }
    })
    return reply.page(
      { title: letterName(found.letter), caption: found.letter.review?.title, under: '/papers', breadcrumbs: [MEETINGS, LETTERS] },
      <LetterPage {...found} />,
    )
  })
  filePages(app, '/letters/:slug/attachments/:position', async (trx, request) => {
    const letter = await letterAt(trx, slugOf(request))
    return {
      file: attachmentAt(letter, (request.params as { position: string }).position),
      title: '',
      back: { text: 'Letter', href: `/letters/${letter.slug}` },
      caption: letterName(letter),
      isExempt: isExemptLetter(letter),
      mayBeLeftOut: true,
    }
  })

  app.get('/letters/:slug/attachments', (request, reply) => showAttachments(request, reply, filledForm()))
  app.post('/letters/:slug/attachments', (request, reply) =>
    submitForm(request, reply, {
      schema: attachingForm,
      again: (form) => showAttachments(request, reply, form),
      work: async (trx, { files }) => {
        const letter = await letterAt(trx, slugOf(request))
        const attach = async () =>
          attachToLetter(
            trx,
            officerOf(request),
            letter,
            files.map((file) => takeFile(file, LARGEST_PAPER)),
          )
        await atField('files', attach)
        return {
          goTo: `/letters/${letter.slug}/attachments`,
          say: files.length === 1 ? 'One file is attached.' : `${files.length} files are attached.`,
        }
      },
    }),
  )
  app.post('/letters/:slug/attachments/:position/withdrawal', (request, reply) =>
    submitForm(request, reply, {
      schema: z.object({}),
      again: (form) => showAttachments(request, reply, form),
      work: async (trx) => {
        const letter = await letterAt(trx, slugOf(request))
        const file = attachmentAt(letter, (request.params as { position: string }).position)
        await detachFromLetter(trx, officerOf(request), letter, file)
        return { goTo: `/letters/${letter.slug}/attachments`, say: `${file.name} is removed.` }
      },
    }),
  )

  app.get('/letters/:slug/correcting', (request, reply) => showCorrecting(request, reply))
  app.post('/letters/:slug/correcting', (request, reply) =>
    submitForm(request, reply, {
      schema: letterCorrection,
      again: (form) => showCorrecting(request, reply, form),
      work: async (trx, { version, ...said }) => {
        const letter = await letterAt(trx, slugOf(request))
        await correctLetter(trx, officerOf(request), letter, said, version)
        return { goTo: `/letters/${letter.slug}`, say: 'The letter was saved.' }
      },
    }),
  )

  app.get('/letters/:slug/sending', (request, reply) => showSending(request, reply))
  app.post('/letters/:slug/sending', (request, reply) =>
    submitForm(request, reply, {
      schema: sendingForm,
      again: (form) => showSending(request, reply, form),
      work: async (trx, said) => {
        const letter = await letterAt(trx, slugOf(request))
        if (said.by === 'post' && said.how === '') throw new FieldFault('how', 'Say how it went, for example: by post on 12 March')
        await sendLetter(trx, officerOf(request), letter, said, app.clock())
        const say = said.by === 'message' ? 'The letter is in the outbox and goes from there.' : 'It is recorded that the letter went.'
        return { goTo: `/letters/${letter.slug}`, say }
      },
    }),
  )
}

async function showAdding(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const one = (name: string) => [form.values[name] ?? ''].flat()[0] ?? ''
  const { matters, answered } = await inOfficersCouncil(request, async (trx) => ({
    matters: await letterMatters(trx, one('about')),
    answered: one('replyTo') === '' ? null : await letterAt(trx, one('replyTo')),
  }))
  const isOurs = answered?.direction === 'in'
  const title = answered ? (isOurs ? 'Write the answer' : 'Keep the answer') : 'Add a letter'
  const opens = {
    direction: answered && !isOurs ? 'in' : 'out',
    kind: answered ? 'reply' : 'letter',
    ...(isOurs && { correspondent: answered.correspondent, address: answered.address, subject: answered.subject }),
  }
  const filled = { ...form, values: { ...opens, ...form.values } }
  const back = answered
    ? { text: 'Letter', href: `/letters/${answered.slug}` }
    : matters.recommendation
      ? { text: 'Letters about the recommendation', href: matters.recommendation.letters }
      : LETTERS
  return reply.page(
    { title, under: '/papers', back, form: filled },
    <LetterForm form={filled} matters={matters} answered={answered} back={back.href} />,
  )
}

async function showAttachments(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const letter = await inOfficersCouncil(request, (trx) => letterAt(trx, slugOf(request)))
  return reply.page(
    {
      title: 'Attachments',
      caption: letterName(letter),
      under: '/papers',
      breadcrumbs: [MEETINGS, LETTERS, { text: letterName(letter), href: `/letters/${letter.slug}` }],
      form,
    },
    <LetterFilesPage form={form} letter={letter} />,
  )
}

async function showCorrecting(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const letter = await inOfficersCouncil(request, (trx) => letterAt(trx, slugOf(request)))
  const { correspondent, address, datedOn, subject, body, version } = letter
  const form = typed ?? filledForm({ correspondent, address, datedOn, subject, body, version })
  return reply.page(
    {
      title: 'Change the letter',
      caption: letterName(letter),
      under: '/papers',
      back: { text: 'Letter', href: `/letters/${letter.slug}` },
      form,
    },
    <LetterForm form={form} correcting={letter} back={`/letters/${letter.slug}`} />,
  )
}

async function showSending(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const letter = await inOfficersCouncil(request, (trx) => letterAt(trx, slugOf(request)))
  const byMail = isByMail(letter) && !isExemptLetter(letter)
  // Shown again, the page holds the letter as it is now: what the officer agrees to is what they see.
  const form = typed ?? filledForm({ by: byMail ? 'message' : 'post' })
  const seen = { ...form, values: { ...form.values, version: String(letter.version) } }
  return reply.page(
    {
      title: 'Send the letter?',
      caption: letterName(letter),
      under: '/papers',
      back: { text: 'Letter', href: `/letters/${letter.slug}` },
      form: seen,
    },
    <SendingForm form={seen} letter={letter} byMail={byMail} />,
  )
}

function letterList(name: string, rows: readonly LetterRecord[], takenOn: CalendarDate): OutgoingList<LetterRecord> {
  return {
    name,
    takenOn,
    rows,
    columns: [
      {
        head: 'Day',
        width: 14,
        of: (letter) => {
          const day = letterDay(letter)
          return day && { day }
        },
      },
      { head: 'Kind', width: 22, of: ({ kind }) => LETTER_KIND_WORDS[kind] },
      { head: 'To or from', width: 30, of: ({ correspondent }) => correspondent },
      { head: 'Subject', width: 50, of: ({ subject }) => subject },
      { head: 'State', width: 12, of: (letter) => LETTER_STATE_WORDS[letterState(letter)] },
      { head: 'About', width: 50, of: ({ recommendation, review }) => [review?.title, recommendation?.name].filter(Boolean).join(', ') },
      { head: 'Answers', width: 40, of: ({ replyTo }) => replyTo?.subject },
      { head: 'Exempt', width: 8, of: (letter) => (isExemptLetter(letter) ? 'Yes' : '') },
    ],
  }
}

function slugOf(request: FastifyRequest): string {
  return (request.params as { slug: string }).slug
}
