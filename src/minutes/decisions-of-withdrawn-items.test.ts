import { deepEqual, equal } from 'node:assert/strict'
import { after, test } from 'node:test'
import { anItem, putAgenda } from '../../support/fictional-agenda.ts'
import { publish } from '../../support/fictional-briefing.ts'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { putDecision } from '../../support/fictional-room.ts'
import { testApp } from '../../support/test-app.ts'
import { committeeMade } from '../answering/committee-made.queries.ts'
import { decisionsAbout } from '../decisions/decision.queries.ts'
import { loadAgenda } from '../meetings/agenda.queries.ts'
import { findMeeting } from '../meetings/meeting.queries.ts'
import { dropItem } from '../meetings/save-agenda.ts'
import { askedByDecisions } from '../requests/asked-by-decisions.queries.ts'
import { insertRoundItem } from '../rounds/insert-round.ts'
import { decisionsTold } from './minute-matter.queries.ts'

const heed = await testApp({ after })
const { officer } = heed.officers
const NAMED = 'recommendation N of Support for young carers'
const undone = new Error('undone')

/** A decision taken under a public item about a review that an exempt item is about too, or one that was withdrawn, or none. */
async function decided(exempt: 'none' | 'stands' | 'withdrawn') {
  const found: { told: string; review: string | null; isPublic: boolean; toOwner: boolean; asked: string }[] = []
  await heed
    .inCouncil(async (trx) => {
      const { reviewId, committeeId, rounds } = await putYoungCarers(trx, officer)
      const { slug } = await putAgenda(trx, officer, committeeId, '2026-12-09', [
        anItem('Any other business'),
        ...(exempt === 'none' ? [] : [anItem('The contract', { reviewId, exemptParagraphs: [3], publicInterest: 'Bids are open.' })]),
      ])
      const meeting = await findMeeting(trx, slug)
      await publish(trx, officer, meeting)
      const agenda = await loadAgenda(trx, meeting.id)
      if (exempt === 'withdrawn') await dropItem(trx, officer, meeting, agenda[1]!, true)
      const recommendations = await trx.selectFrom('recommendation').select('id').where('review_id', '=', reviewId).limit(2).execute()
      const recommendationId = recommendations[0]!.id
      const itemId = await insertRoundItem(trx, officer, rounds[2]!.id, 99, { recommendationId, actionId: null, statement: 9 })
      const made = { meetingId: meeting.id, agendaItemId: agenda[0]!.id, recommendationId, itemId }
      await putDecision(trx, officer, { ...made, kind: 'defer', words: 'Come back in March.' })
      const [told] = await decisionsTold(trx, meeting.id)
      const [about] = await decisionsAbout(trx, [recommendationId])
      const titles = new Map(agenda.map(({ id, title }) => [id, title]))
      found.push({
        told: titles.get(told!.agendaItemId)!,
        review: told!.review,
        isPublic: about!.isPublic,
        asked: (await askedByDecisions(trx, meeting.id))[0]!.about.replace(/\d+\w*/, 'N'),
        toOwner: (await committeeMade(trx, [itemId])).size > 0,
      })
      throw undone
    })
    .catch((fault: unknown) => {
      if (fault !== undone) throw fault
    })
  equal(found.length, 1)
  return found[0]!
}

test('a decision under a public item on a review that an exempt item is about is told in the exempt minute, and to nobody outside', async () => {
  deepEqual(await decided('none'), { told: 'Any other business', review: null, isPublic: true, toOwner: true, asked: NAMED })
  deepEqual(await decided('stands'), { told: 'The contract', review: null, isPublic: false, toOwner: false, asked: NAMED })
})

test('where the exempt item was withdrawn, the decision is told where it was made and counts as exempt everywhere else', async () => {
  deepEqual(await decided('withdrawn'), {
    told: 'Any other business',
    review: null,
    isPublic: false,
    toOwner: false,
    asked: 'recommendation N',
  })
})
