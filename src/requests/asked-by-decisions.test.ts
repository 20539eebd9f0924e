import { doesNotMatch, equal, match } from 'node:assert/strict'
import { after, test } from 'node:test'
import { anItem, putAgenda } from '../../support/fictional-agenda.ts'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { putDecision } from '../../support/fictional-room.ts'
import { testApp } from '../../support/test-app.ts'
import { findMeeting } from '../meetings/meeting.queries.ts'
import { dropItem } from '../meetings/save-agenda.ts'

const heed = await testApp({ after })
const { officer } = heed.officers
heed.clock.now = new Date('2027-01-14T09:00:00Z')
const SECRET = 'quillfeather'
const EXEMPT = { exemptParagraphs: [3], publicInterest: 'Bids are open.' }
const { committeeId, reviewId, rounds } = await heed.inCouncil((trx) => putYoungCarers(trx, officer))
const { id: recommendationId } = await heed.inCouncil((trx) =>
  trx.selectFrom('recommendation').select('id').where('review_id', '=', reviewId).where('slug', '=', '3').executeTakeFirstOrThrow(),
)
const visitor = await heed.visitor('officer')

/** A meeting at which the committee deferred under one of two items and asked for something; the exempt one was dropped since. */
async function putMeeting(heldOn: string, { under, about }: { under: 'public' | 'exempt'; about: string | null }): Promise<string> {
  return heed.inCouncil(async (trx) => {
    const meeting = await putAgenda(trx, officer, committeeId, heldOn, [
      anItem('Young carers', { kind: 'round', roundId: rounds[2]!.id, reviewId }),
      anItem(`Contract ${SECRET}`, { ...EXEMPT, reviewId: about }),
    ])
    const [open, exempt] = meeting.agenda
    const words = `The price of ${SECRET}, please`
    await putDecision(trx, officer, {
      meetingId: meeting.id,
      agendaItemId: (under === 'exempt' ? exempt : open)!.id,
      recommendationId,
      kind: 'defer',
      words,
    })
    await dropItem(trx, officer, await findMeeting(trx, meeting.slug), exempt!, true)
    return `/meetings/${meeting.slug}/requests`
  })
}

test('what was asked for under an exempt item that was dropped since is an exempt request', async () => {
  const address = await putMeeting('2027-01-12', { under: 'exempt', about: null })
  const form = await visitor.get(`${address}/suggested`)
  match(form.text, new RegExp(SECRET))
  const taken = await visitor.submit(form, { 'lines.0.take': 'yes' })
  match(taken.said ?? '', /One request was recorded/)
  const made = await heed.inCouncil((trx) => trx.selectFrom('request').select(['slug', 'agenda_item_id']).executeTakeFirstOrThrow())
  equal(made.slug, 'exempt-request')
  equal(made.agenda_item_id === null, false)
})

test('what was decided about a review that a dropped exempt item was about is offered as no request: none would be kept back', async () => {
  const address = await putMeeting('2027-01-13', { under: 'public', about: reviewId })
  const form = await visitor.get(`${address}/suggested`)
  match(form.text, /Nothing more is suggested/)
  doesNotMatch(form.text, new RegExp(SECRET))
})
