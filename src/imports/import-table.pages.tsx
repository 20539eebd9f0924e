import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { refuse } from '../platform/core/refusal.ts'
import { ticked } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { readForm } from '../platform/web/form.ts'
import { sentForm } from '../platform/web/sent-form.ts'
import { FieldFault } from '../platform/web/submit-form.ts'
import { inOfficersCouncil } from '../people/officers-council.ts'
import type { ColumnHint } from '../reading/column-hint.ts'
import type { Field } from '../reading/heading-families.ts'
import { logicalTables } from '../reading/logical-tables.ts'
import type { ReadingHints } from '../reading/read-document.ts'
import { trail } from './import.pages.tsx'
import { findDocument } from './import.queries.ts'
import { TableMeaning } from './import-table.views.tsx'
import type { ImportRecord } from './import.ts'
import { keepOtherTables } from './keep-other-tables.ts'
import { correctByForm, openImport } from './open-import.ts'
import { readSource } from './read-source.ts'
import { COLUMN_MEANINGS } from './column-meanings.ts'
import { tableAt } from './source-rows.ts'

const hintForm = z.object({
  version: z.coerce.number().int(),
  header: z.coerce.number().int().min(0).max(50),
  columns: z.record(z.string(), z.string()).or(z.array(z.string())).prefault({}),
  again: ticked(),
})

/** A table of the document: which row is its heading and what its columns mean; changing either reads the document again. */
export async function importTablePages(app: FastifyInstance): Promise<void> {
  app.get('/imports/:id/tables/:t', (request, reply) => showTable(request, reply, paramsOf(request)))

  app.post('/imports/:id/tables/:t', async (request, reply) => {
    const { id, t } = paramsOf(request)
    const form = readForm(hintForm, sentForm(request))
    const reread = form.ok ? await readAgain(request, id, t, hintOf(form.values)) : null
    return correctByForm(request, reply, {
      id,
      schema: hintForm,
      again: (again) => showTable(request, reply, { id, t }, again),
      change: (found, { again }) => {
        if (found.version > 1 && !again)
          throw new FieldFault('again', 'Tick the box: reading this table again puts the corrections to its recommendations aside')
        const { reading, hints } = reread!
        const kept = keepOtherTables(found.reading, reading, t)
        const recommendations = kept.reviews.find((review) => review.place?.table === t)?.recommendations.length ?? 0
        return {
          reading: kept,
          hints,
          words: `Read again: what the columns of table ${t} mean`,
          goTo: `/imports/${id}`,
          say:
            recommendations > 0
              ? `Heed read the table again and found ${recommendations} recommendations in it.`
              : 'Heed read the table again, and found no recommendation in it. Look at what its columns mean.',
        }
      },
    })
  })
}

function paramsOf(request: FastifyRequest): { id: string; t: number } {
  const { id, t } = request.params as { id: string; t: string }
  return { id, t: Number(t) || 0 }
}

function hintOf({ header, columns }: z.output<typeof hintForm>): ColumnHint | undefined {
  const meant = Object.entries(columns).flatMap(([column, field]) =>
    field in COLUMN_MEANINGS ? [[Number(column), field as Field] as const] : [],
  )
  if (header === 0 && meant.length === 0) return undefined
  return { ...(header > 0 && { headerRow: header }), ...(meant.length > 0 && { columns: Object.fromEntries(meant) }) }
}

/** The document read with the hint for this table beside those given before; without a hint, that table is read as at first. */
async function readAgain(request: FastifyRequest, id: string, t: number, hint: ColumnHint | undefined) {
  const { found } = await openImport(request, id)
  const { [t]: _, ...others } = found.hints.tables ?? {}
  const hints: ReadingHints = { tables: hint ? { ...others, [t]: hint } : others }
  const { bytes } = await inOfficersCouncil(request, (trx) => findDocument(trx, found.document.id))
  return { hints, reading: (await readSource(bytes, found.document.name, hints)).reading }
}

async function showTable(
  request: FastifyRequest,
  reply: FastifyReply,
  { id, t }: { id: string; t: number },
  form?: FilledForm,
): Promise<FastifyReply> {
  const { found, source } = await openImport(request, id)
  const table = tableAt(source, t) ?? refuse('not-found', 'The document has no such table.')
  const whole = logicalTables(source).find(({ tables }) => tables.some((one) => one.number === t))
  const first = whole?.tables[0]?.number ?? t
  const shown = form ?? hintFilled(found, t)
  return reply.page(
    {
      title: `Table ${t} of the document`,
      caption: found.document.name,
      under: '/imports',
      wide: true,
      breadcrumbs: trail(found),
      form: shown,
    },
    <TableMeaning found={found} table={table} first={first} form={shown} />,
  )
}

function hintFilled({ hints }: ImportRecord, t: number): FilledForm {
  const hint = hints.tables?.[t]
  return filledForm({ header: hint?.headerRow ?? 0, columns: hint?.columns ?? {} })
}
