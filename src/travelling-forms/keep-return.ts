import { recordEvent } from '../history/record-event.ts'
import type { Trx } from '../platform/database/database.ts'
import { keepDocument, type DocumentSent } from '../imports/keep-document.ts'
import type { Writer } from '../people/officer.ts'

/** A document that came back, with the codes of the forms of the round that it answers. */
export interface DocumentCame extends DocumentSent {
  codes: string[]
}

/**
 * Keeps documents that came back for a round, whole and as they came, before anything of them is taken; `askingLinkId` says by which link, where whoever was
 * asked sends them. Records `return.kept`.
 */
export async function keepReturn(
  trx: Trx,
  writer: Writer,
  round: { id: string; slug: string },
  documents: readonly DocumentCame[],
  askingLinkId: string | null = null,
): Promise<string> {
  const { id } = await trx
    .insertInto('form_return')
    .values({ council_id: writer.councilId, round_id: round.id, kept_by: writer.accountId, asking_link_id: askingLinkId })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [index, { codes, ...sent }] of documents.entries()) {
    const document = await keepDocument(trx, writer, sent)
    await trx
      .insertInto('form_return_document')
      .values({ council_id: writer.councilId, form_return_id: id, position: index + 1, document_id: document.id, name: sent.name, codes })
      .execute()
  }
  await recordEvent(trx, writer, 'return.kept', `/rounds/${round.slug}/returns/${id}`, { documents: documents.map(({ name }) => name) })
  return id
}
