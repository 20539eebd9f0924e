import { doesNotMatch, match } from 'node:assert/strict'
import { after, test } from 'node:test'
import { anItem, putAgenda } from '../../support/fictional-agenda.ts'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import { recordPaper } from './record-paper.ts'

const heed = await testApp({ after })
const { officer } = heed.officers
const { committeeId, reviewId, rounds } = await heed.inCouncil((trx) => putYoungCarers(trx, officer))
const open = rounds[2]!

const packOf = () =>
  heed.inCouncil(async (trx) => {
    const { number } = await recordPaper(trx, officer, open.slug, { layout: 'progress-table', pack: true })
    const { content } = await trx.selectFrom('paper').select('content').where('number', '=', number).executeTakeFirstOrThrow()
    return JSON.stringify(content)
  })

test('a round’s pack has standing items while its meeting has no agenda, and then the agenda of the meeting', async () => {
  match(await packOf(), /Declarations of interest/)
  await heed.inCouncil((trx) =>
    putAgenda(trx, officer, committeeId, '2026-12-09', [
      anItem('Minutes', { kind: 'minutes', appended: true }),
      anItem('Young carers: what was done', { kind: 'round', roundId: open.id, reviewId, appended: true }),
      anItem('Bids from Larch and Co.', { exemptParagraphs: [3], publicInterest: 'Bids are being weighed.' }),
    ]),
  )
  const pack = await packOf()
  match(pack, /Young carers: what was done/)
  match(pack, /Exempt item.*virtue of paragraph 3/)
  doesNotMatch(pack, /Larch|Declarations of interest|Bids are being weighed/)
})
