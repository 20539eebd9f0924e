import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { renderToString } from 'preact-render-to-string'
import { Refusal, refuse, refuseUnless } from '../platform/core/refusal.ts'
import type { PdfPagePicture } from '../platform/documents/picture-pdf-page.ts'
import type { SourceDocument } from '../platform/documents/source-document.ts'
import { readForm, type FilledForm } from '../platform/web/form.ts'
import { sentForm } from '../platform/web/sent-form.ts'
import { FieldFault } from '../platform/web/submit-form.ts'
import { inOfficersCouncil } from '../people/officers-council.ts'
import type { Reading } from '../reading/reading.ts'
import { carryHints } from './carry-hints.ts'
import { withLines } from './column-lines.ts'
import type { ImportHints } from './document-shape.ts'
import { trail } from './import.pages.tsx'
import { readingAt } from './import.queries.ts'
import { correctByForm, isCorrected, openImport } from './open-import.ts'
import type { OpenedImport } from './open-import.ts'
import { filledPageLines, linesSaid, pageLinesForm } from './page-lines.form.ts'
import type { PageLinesValues } from './page-lines.form.ts'
import { PageAsRead, PageLines } from './page-lines.views.tsx'
import { readAgainWhole } from './read-again.ts'
import { recommendationsIn } from './reading-difference.ts'
import { picturePage } from './read-source.ts'
import { count } from './reading-words.ts'
import { tablesOf } from './source-rows.ts'

type OfPage = { Params: { id: string; p: string }; Querystring: { before?: string } }

/** A page of a PDF as a picture: where its columns part; moving a line reads the document again. */
export async function pageLinesPages(app: FastifyInstance): Promise<void> {
  app.get<OfPage>('/imports/:id/pages/:p', (request, reply) => showPage(request, reply, Number(request.query.before) || undefined))

  app.post<OfPage>('/imports/:id/pages/:p', async (request, reply) => {
    const { id } = request.params
    const form = readForm(pageLinesForm, sentForm(request))
    const { opened, picture } = await openPage(request)
    const asked = form.ok ? await readWithLines(opened, picture, form.values) : null
    const remembering = asked && !(asked instanceof FieldFault) ? await opened.withShapes(asked.hints) : {}
    return correctByForm(request, reply, {
      id,
      schema: pageLinesForm,
      again: (again) => showPage(request, reply, undefined, again),
      change: (found, { again }) => {
        if (asked instanceof FieldFault) throw asked
        if (isCorrected(opened) && !again)
          throw new FieldFault('again', 'Tick the box: reading the document again puts your corrections aside')
        const { reading } = asked!
        return {
          reading,
          hints: remembering,
          words: `Read again: where the columns of page ${picture.page} part`,
          goTo: `/imports/${id}/pages/${picture.page}?before=${found.version}`,
          say: `Heed read the document again: ${count(recommendationsIn(reading).length, 'recommendation')}, ${recommendationsIn(found.reading).length} before.`,
        }
      },
    })
  })

  // What Heed would read with the lines as they stand: asked as an officer moves them, and by nothing that changes the import.
  app.post<OfPage>('/imports/:id/pages/:p/reading', async (request, reply) => {
    const form = readForm(pageLinesForm, sentForm(request))
    reply.type('text/html; charset=utf-8')
    if (!form.ok) return reply.send('')
    try {
      const { opened, picture } = await openPage(request)
      const asked = await readWithLines(opened, picture, form.values)
      if (asked instanceof FieldFault) return reply.send('')
      const { source, reading } = asked
      return reply.send(
        renderToString(
          <div data-part="result">
            <PageAsRead page={picture.page} source={source} reading={reading} before={opened.found.reading} />
          </div>,
        ),
      )
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return reply.send('')
    }
  })
}

async function openPage(request: FastifyRequest<OfPage>): Promise<{ opened: OpenedImport; picture: PdfPagePicture }> {
  const { id, p } = request.params
  const opened = await openImport(request, id)
  refuseUnless(opened.found.document.kind === 'pdf', 'not-found', 'Only the pages of a PDF have a picture.')
  const picture = await picturePage(opened.bytes, Number(p) || 0)
  return { opened, picture: picture ?? refuse('not-found', 'The document has no such page.') }
}

interface ReadWithLines {
  source: SourceDocument
  reading: Reading
  hints: ImportHints
}

/** The document read with the form's lines beside those of other pages; what is wrong with the form, where it says what cannot be. */
async function readWithLines(opened: OpenedImport, picture: PdfPagePicture, values: PageLinesValues): Promise<ReadWithLines | FieldFault> {
  const { file: { columnLines: before, ...outside } = {}, tables, ...rest } = opened.found.hints
  try {
    const columnLines = withLines(before, linesSaid(values, picture))
    const file = columnLines.length > 0 ? { ...outside, columnLines } : outside
    const { source } = await opened.readAgain({ file, ...(tables && { tables }) })
    return { source, ...(await readAgainWhole(opened, { ...rest, file, tables: carryHints(opened.source, source, tables) })) }
  } catch (error) {
    if (error instanceof FieldFault) return error
    throw error
  }
}

async function showPage(request: FastifyRequest<OfPage>, reply: FastifyReply, before?: number, form?: FilledForm): Promise<FastifyReply> {
  const { opened, picture } = await openPage(request)
  const { found, source } = opened
  const earlier =
    before === undefined || before >= found.version ? null : await inOfficersCouncil(request, (trx) => readingAt(trx, found.id, before))
  const shown = form ?? filledPageLines(picture, found.hints.file?.columnLines, isApart(opened, picture))
  return reply.page(
    {
      title: `Page ${picture.page} of ${picture.pages}`,
      caption: found.document.name,
      under: '/imports',
      wide: true,
      breadcrumbs: trail(found),
      form: shown,
      scripts: ['imports/draw-columns.ts', 'imports/try-reading.ts'],
    },
    <PageLines
      found={found}
      source={source}
      picture={picture}
      corrected={isCorrected(opened)}
      {...(earlier && before !== undefined && { earlier: { version: before, reading: earlier } })}
      form={shown}
    />,
  )
}

/** A page without a table, in a document whose recommendations stand in the tables of other pages. */
function isApart({ found, source }: OpenedImport, { page }: PdfPagePicture): boolean {
  return found.reading.reviews.length > 0 && !tablesOf(source).some(({ rows }) => rows.some((row) => row.page === page))
}
