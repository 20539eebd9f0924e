import { listCommittees } from '../council/committee.queries.ts'
import { actingCouncil } from '../council/council.queries.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import { inCouncil, type Db, type Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'
import { listPeople } from '../people/people.queries.ts'
import type { ImportPlan } from './import-plan.ts'

export interface Named {
  council?: string | undefined
  by?: string | undefined
  committee?: string | undefined
}

/**
 * For whom a command brings documents in: the council and the person that were named, or the only ones there are. Refuses (invalid), with the
 * list to choose from, where that is not plain. The history says that it was done by command.
 */
export async function officerOfCommand(db: Db, { council, by }: Named): Promise<Officer> {
  const councilId = await councilNamed(db, council)
  return inCouncil(db, councilId, async (trx) => {
    const people = (await listPeople(trx)).filter(({ role }) => role !== 'member')
    refuseIf(people.length === 0, 'invalid', 'Nobody signs in for this council. Invite an officer first, then name them: --by EMAIL')
    const named = by === undefined ? people : people.filter(({ email }) => email.toLowerCase() === by.trim().toLowerCase())
    if (named.length !== 1)
      refuse(
        'invalid',
        `Say who brings them in: --by EMAIL\n${listOf(people.map(({ email, name, role }) => `${email} (${name}, ${role})`))}`,
      )
    const { accountId, name, role } = named[0]!
    return { councilId, accountId, name: `${name} (by command)`, role }
  })
}

async function councilNamed(db: Db, said: string | undefined): Promise<string> {
  const councils: { id: string; slug: string; name: string }[] = []
  for (const { id, slug } of await db.selectFrom('council').select(['id', 'slug']).orderBy('slug').execute())
    councils.push({ id, slug, name: (await inCouncil(db, id, (trx) => actingCouncil(trx))).name })
  refuseIf(councils.length === 0, 'invalid', 'There is no council yet. Start Heed once (npm start), then bring its documents in.')
  const named = said === undefined ? councils : councils.filter(({ slug, name }) => [plain(slug), plain(name)].includes(plain(said)))
  if (named.length !== 1) refuse('invalid', `Say for which council: --council NAME\n${listOf(councils.map(({ name }) => name))}`)
  return named[0]!.id
}

/**
 * The committee that was named for the documents; null where none was. Refuses (invalid), with the list to choose from, one that the council does
 * not have; a council without any is given its first.
 */
export async function committeeNamed(trx: Trx, said: string | undefined): Promise<ImportPlan['committee'] | null> {
  if (said === undefined) return null
  const committees = (await listCommittees(trx)).filter(({ closed }) => !closed)
  if (committees.length === 0) return { name: said.trim() }
  const named = committees.find(({ name, slug }) => [plain(name), plain(slug)].includes(plain(said)))
  if (!named)
    refuse(
      'invalid',
      `Your council has no committee “${said}”. Add it under Settings, or name one of these:\n${listOf(committees.map(({ name }) => name))}`,
    )
  return { id: named.id }
}

const plain = (words: string) => words.trim().toLowerCase().replace(/\s+/g, ' ')
const listOf = (lines: readonly string[]) => lines.map((line) => `  ${line}`).join('\n')
