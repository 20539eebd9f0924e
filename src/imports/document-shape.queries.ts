import type { Trx } from '../platform/database/database.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { DocumentShape, ShapeSaid } from './document-shape.ts'

/** A remembered shape with where it came from: whose document, when, by whom. */
export type KnownShape = DocumentShape & {
  importId: string
  document: string
  rememberedAt: Date
  rememberedBy: string | null
}

/** The shapes that the acting council's Heed remembers, newest first. */
export async function listShapes(trx: Trx): Promise<KnownShape[]> {
  const rows = await shapeRows(trx)
    .innerJoin('document_shape_now as n', (join) => join.onRef('n.council_id', '=', 's.council_id').onRef('n.id', '=', 's.id'))
    .orderBy('s.remembered_at', 'desc')
    .orderBy('s.id')
    .execute()
  return rows.map(knownShape)
}

/** Shapes by their ids, forgotten ones too: what an import was read by stays true. */
export async function shapesById(trx: Trx, ids: readonly string[]): Promise<KnownShape[]> {
  if (ids.length === 0) return []
  const rows = await shapeRows(trx)
    .where('s.id', 'in', [...ids])
    .orderBy('s.remembered_at')
    .orderBy('s.id')
    .execute()
  return rows.map(knownShape)
}

/** Refuses (not-found) a shape that is not there or was forgotten. */
export async function findShape(trx: Trx, id: string): Promise<KnownShape> {
  const known = (await listShapes(trx)).find((one) => one.id === id)
  return known ?? refuse('not-found', 'Heed remembers no such shape: it was forgotten, or something newer was said of it.')
}

function shapeRows(trx: Trx) {
  return trx
    .selectFrom('document_shape as s')
    .innerJoin('import as i', (join) => join.onRef('i.council_id', '=', 's.council_id').onRef('i.id', '=', 's.import_id'))
    .innerJoin('document as d', (join) => join.onRef('d.council_id', '=', 'i.council_id').onRef('d.id', '=', 'i.document_id'))
    .leftJoin('account as a', 'a.id', 's.remembered_by')
    .select(['s.id', 's.import_id', 's.kind', 's.shape', 's.said', 's.remembered_at', 'd.name as document', 'a.name as remembered_by'])
}

type ShapeRow = Awaited<ReturnType<ReturnType<typeof shapeRows>['execute']>>[number]

function knownShape(row: ShapeRow): KnownShape {
  const said = { kind: row.kind, shape: row.shape, said: row.said } as ShapeSaid
  return {
    ...said,
    id: row.id,
    importId: row.import_id,
    document: row.document,
    rememberedAt: row.remembered_at,
    rememberedBy: row.remembered_by,
  }
}
