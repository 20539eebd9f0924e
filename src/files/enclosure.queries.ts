import type { Trx } from '../platform/database/database.ts'
import type { Enclosure } from './enclosure.ts'

/** How files go into papers, by the hexadecimal form of their hash; those that nobody has checked yet are not among them. */
export async function enclosuresOf(trx: Trx, hashes: readonly Buffer[]): Promise<Map<string, Enclosure>> {
  if (hashes.length === 0) return new Map()
  const rows = await trx
    .selectFrom('enclosure_now')
    .selectAll()
    .where('sha256', 'in', [...hashes])
    .execute()
  return new Map(
    rows.map(({ sha256, version, title, taken, content, statement }) => [
      sha256.toString('hex'),
      { version, title, taken, content: content as Enclosure['content'], statement },
    ]),
  )
}
