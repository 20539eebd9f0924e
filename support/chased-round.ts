import { askPeople } from '../src/asking/ask-people.ts'
import { loadRoundAsking } from '../src/asking/asking-plan.queries.ts'
import { askingsOfRound } from '../src/asking/asking.queries.ts'
import { saveEscalation } from '../src/asking/save-escalation.ts'
import { listContacts } from '../src/contacts/contact.queries.ts'
import { loadWexcombe } from '../src/demonstration/load-wexcombe.ts'
import { today } from '../src/platform/core/calendar-date.ts'
import { findRound } from '../src/rounds/round-record.queries.ts'
import { sendBack } from '../src/rounds/send-back.ts'
import { saveUpdate } from '../src/rounds/save-update.ts'
import { askEveryPart } from './every-part.ts'
import type { TestApp } from './test-app.ts'

export const CHASED = 'winter-2027'

/** Wexcombe's winter round, due on 6 January 2027, with everybody asked on the Wednesday three weeks before; the directors and a cabinet member are known. */
export async function chasedRound(heed: TestApp): Promise<void> {
  heed.clock.now = new Date('2026-12-16T10:00:00Z')
  const { administrator, officer } = heed.officers
  await heed.inCouncil(async (trx) => {
    await loadWexcombe(trx, administrator)
    await askEveryPart(trx, officer, CHASED)
    const contacts = await listContacts(trx)
    const idOf = (name: string) => contacts.find((contact) => contact.name === name)!.id
    const cabinetMemberId = idOf('Winifred Lacey')
    for (const [service, director] of [
      ['Place', 'Tobias Fenn'],
      ['Children and Families', 'Marguerite Ashdown'],
    ] as const)
      await saveEscalation(trx, administrator, { service, version: 0, directorId: idOf(director), cabinetMemberId })
    // What came in before anybody was asked is sent back in part, so that more people have something to answer.
    const { lines } = await loadRoundAsking(trx, CHASED, today(heed.clock.now))
    for (const line of lines.filter(({ recommendation, part }) => recommendation.ref === '3' || part?.ref === 'b'))
      await sendBack(trx, officer, line.itemId, 1, 'Please say by when.')
    const { plan } = await loadRoundAsking(trx, CHASED, today(heed.clock.now))
    const contactIds = plan.people.map(({ contact }) => contact.id)
    await askPeople(trx, officer, heed.key, { slug: CHASED, contactIds, withForm: false, returnTo: '' }, heed.clock.now)
  })
}

/** Everything that is asked of a person is answered, as by their own link. */
export async function answersAll(heed: TestApp, name: string): Promise<void> {
  await heed.inCouncil(async (trx) => {
    const { id } = await findRound(trx, CHASED)
    const asking = (await askingsOfRound(trx, id)).find(({ contact }) => contact.name === name)!
    for (const { itemId } of asking.lines) {
      const { version } = await trx.selectFrom('item_standing').select('version').where('item_id', '=', itemId).executeTakeFirstOrThrow()
      await saveUpdate(trx, heed.officers.officer, itemId, version, { evidence: 'It was done in December.' }, 'owner')
    }
  })
}
