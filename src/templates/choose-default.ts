import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Template, TemplateDefault } from './template.ts'
import { listDefaults } from './template.queries.ts'

/** What is chosen for one committee or layout: a template, or none. */
export interface DefaultChosen extends Pick<TemplateDefault, 'of' | 'key'> {
  template: Template | null
  /** The committee or layout in words, for the history. */
  words: string
}

/** Says which templates are offered first; what is as it was is not written again. Records `template.chosen` for each that changed. */
export async function chooseDefaults(trx: Trx, officer: Officer, chosen: readonly DefaultChosen[]): Promise<number> {
  const standing = await listDefaults(trx)
  let changed = 0
  for (const { of, key, template, words } of chosen) {
    const now = standing.find((one) => one.of === of && one.key === key)
    if ((now?.templateId ?? null) === (template?.id ?? null)) continue
    const write = trx
      .insertInto('template_default')
      .values({
        council_id: officer.councilId,
        of,
        key,
        version: (now?.version ?? 0) + 1,
        template_id: template?.id ?? null,
        saved_by: officer.accountId,
      })
      .execute()
    await refuseOnConflict(write, 'Someone else has just chosen otherwise. Open the page again to see what.')
    await recordEvent(trx, officer, 'template.chosen', '/settings/templates/defaults', { [of]: words, template: template?.name ?? null })
    changed += 1
  }
  return changed
}
