import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { renderToString } from 'preact-render-to-string'
import { Refusal, refuse } from '../platform/core/refusal.ts'
import { readForm, type FilledForm } from '../platform/web/form.ts'
import { sentForm } from '../platform/web/sent-form.ts'
import { FieldFault } from '../platform/web/submit-form.ts'
import { inOfficersCouncil } from '../people/officers-council.ts'
import type { Reading } from '../reading/reading.ts'
import type { ImportHints } from './document-shape.ts'
import { trail } from './import.pages.tsx'
import { readingAt } from './import.queries.ts'
import { ColumnQuestions, TableMeaning } from './import-table.views.tsx'
import { keepOtherTables } from './keep-other-tables.ts'
import { correctByForm, isCorrected, openImport } from './open-import.ts'
import type { OpenedImport } from './open-import.ts'
import { recommendationsIn } from './reading-difference.ts'
import type { ExplainedTable } from './read-source.ts'
import { ReadingResult } from './reading-result.views.tsx'
import { count } from './reading-words.ts'
import { filledTableHint, hintOfTable, tableHintForm } from './table-hint.form.ts'
import type { TableHintValues } from './table-hint.form.ts'
import { tableAt } from './source-rows.ts'

type OfTable = { Params: { id: string; t: string }; Querystring: { from?: string; before?: string } }

/** A table of the document: which row is its heading and what its columns mean; changing either reads the document again. */
export async function importTablePages(app: FastifyInstance): Promise<void> {
  app.get<OfTable>('/imports/:id/tables/:t', async (request, reply) => {
    const before = Number(request.query.before) || undefined
    return showTable(request, reply, { ...placeOf(request), ...(before && { before }) })
  })

  app.post<OfTable>('/imports/:id/tables/:t', async (request, reply) => {
    const { id, t } = placeOf(request)
    const form = readForm(tableHintForm, sentForm(request))
    const asked = form.ok ? await readAgain(await openImport(request, id), t, form.values) : null
    const remembering = asked && !(asked instanceof FieldFault) ? await asked.opened.withShapes(asked.hints) : {}
    return correctByForm(request, reply, {
      id,
      schema: tableHintForm,
      again: (again) => showTable(request, reply, { id, t, from: Number(again.values.from) || 1 }, again),
      change: (found, { again, from }) => {
        if (asked instanceof FieldFault) throw asked
        const { opened, reading, tables } = asked!
        if (isCorrected(opened, t) && !again)
          throw new FieldFault('again', 'Tick the box: reading this table again puts the corrections to its recommendations aside')
        const kept = keepOtherTables(found.reading, reading, t)
        return {
          reading: kept,
          hints: remembering,
          words: `Read again: what table ${t} is`,
          goTo: `/imports/${id}/tables/${t}?before=${found.version}${from > 1 ? `&from=${from}` : ''}`,
          say: saidOf(recommendationsIn(kept, tables).length),
        }
      },
    })
  })

  // What Heed would read with the form as it stands: asked as an officer chooses, and by nothing that changes the import.
  app.post<OfTable>('/imports/:id/tables/:t/reading', async (request, reply) => {
    const { id, t } = placeOf(request)
    const form = readForm(tableHintForm, sentForm(request))
    reply.type('text/html; charset=utf-8')
    if (!form.ok) return reply.send('')
    try {
      const asked = await readAgain(await openImport(request, id), t, form.values)
      if (asked instanceof FieldFault) return reply.send('')
      const part = await asked.opened.explain(asked.hints, t, form.values.from)
      return reply.send(renderToString(<Tried {...asked} part={part} />))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return reply.send('')
    }
  })
}

function Tried({ opened, reading, hints, tables, part }: ReadAgain & { part: ExplainedTable | null }) {
  return (
    <>
      <div data-part="result">
        <ReadingResult reading={reading} before={opened.found.reading} tables={tables} />
      </div>
      <div data-part="columns">{part && <ColumnQuestions table={part} form={filledTableHint(part, hints.tables?.[part.first])} />}</div>
    </>
  )
}

function placeOf(request: FastifyRequest<OfTable>): { id: string; t: number; from?: number } {
  const { id, t } = request.params
  const from = Number(request.query.from) || undefined
  return { id, t: Number(t) || 0, ...(from && { from }) }
}

function saidOf(found: number): string {
  return found > 0
    ? `Heed read the table again and found ${count(found, 'recommendation')} in it.`
    : 'Heed read the table again, and found no recommendation in it.'
}

interface ReadAgain {
  opened: OpenedImport
  reading: Reading
  hints: ImportHints
  /** The tables that are one with this, as pages cut them. */
  tables: ReadonlySet<number>
}

/** The document read with what the form says of this table beside what was said of others; what is wrong with the form, where it says what cannot be. */
async function readAgain(opened: OpenedImport, t: number, values: TableHintValues): Promise<ReadAgain | FieldFault> {
  const { found } = opened
  const table = await tableOf(opened, t, values.from)
  const { tables: { [table.first]: before, ...others } = {}, ...rest } = found.hints
  try {
    const hint = hintOfTable(before, values, table)
    const hints = { ...rest, tables: hint ? { ...others, [table.first]: hint } : others }
    const { reading } = await opened.readAgain(hints)
    return { opened, reading, hints, tables: new Set(table.tables) }
  } catch (error) {
    if (error instanceof FieldFault) return error
    throw error
  }
}

async function tableOf({ found, explain }: OpenedImport, t: number, from?: number): Promise<ExplainedTable> {
  return (await explain(found.hints, t, from)) ?? refuse('not-found', 'The document has no such table.')
}

interface Shown {
  id: string
  t: number
  from?: number
  /** The version that what is read now is set against. */
  before?: number
}

async function showTable(
  request: FastifyRequest,
  reply: FastifyReply,
  { id, t, from, before }: Shown,
  form?: FilledForm,
): Promise<FastifyReply> {
  const opened = await openImport(request, id)
  const { found, source } = opened
  const table = tableAt(source, t) ?? refuse('not-found', 'The document has no such table.')
  const explained = await tableOf(opened, t, from)
  const earlier = before === undefined ? null : await inOfficersCouncil(request, (trx) => readingAt(trx, id, before))
  const shown = form ?? filledTableHint(explained, found.hints.tables?.[explained.first])
  return reply.page(
    {
      title: `Table ${t} of the document`,
      caption: found.document.name,
      under: '/imports',
      wide: true,
      breadcrumbs: trail(found),
      form: shown,
      scripts: ['imports/try-reading.ts'],
    },
    <TableMeaning
      found={found}
      table={table}
      explained={explained}
      tables={new Set(explained.tables)}
      corrected={isCorrected(opened, t)}
      {...(earlier && before !== undefined && before < found.version && { earlier: { version: before, reading: earlier } })}
      form={shown}
    />,
  )
}
