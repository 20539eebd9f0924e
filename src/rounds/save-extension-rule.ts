import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import type { ExtensionRule } from './extension.ts'
import { extensionRule } from './extension.queries.ts'

const CHANGED = 'Somebody else changed this while you did. Look at what it says now, then save again.'

/**
 * Says who grants later dates in this council.
 * Refuses (conflict) where somebody else said so after `basedOn`. Records `extension-rule.saved`.
 */
export async function saveExtensionRule(trx: Trx, officer: Officer, basedOn: number, said: Omit<ExtensionRule, 'version'>): Promise<void> {
  const now = await extensionRule(trx)
  refuseIf(now.version !== basedOn, 'conflict', CHANGED)
  const rule = {
    council_id: officer.councilId,
    version: basedOn + 1,
    granted_by: said.grantedBy,
    who: said.who,
    saved_by: officer.accountId,
  }
  await refuseOnConflict(trx.insertInto('extension_rule').values(rule).execute(), CHANGED)
  await recordEvent(trx, officer, 'extension-rule.saved', '/settings/extensions', { granted: said.grantedBy, who: said.who })
}
