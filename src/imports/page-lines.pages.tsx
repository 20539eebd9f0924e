import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuse, refuseUnless } from '../platform/core/refusal.ts'
import type { PdfPagePicture } from '../platform/documents/picture-pdf-page.ts'
import type { SourceDocument } from '../platform/documents/source-document.ts'
import { readForm, type FilledForm } from '../platform/web/form.ts'
import { sentForm } from '../platform/web/sent-form.ts'
import { FieldFault, orFault } from '../platform/web/submit-form.ts'
import type { Reading } from '../reading/reading.ts'
import { carryHints } from './carry-hints.ts'
import { withLines } from './column-lines.ts'
import type { ImportHints } from './document-shape.ts'
import { trail } from './import.pages.tsx'
import { correctByForm, isCorrected, openImport } from './open-import.ts'
import type { OpenedImport } from './open-import.ts'
import { filledPageLines, linesSaid, pageLinesForm } from './page-lines.form.ts'
import type { PageLinesValues } from './page-lines.form.ts'
import { PageAsRead, PageLines } from './page-lines.views.tsx'
import { earlierReading, nowAndBefore, readAgainWhole, refuseToDiscard } from './read-again.ts'
import { picturePage } from './read-source.ts'
import { tablesOf } from './source-rows.ts'
import { showTrial } from './trial-reading.tsx'

type OfPage = { Params: { id: string; p: string } }

/** A page of a PDF as a picture: where its columns part; moving a line reads the document again. */
export async function pageLinesPages(app: FastifyInstance): Promise<void> {
  app.get<OfPage>('/imports/:id/pages/:p', (request, reply) => showPage(request, reply))

  app.post<OfPage>('/imports/:id/pages/:p', async (request, reply) => {
    const { id } = request.params
    const form = readForm(pageLinesForm, sentForm(request))
    const { opened, picture } = await openPage(request)
    const asked = form.ok
      ? await orFault(async () => {
          const { reading, hints } = await readWithLines(opened, picture, form.values)
          return { reading, hints: await opened.withShapes(hints) }
        })
      : null
    return correctByForm(request, reply, {
      id,
      schema: pageLinesForm,
      again: (again) => showPage(request, reply, again),
      change: (found, { again }) => {
        if (asked instanceof FieldFault) throw asked
        refuseToDiscard(opened, again)
        return {
          ...asked!,
          words: `Read again: where the columns of page ${picture.page} part`,
          goTo: `/imports/${id}/pages/${picture.page}?before=${found.version}`,
          say: `Heed read the document again: ${nowAndBefore(asked!.reading, found.reading)}.`,
        }
      },
    })
  })

  app.post<OfPage>('/imports/:id/pages/:p/reading', (request, reply) =>
    showTrial(request, reply, pageLinesForm, async (values) => {
      const { opened, picture } = await openPage(request)
      const { source, reading } = await readWithLines(opened, picture, values)
      return (
        <div data-part="result">
          <PageAsRead page={picture.page} source={source} reading={reading} before={opened.found.reading} />
        </div>
      )
    }),
  )
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

/** The document read with the form's lines beside those of other pages. Throws the fault of a field where the form says what cannot be. */
async function readWithLines(opened: OpenedImport, picture: PdfPagePicture, values: PageLinesValues): Promise<ReadWithLines> {
  const { file: { columnLines: before, ...outside } = {}, tables, ...rest } = opened.found.hints
  const columnLines = withLines(before, linesSaid(values, picture))
  const file = columnLines.length > 0 ? { ...outside, columnLines } : outside
  const { source } = await opened.readAgain({ file, ...(tables && { tables }) })
  return { source, ...(await readAgainWhole(opened, { ...rest, file, tables: carryHints(opened.source, source, tables) })) }
}

async function showPage(request: FastifyRequest<OfPage>, reply: FastifyReply, form?: FilledForm): Promise<FastifyReply> {
  const { opened, picture } = await openPage(request)
  const { found, source } = opened
  const earlier = form ? undefined : await earlierReading(request, found)
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
    <PageLines found={found} source={source} picture={picture} corrected={isCorrected(opened)} earlier={earlier} form={shown} />,
  )
}

/** A page without a table, in a document whose recommendations stand in the tables of other pages. */
function isApart({ found, source }: OpenedImport, { page }: PdfPagePicture): boolean {
  return found.reading.reviews.length > 0 && !tablesOf(source).some(({ rows }) => rows.some((row) => row.page === page))
}
