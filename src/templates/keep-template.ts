import { createHash } from 'node:crypto'
import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import { freeSlug, slugOf } from '../platform/core/slug.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import { RESERVED, type Template, type TemplateSaid } from './template.ts'
import { listTemplates } from './template.queries.ts'

const OVERTAKEN = 'Someone else has replaced this template since you opened the page. Look at theirs first, then upload yours again.'

/** Takes a template that was checked. Refuses (conflict) a name that another has. Records `template.added`. */
export async function addTemplate(trx: Trx, officer: Officer, said: TemplateSaid): Promise<{ slug: string }> {
  await refuseSameName(trx, said.name, null)
  const taken = await trx.selectFrom('template').select('slug').execute()
  const slug = freeSlug(slugOf(said.name, 'template'), new Set([...RESERVED, ...taken.map((row) => row.slug)]))
  const write = trx
    .insertInto('template')
    .values({ council_id: officer.councilId, slug, added_by: officer.accountId })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id } = await refuseOnConflict(write, 'Someone else has just added a template of this name.')
  await insertVersion(trx, officer, id, 1, said)
  await recordEvent(trx, officer, 'template.added', `/settings/templates/${slug}`, detailOf(said))
  return { slug }
}

/**
 * Puts another version in the place of a template; the earlier ones stay on the record, and papers can still be had in them by their address.
 * Refuses (conflict) where someone replaced it since `version` was read, or where it was withdrawn. Records `template.replaced`.
 */
export async function replaceTemplate(trx: Trx, officer: Officer, template: Template, said: TemplateSaid, version: number): Promise<void> {
  refuseIf(template.withdrawn, 'conflict', `${template.name} was withdrawn. Add the template anew.`)
  await refuseSameName(trx, said.name, template.id)
  await insertVersion(trx, officer, template.id, version + 1, said)
  await recordEvent(trx, officer, 'template.replaced', `/settings/templates/${template.slug}`, { ...detailOf(said), version: version + 1 })
}

/** Offers a template no more. What it was, and the papers made with it, stay. Refuses (conflict) one that was withdrawn. Records `template.withdrawn`. */
export async function withdrawTemplate(trx: Trx, officer: Officer, template: Template): Promise<void> {
  const write = trx
    .insertInto('template_withdrawal')
    .values({ council_id: officer.councilId, template_id: template.id, withdrawn_by: officer.accountId })
    .execute()
  await refuseOnConflict(write, `${template.name} was withdrawn already.`)
  await recordEvent(trx, officer, 'template.withdrawn', `/settings/templates/${template.slug}`, { name: template.name })
}

async function refuseSameName(trx: Trx, name: string, except: string | null): Promise<void> {
  const same = (await listTemplates(trx)).some(
    (one) => !one.withdrawn && one.id !== except && one.name.toLowerCase() === name.toLowerCase(),
  )
  refuseIf(same, 'conflict', `Your council already has a template called ${name}. Open that one to replace it, or choose another name.`)
}

async function insertVersion(trx: Trx, officer: Officer, id: string, version: number, said: TemplateSaid): Promise<void> {
  const { name, fileName, bytes, warnings } = said
  const sha256 = createHash('sha256').update(bytes).digest()
  const row = {
    council_id: officer.councilId,
    template_id: id,
    version,
    name,
    file_name: fileName,
    bytes,
    sha256,
    saved_by: officer.accountId,
  }
  const write = trx
    .insertInto('template_version')
    .values({ ...row, warnings: JSON.stringify(warnings) })
    .execute()
  await refuseOnConflict(write, OVERTAKEN)
}

function detailOf({ name, fileName, bytes, warnings }: TemplateSaid) {
  return { name, file: fileName, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), warnings: warnings.length }
}
