import type { Trx } from '../platform/database/database.ts'

export interface Council {
  name: string
  colour: string
  contact: string
  version: number
}

/** The acting council as it stands. */
export async function actingCouncil(trx: Trx): Promise<Council> {
  const row = await trx.selectFrom('council_now').select(['name', 'colour', 'contact', 'version']).executeTakeFirstOrThrow()
  return { name: row.name ?? '', colour: row.colour ?? '', contact: row.contact ?? '', version: row.version ?? 0 }
}
