import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '../platform/core/refusal.ts'
import { readForm, type FilledForm } from '../platform/web/form.ts'
import { sentForm } from '../platform/web/sent-form.ts'
import { FieldFault, orFault } from '../platform/web/submit-form.ts'
import type { Reading } from '../reading/reading.ts'
import type { ImportHints } from './document-shape.ts'
import { ColumnQuestions } from './column-questions.views.tsx'
import { trail } from './import.pages.tsx'
import { TableMeaning } from './import-table.views.tsx'
import { keepOtherTables } from './keep-other-tables.ts'
import { correctByForm, isCorrected, openImport } from './open-import.ts'
import type { OpenedImport } from './open-import.ts'
import { earlierReading } from './read-again.ts'
import { recommendationsIn } from './reading-difference.ts'
import type { ExplainedTable } from './read-source.ts'
import { ReadingResult } from './reading-result.views.tsx'
import { count } from './reading-words.ts'
import { filledTableHint, hintOfTable, tableHintForm } from './table-hint.form.ts'
import type { TableHintValues } from './table-hint.form.ts'
import { tableAt } from './source-rows.ts'
import { showTrial } from './trial-reading.tsx'

type OfTable = { Params: { id: string; t: string }; Querystring: { from?: string } }

/** A table of the document: which row is its heading and what its columns mean; changing either reads the document again. */
export async function importTablePages(app: FastifyInstance): Promise<void> {
  app.get<OfTable>('/imports/:id/tables/:t', (request, reply) => showTable(request, reply, Number(request.query.from) || undefined))

  app.post<OfTable>('/imports/:id/tables/:t', async (request, reply) => {
    const { id, t } = placeOf(request)
    const form = readForm(tableHintForm, sentForm(request))
    const asked = form.ok
      ? await orFault(async () => {
          const read = await readAgain(await openImport(request, id), t, form.values)
          return { ...read, hints: await read.opened.withShapes(read.hints) }
        })
      : null
    return correctByForm(request, reply, {
      id,
      schema: tableHintForm,
      again: (again) => showTable(request, reply, Number(again.values.from) || 1, again),
      change: (found, { again, from }) => {
        if (asked instanceof FieldFault) throw asked
        const { opened, reading, hints, tables } = asked!
        if (isCorrected(opened, t) && !again)
          throw new FieldFault('again', 'Tick the box: reading this table again puts the corrections to its recommendations aside')
        const kept = keepOtherTables(found.reading, reading, t)
        return {
          reading: kept,
          hints,
          words: `Read again: what table ${t} is`,
          goTo: `/imports/${id}/tables/${t}?before=${found.version}${from > 1 ? `&from=${from}` : ''}`,
          say: saidOf(recommendationsIn(kept, tables).length),
        }
      },
    })
  })

  app.post<OfTable>('/imports/:id/tables/:t/reading', (request, reply) =>
    showTrial(request, reply, tableHintForm, async (values) => {
      const { id, t } = placeOf(request)
      const asked = await readAgain(await openImport(request, id), t, values)
      return <Tried {...asked} part={await asked.opened.explain(asked.hints, t, values.from)} />
    }),
  )
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

function placeOf(request: FastifyRequest<OfTable>): { id: string; t: number } {
  const { id, t } = request.params
  return { id, t: Number(t) || 0 }
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

/** The document read with what the form says of this table beside what was said of others. Throws the fault of a field where the form says what cannot be. */
async function readAgain(opened: OpenedImport, t: number, values: TableHintValues): Promise<ReadAgain> {
  const { found } = opened
  const table = await tableOf(opened, t, values.from)
  const { tables: { [table.first]: before, ...others } = {}, ...rest } = found.hints
  const hint = hintOfTable(before, values, table)
  const hints = { ...rest, tables: hint ? { ...others, [table.first]: hint } : others }
  const { reading } = await opened.readAgain(hints)
  return { opened, reading, hints, tables: new Set(table.tables) }
}

async function tableOf({ found, explain }: OpenedImport, t: number, from?: number): Promise<ExplainedTable> {
  return (await explain(found.hints, t, from)) ?? refuse('not-found', 'The document has no such table.')
}

async function showTable(
  request: FastifyRequest<OfTable>,
  reply: FastifyReply,
  from: number | undefined,
  form?: FilledForm,
): Promise<FastifyReply> {
  const { id, t } = placeOf(request)
  const opened = await openImport(request, id)
  const { found, source } = opened
  const table = tableAt(source, t) ?? refuse('not-found', 'The document has no such table.')
  const explained = await tableOf(opened, t, from)
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
      earlier={form ? undefined : await earlierReading(request, found)}
      form={shown}
    />,
  )
}
