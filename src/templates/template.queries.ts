import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { TemplateFault } from '../platform/documents/template-words.ts'
import { paperMatter, type KeptMatter } from '../papers/record-paper.ts'
import { roundsForPapers } from '../papers/paper.queries.ts'
import type { Template, TemplateDefault, TemplateVersion } from './template.ts'

/** Every template of the acting council by name, those withdrawn last. */
export async function listTemplates(trx: Trx): Promise<Template[]> {
  const rows = await trx.selectFrom('template_now').selectAll().orderBy('withdrawn').orderBy('name').execute()
  return rows.map((row) => ({
    id: row.template_id,
    slug: row.slug,
    version: row.version,
    name: row.name,
    fileName: row.file_name,
    size: row.size ?? 0,
    warnings: row.warnings as TemplateFault[],
    savedAt: row.saved_at,
    withdrawn: row.withdrawn,
  }))
}

/** Refuses (not-found) an address that no template has. */
export async function templateAt(trx: Trx, slug: string): Promise<Template> {
  const template = (await listTemplates(trx)).find((each) => each.slug === slug)
  return template ?? refuse('not-found', 'Your council has no such template.')
}

/** Its versions, the newest first. */
export async function versionsOfTemplate(trx: Trx, templateId: string): Promise<TemplateVersion[]> {
  return trx
    .selectFrom('template_version as v')
    .leftJoin('account as a', 'a.id', 'v.saved_by')
    .select(['v.version', 'v.name', 'v.file_name as fileName', 'v.saved_at as savedAt', 'a.name as savedBy'])
    .where('v.template_id', '=', templateId)
    .orderBy('v.version', 'desc')
    .execute()
}

/** The file of one version as it was uploaded. Refuses (not-found) where there is none. */
export async function fileOfTemplate(trx: Trx, slug: string, version: string): Promise<{ name: string; fileName: string; bytes: Buffer }> {
  const row = await trx
    .selectFrom('template_version as v')
    .innerJoin('template as t', (join) => join.onRef('t.council_id', '=', 'v.council_id').onRef('t.id', '=', 'v.template_id'))
    .select(['v.name', 'v.file_name as fileName', 'v.bytes'])
    .where('t.slug', '=', slug)
    .where('v.version', '=', /^\d{1,6}$/.test(version) ? Number(version) : 0)
    .executeTakeFirst()
  return row ?? refuse('not-found', 'There is no such version of a template.')
}

/** Which templates are offered first, as last chosen. */
export async function listDefaults(trx: Trx): Promise<TemplateDefault[]> {
  const rows = await trx.selectFrom('template_default_now').selectAll().execute()
  return rows.map(({ of, key, version, template_id: templateId }) => ({ of: of, key, version, templateId }))
}

/** The matter of the council's latest round, as a paper of it would keep it; null where there is no round yet. */
export async function latestMatter(trx: Trx): Promise<KeptMatter | null> {
  const [latest] = await roundsForPapers(trx)
  if (!latest) return null
  const { round, reading, findings } = await paperMatter(trx, latest.slug ?? '')
  const title = `Progress on agreed recommendations`
  return { title, round: round.name, draft: round.state !== 'frozen', councilContact: round.contact, reading, findings }
}
