import { recordEvent } from '../history/record-event.ts'
import { canonicalJson } from '../platform/core/canonical-json.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'
import { findShape, listShapes } from './document-shape.queries.ts'
import type { ShapeSaid } from './document-shape.ts'

/**
 * Remembers how an import's document was read, for the council's next one of the same shape. What Heed remembers already, word for word,
 * is left as it is; what was said otherwise before is superseded. Records `document-shape.remembered` for each.
 */
export async function rememberShapes(trx: Trx, officer: Officer, importId: string, shapes: readonly ShapeSaid[]): Promise<void> {
  const known = new Map((await listShapes(trx)).map((one) => [shapeKey(one), canonicalJson(one.said)]))
  const said = new Map(shapes.map((one) => [shapeKey(one), one]))
  for (const [key, one] of said) {
    if (known.get(key) === canonicalJson(one.said)) continue
    const { id } = await trx
      .insertInto('document_shape')
      .values({
        council_id: officer.councilId,
        import_id: importId,
        kind: one.kind,
        shape: JSON.stringify(one.shape),
        said: JSON.stringify(one.said),
        remembered_by: officer.accountId,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await recordEvent(trx, officer, 'document-shape.remembered', `/settings/document-shapes/${id}`, { import: importId })
  }
}

function shapeKey({ kind, shape }: ShapeSaid): string {
  return canonicalJson([kind, shape])
}

/** Forgets a shape: the next document of it is read as if nothing had been said. Refuses (not-found) one that is not remembered. Records `document-shape.forgotten`. */
export async function forgetShape(trx: Trx, officer: Officer, id: string): Promise<void> {
  const { document } = await findShape(trx, id)
  const forgetting = { council_id: officer.councilId, document_shape_id: id, forgotten_by: officer.accountId }
  await refuseOnConflict(trx.insertInto('document_shape_forgetting').values(forgetting).execute(), 'This was forgotten already.')
  await recordEvent(trx, officer, 'document-shape.forgotten', `/settings/document-shapes/${id}`, { document })
}
