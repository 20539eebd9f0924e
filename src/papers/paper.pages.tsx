import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { inWords, today } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import { choice, optionalLongText, optionalText, several, text, ticked } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { listDownloads } from '../platform/web/list-download.tsx'
import { PAPER_FORMATS, sendFile, type PaperFormat } from '../platform/web/send-paper.ts'
import { atField, submitForm } from '../platform/web/submit-form.ts'
import { pointsForMembers } from '../referee/points-for-members.ts'
import { LAYOUTS } from '../reading/reading.ts'
import { withoutAsides } from '../platform/documents/paper-document.ts'
import { writeCsv } from '../platform/documents/write-csv.ts'
import { closePdfPress } from '../platform/documents/write-pdf.ts'
import { writeXlsx } from '../platform/documents/write-xlsx.ts'
import { defaultCovering } from './covering-report.ts'
import { paperList } from './paper-list.ts'
import { findPaper, listPapers, roundsForPapers, templatesForPaper } from './paper.queries.ts'
import { ChooseRound, MakePaper, PaperList, PaperPage } from './paper.views.tsx'
import { lettersForRound, paperMatter, recordPaper } from './record-paper.ts'

const makingForm = z.object({
  round: text('Choose the round.'),
  layout: choice(['own', ...LAYOUTS], 'Choose a layout.'),
  pack: ticked(),
  covering: ticked(),
  title: optionalText(300),
  purpose: optionalLongText(5000),
  background: optionalLongText(20_000),
  points: optionalLongText(20_000),
  eachFinding: ticked(),
  letters: several(z.string().max(36)),
  asks: optionalLongText(5000),
  contact: optionalText(200),
  post: optionalText(200),
  telephone: optionalText(100),
  email: optionalText(254),
})

const MEETINGS = { text: 'Meetings', href: '/meetings' }

/** Papers: the list, the making of one from a round, and one paper as a page, Word, PDF, HTML, Excel and CSV. */
export async function paperPages(app: FastifyInstance): Promise<void> {
  app.addHook('onClose', closePdfPress)

  app.get('/papers', async (request, reply) => {
    const papers = await inOfficersCouncil(request, (trx) => listPapers(trx))
    return reply.page({ title: 'Papers', under: '/papers', breadcrumbs: [MEETINGS] }, <PaperList papers={papers} />)
  })
  listDownloads(app, '/papers', async (request) => {
    const papers = await inOfficersCouncil(request, (trx) => listPapers(trx, MOST_GOING_OUT))
    return paperList(officerOf(request).council.name, papers, today(app.clock()))
  })

  app.get<{ Querystring: { round?: unknown } }>('/papers/making', async (request, reply) => {
    const { round } = request.query
    if (typeof round === 'string' && round !== '') return showMaking(request, reply, round)
    const rounds = await inOfficersCouncil(request, roundsForPapers)
    return reply.page(
      { title: 'Which round is the paper of?', under: '/papers', back: { text: 'Papers', href: '/papers' } },
      <ChooseRound rounds={rounds} />,
    )
  })
  app.post('/papers/making', (request, reply) =>
    submitForm(request, reply, {
      schema: makingForm,
      again: (form) => showMaking(request, reply, [form.values.round ?? ''].flat()[0]!, form),
      work: async (trx, values) => {
        const wanted = {
          layout: values.layout,
          pack: values.pack,
          covering: values.covering ? coveringOf(values) : undefined,
          letters: values.letters,
        }
        const { number } = await atField('letters', () => recordPaper(trx, officerOf(request), values.round, wanted))
        return { goTo: `/papers/${values.round}/${number}`, say: 'The paper is made. Read it through, then take it as Word or PDF.' }
      },
    }),
  )

  app.get<OfPaper>('/papers/:round/:number', async (request, reply) => {
    const { paper, templates } = await inOfficersCouncil(request, async (trx) => {
      const found = await paperAt(trx, request)
      return { paper: found, templates: found.matter ? await templatesForPaper(trx, found) : [] }
    })
    return reply.page(
      {
        title: paper.title,
        caption: paper.roundName!,
        under: '/papers',
        wide: true,
        breadcrumbs: [MEETINGS, { text: 'Papers', href: '/papers' }],
      },
      <PaperPage paper={paper} templates={templates} />,
    )
  })
  for (const [address, { ending, type, write }] of Object.entries(FORMATS))
    app.get<OfPaper>(`/papers/:round/:number/${address}`, async (request, reply) => {
      const paper = await paperOf(request)
      return sendFile(reply, `${paper.roundName} ${paper.title}`, ending, type, await write(paper.document))
    })
}

/** A list that goes out is of all that a council ever made. */
const MOST_GOING_OUT = 100_000

/** What a paper can be taken as, by the last word of its address: those of words, and as a workbook or a list. */
const FORMATS: Record<string, PaperFormat> = {
  ...PAPER_FORMATS,
  excel: {
    ending: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: (paper) => writeXlsx(withoutAsides(paper)),
  },
  csv: { ending: 'csv', type: 'text/csv; charset=utf-8', write: (paper) => writeCsv(withoutAsides(paper)) },
}

type OfPaper = { Params: { round: string; number: string } }

const paperOf = (request: FastifyRequest) => inOfficersCouncil(request, (trx) => paperAt(trx, request))

/** The paper at an address. Refuses (not-found) where there is none. */
export function paperAt(trx: Trx, request: FastifyRequest) {
  const { round, number } = request.params as OfPaper['Params']
  return findPaper(trx, round, /^\d{1,6}$/.test(number) ? Number(number) : 0)
}

function coveringOf(values: z.output<typeof makingForm>) {
  return {
    title: values.title || undefined,
    purpose: values.purpose || undefined,
    background: lines(values.background),
    points: lines(values.points) ?? [],
    eachFinding: values.eachFinding,
    asks: lines(values.asks),
    contact: values.contact
      ? { name: values.contact, post: values.post || undefined, telephone: values.telephone || undefined, email: values.email || undefined }
      : undefined,
  }
}

/** A line each; undefined where nothing was typed, so that Heed's own words stand. */
function lines(words: string): string[] | undefined {
  const typed = words
    .split('\n')
    .map((line) => line.replace(/^\s*[-•]\s*/, '').trim())
    .filter(Boolean)
  return typed.length > 0 ? typed : undefined
}

async function showMaking(request: FastifyRequest, reply: FastifyReply, slug: string, sent?: FilledForm): Promise<FastifyReply> {
  const { round, reading, findings, letters } = await inOfficersCouncil(request, async (trx) => {
    const matter = await paperMatter(trx, slug)
    return { ...matter, letters: await lettersForRound(trx, matter.round) }
  })
  const own = defaultCovering(reading)
  const form =
    sent ??
    filledForm({
      round: slug,
      layout: round.reviews[0]?.layout,
      covering: 'yes',
      title: own.title,
      purpose: own.purpose,
      background: own.background.join('\n'),
      points: pointsForMembers(findings.filter((finding) => !finding.override))
        .map((point) => point.sentence)
        .join('\n'),
      asks: own.asks.join('\n'),
      contact: officerOf(request).name,
    })
  return reply.page(
    {
      title: 'Make the paper',
      caption: `${round.name}, ${inWords(round.presentedOn)}`,
      form,
      under: '/papers',
      back: { text: round.name, href: `/rounds/${round.slug}` },
    },
    <MakePaper form={form} round={round} findings={findings.length} letters={letters} />,
  )
}
