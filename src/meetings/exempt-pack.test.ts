import { deepEqual, equal } from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { wordsOfWord } from '../../support/accessible-word.ts'
import { anItem, putAgenda } from '../../support/fictional-agenda.ts'
import { putCommittee, putScale } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import { canonicalJson } from '../platform/core/canonical-json.ts'
import type { Trx } from '../platform/database/database.ts'
import { writeDocx } from '../platform/documents/write-docx.ts'
import { writeHtml } from '../platform/documents/write-html.ts'
import { insertRecommendation } from '../recommendations/insert-recommendation.ts'
import { insertReview } from '../reviews/insert-review.ts'
import { freezeContent } from '../rounds/freeze-round.ts'
import { insertRound, insertRoundItem, insertRoundReview, insertUpdate } from '../rounds/insert-round.ts'
import { recordPaper } from '../papers/record-paper.ts'
import { findMeeting } from './meeting.queries.ts'
import { meetingPack } from './meeting-pack.queries.ts'
import { listPublications, publicationAt } from './publication.queries.ts'
import { publishPack, sealOf } from './publish-pack.ts'
import type { ItemSaid } from './agenda.ts'
import { dropItem } from './save-agenda.ts'

const heed = await testApp({ after })
const { officer } = heed.officers
const NOW = new Date('2026-11-02T09:00:00Z')
/** Stands in every word of an exempt item, and nowhere else. */
const MARK = 'Quagga'
const undone = new Error('undone')

/** What is on the agenda about one of the two reviews of the round, or about neither. */
interface Planted {
  about: 'first' | 'second' | 'round' | 'review-first' | 'review-second' | 'nothing'
  exempt: boolean
  dropped: boolean
}

const planted: fc.Arbitrary<Planted> = fc.record({
  about: fc.constantFrom('first', 'second', 'round', 'review-first', 'review-second', 'nothing'),
  exempt: fc.boolean(),
  dropped: fc.boolean(),
})

/** The reviews that an exempt item is about hold the mark in every word; so does the covering report where the whole round is exempt. */
const marksOf = (items: readonly Planted[]) => {
  const of = (which: 'first' | 'second') =>
    items.some(({ about, exempt }) => exempt && (about === which || about === 'round' || about === `review-${which}`)) ? `${MARK} ` : ''
  return { first: of('first'), second: of('second') }
}

async function putMarked(trx: Trx, items: readonly Planted[]) {
  const marks = marksOf(items)
  const committeeId = await putCommittee(trx, officer, 'place', 'Place Panel')
  const scaleId = await putScale(trx, officer)
  const reviewOf = async (title: string, mark: string) => {
    const { id } = await insertReview(trx, officer, { title: `${mark}${title}`, committeeId, scaleId, layout: 'progress-table' })
    const recommendation = await insertRecommendation(trx, officer, id, { ref: '1', text: `${mark}That it is done.` })
    return { id, recommendation: recommendation.id, mark }
  }
  const reviews = { first: await reviewOf('Parks', marks.first), second: await reviewOf('Lamps', marks.second) }
  const held = await putAgenda(trx, officer, committeeId, '2026-12-09', [])
  const round = await insertRound(trx, officer, { name: 'Autumn', meetingId: held.id, presentedOn: '2026-12-09', dueOn: null })
  for (const [at, { id, recommendation, mark }] of Object.values(reviews).entries()) {
    await insertRoundReview(trx, officer, round.id, id, 'Autumn')
    const item = await insertRoundItem(trx, officer, round.id, at + 1, { recommendationId: recommendation, actionId: null, statement: 1 })
    await insertUpdate(trx, officer, item, 1, { evidence: `${mark}It was done in May.`, gradeCode: '1', meaning: 'achieved' }, 'officer')
  }
  await freezeContent(trx, officer, round.slug)
  const covering = {
    points: [`${marks.first}${marks.second}Look at this.`],
    eachFinding: true,
    purpose: `${marks.first}${marks.second}To look.`,
  }
  await recordPaper(trx, officer, round.slug, { layout: 'own', covering })
  const about = (of: Planted['about']): Partial<ItemSaid> => {
    if (of === 'first' || of === 'second') return { kind: 'round', roundId: round.id, reviewId: reviews[of].id }
    if (of === 'round') return { kind: 'round', roundId: round.id }
    if (of === 'nothing') return {}
    return { reviewId: reviews[of === 'review-first' ? 'first' : 'second'].id }
  }
  const said = items.map(({ about: of, exempt }, at) =>
    exempt
      ? anItem(`${MARK} title ${at}`, {
          ...about(of),
          text: `${MARK} text`,
          exemptParagraphs: [1, 3],
          publicInterest: `${MARK} reason`,
          appended: true,
        })
      : anItem(`Public title ${at}`, { ...about(of), text: 'Public text', appended: true }),
  )
  return putAgenda(trx, officer, committeeId, '2026-12-09', said)
}

test('whatever is exempt, no word of it is in the public part, in any format, and every word is in the exempt part', async () => {
  const property = fc.asyncProperty(fc.array(planted, { minLength: 1, maxLength: 5 }), async (items) => {
    const work = heed.inCouncil(async (trx) => {
      const { slug, agenda } = await putMarked(trx, items)
      const meeting = await findMeeting(trx, slug)
      const first = await meetingPack(trx, meeting, 'Wexcombe Borough Council')
      await publishPack(trx, officer, meeting, 'Wexcombe Borough Council', { lateReason: '', seen: sealOf(first) }, NOW)
      // Withdrawn afterwards, an exempt item is told of in a supplement: by its number alone.
      for (const [at, { dropped }] of items.entries()) if (dropped) await dropItem(trx, officer, meeting, agenda[at]!, true)
      const second = await meetingPack(trx, meeting, 'Wexcombe Borough Council')
      if (second.items.length > 0)
        await publishPack(trx, officer, meeting, 'Wexcombe Borough Council', { lateReason: '', seen: sealOf(second) }, NOW)
      const publications = await listPublications(trx, meeting.id)
      for (const { slug: one, exempt } of publications) {
        const { document, content } = await publicationAt(trx, meeting.id, one)
        if (exempt) continue
        equal(content.includes(MARK), false, content.slice(Math.max(0, content.indexOf(MARK) - 200), content.indexOf(MARK) + 50))
        equal(writeHtml(document).includes(MARK), false)
        equal(wordsOfWord(await writeDocx(document)).includes(MARK), false)
      }
      const exempt = items.flatMap((item, at) => (item.exempt ? [`${MARK} title ${at}`] : []))
      deepEqual(
        exempt.filter((title) => !canonicalJson(first.exempt).includes(title)),
        [],
      )
      equal(first.exempt === null, exempt.length === 0)
      const open = items.flatMap((item, at) => (item.exempt ? [] : [`Public title ${at}`]))
      deepEqual(
        open.filter((title) => !canonicalJson(first.public).includes(title)),
        [],
      )
      const told = await trx.selectFrom('event').select('detail').where('kind', 'like', 'agenda%').execute()
      equal(JSON.stringify(told).includes(MARK), false)
      throw undone
    })
    await work.catch((error: unknown) => {
      if (error !== undone) throw error
    })
  })
  await fc.assert(property, { numRuns: 40 })
})
