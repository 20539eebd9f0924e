import { randomUUID } from 'node:crypto'
import { slugOf } from '../platform/core/slug.ts'
import type { Db, Trx } from '../platform/database/database.ts'
import { inCouncil } from '../platform/database/database.ts'

export interface CouncilSaid {
  name: string
  colour: string
  contact: string
}

/** Founds a council's record and, in the same transaction, does the first work in it. Records no event: `work` does. */
export async function addCouncil<T>(db: Db, said: CouncilSaid, work: (trx: Trx, councilId: string) => Promise<T>): Promise<T> {
  const id = randomUUID()
  return inCouncil(db, id, async (trx) => {
    await trx
      .insertInto('council')
      .values({ id, slug: slugOf(said.name, 'council') })
      .execute()
    await trx
      .insertInto('council_version')
      .values({ council_id: id, version: 1, ...said })
      .execute()
    return work(trx, id)
  })
}
