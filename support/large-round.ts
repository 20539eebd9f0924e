import { randomBytes, randomUUID } from 'node:crypto'
import { meetingOn } from '../src/meetings/insert-meeting.ts'
import type { Officer } from '../src/people/officer.ts'
import { hashOfSecret, makeSecret } from '../src/people/session.ts'
import type { Trx } from '../src/platform/database/database.ts'
import { insertRows } from '../src/platform/database/insert-rows.ts'
import { recordEvent } from '../src/history/record-event.ts'
import { insertRecommendations } from '../src/recommendations/insert-recommendation.ts'
import { stateOwnerships } from '../src/recommendations/ownership.ts'
import { addPromises } from '../src/recommendations/promise.ts'
import { insertReview } from '../src/reviews/insert-review.ts'
import { insertRound, insertRoundItems, insertRoundReview, insertUpdates } from '../src/rounds/insert-round.ts'
import { putCommittee, putScale } from './fictional-review.ts'

export interface LargeRound {
  roundId: string
  slug: string
  /** In the order of the round. */
  itemIds: string[]
  askingIds: string[]
  /** For `asking_link_id`, by the asking's place. */
  linkIds: string[]
}

export interface LargeRoundWanted {
  lines: number
  people: number
  /** How many of the lines were answered, by those asked; of these, how many an officer accepted. */
  answered: number
  accepted: number
  dueOn: string
}

const DIRECTORATES = ['Adult Social Care', 'Children’s Services', 'Place', 'Resources', 'Public Health', '']

/** A round of many lines over four reviews, with one round before it: everybody asked, most links opened, some lines answered and some of those accepted. */
export async function putLargeRound(trx: Trx, officer: Officer, wanted: LargeRoundWanted): Promise<LargeRound> {
  const recommendations = await putReviews(trx, officer, wanted)
  const before = await putRound(trx, officer, recommendations, { name: 'Spring 2026', presentedOn: '2026-04-22', dueOn: null })
  await answer(trx, officer, before.itemIds, 'In April')
  const round = await putRound(trx, officer, recommendations, { name: 'Autumn 2026', presentedOn: '2026-12-09', dueOn: wanted.dueOn })
  const asked = await askEverybody(trx, officer, round, wanted.people)
  await answer(trx, officer, round.itemIds.slice(0, wanted.answered), 'In October')
  const accepted = round.itemIds
    .slice(0, wanted.accepted)
    .map((item_id) => ({ council_id: officer.councilId, item_id, version: 1, accepted_by: officer.accountId }))
  await insertRows(accepted, (some) => trx.insertInto('acceptance').values(some).execute())
  await recordEvent(trx, officer, 'round.opened', `/rounds/${round.slug}`, { lines: wanted.lines })
  return { ...round, ...asked }
}

const PASSED = { words: 'September 2026', iso: '2026-09-30' }
const TO_COME = { words: 'March 2027', iso: '2027-03-31' }
const REVIEWS = ['Hospital discharge', 'Housing repairs', 'Young carers', 'Clean air']

async function putReviews(trx: Trx, officer: Officer, { lines, people }: LargeRoundWanted) {
  const committeeId = await putCommittee(trx, officer, 'overview', 'Overview and Scrutiny Committee')
  const scaleId = await putScale(trx, officer)
  const each = Math.ceil(lines / REVIEWS.length)
  const made: { reviewId: string; committeeId: string; recommendationId: string }[] = []
  for (const [nth, title] of REVIEWS.entries()) {
    const { id: reviewId } = await insertReview(trx, officer, { title, committeeId, scaleId, layout: 'progress-table' })
    const own = Array.from({ length: Math.min(each, lines - nth * each) }, (_, at) => ({
      id: randomUUID(),
      wording: {
        ref: String(at + 1),
        text: `That the Council and its partners do the ${at + 1}th thing that the review of ${title.toLowerCase()} asked for, by the date agreed, and tell the Committee what difference it has made to residents.`,
      },
    }))
    await insertRecommendations(trx, officer, reviewId, own)
    const owned = own.map(({ id }, at) => ({
      owned: { recommendationId: id },
      names: [`Head of Service ${((nth * each + at) % people) + 1}`],
    }))
    await stateOwnerships(trx, officer, owned)
    const promises = own.map(({ id }, at) => ({ owned: { recommendationId: id }, promise: at % 5 === 0 ? PASSED : TO_COME }))
    await addPromises(trx, officer, promises)
    made.push(...own.map(({ id }) => ({ reviewId, committeeId, recommendationId: id })))
  }
  return made
}

async function putRound(
  trx: Trx,
  officer: Officer,
  recommendations: Awaited<ReturnType<typeof putReviews>>,
  { name, presentedOn, dueOn }: { name: string; presentedOn: string; dueOn: string | null },
): Promise<{ roundId: string; slug: string; itemIds: string[] }> {
  const meetingId = await meetingOn(trx, officer, recommendations[0]!.committeeId, presentedOn)
  const { id: roundId, slug } = await insertRound(trx, officer, { name, meetingId, presentedOn, dueOn })
  for (const reviewId of new Set(recommendations.map((one) => one.reviewId))) await insertRoundReview(trx, officer, roundId, reviewId, name)
  const items = recommendations.map(({ recommendationId }, index) => ({
    id: randomUUID(),
    roundId,
    position: index + 1,
    recommendationId,
    statement: 1,
  }))
  await insertRoundItems(trx, officer, items)
  return { roundId, slug, itemIds: items.map(({ id }) => id) }
}

async function answer(trx: Trx, officer: Officer, itemIds: readonly string[], when: string): Promise<void> {
  const updates = itemIds.map((itemId, index) => ({
    itemId,
    version: 1,
    said: {
      evidence: `${when} the service met ${index + 3} partners and agreed what each of them does next.\n- Training was given to ${index * 2 + 10} staff.\n- A leaflet went to every surgery and library in the borough.`,
      gradeCode: index % 3 === 0 ? '1' : '2',
      meaning: index % 3 === 0 ? ('achieved' as const) : ('on_track' as const),
      impact: `${index + 12} more residents were seen within a week.`,
    },
  }))
  await insertUpdates(trx, { ...officer, accountId: null }, updates, 'owner')
}

/** Of those asked two in three have opened their link. */
async function askEverybody(trx: Trx, officer: Officer, { roundId, itemIds }: { roundId: string; itemIds: string[] }, people: number) {
  const { councilId } = officer
  const all = Array.from({ length: people }, (_, at) => ({ at, contactId: randomUUID(), askingId: randomUUID(), linkId: randomUUID() }))
  await trx
    .insertInto('contact')
    .values(all.map(({ at, contactId }) => ({ council_id: councilId, id: contactId, slug: `contact-${at + 1}` })))
    .execute()
  const versions = all.map(({ at, contactId }) => ({
    council_id: councilId,
    contact_id: contactId,
    version: 1,
    name: `Contact Number ${at + 1}`,
    directorate: DIRECTORATES[at % DIRECTORATES.length]!,
    email: `contact-${at + 1}@wexcombe.example`,
  }))
  await trx.insertInto('contact_version').values(versions).execute()
  const askings = all.map(({ askingId, contactId }) => ({ council_id: councilId, id: askingId, round_id: roundId, contact_id: contactId }))
  await trx.insertInto('asking').values(askings).execute()
  const items = itemIds.map((item_id, at) => ({ council_id: councilId, asking_id: all[at % people]!.askingId, item_id }))
  await insertRows(items, (some) => trx.insertInto('asking_item').values(some).execute())
  const links = all.map(({ at, askingId, linkId }) => ({
    council_id: councilId,
    id: linkId,
    asking_id: askingId,
    hash: hashOfSecret(makeSecret()),
    sealed: randomBytes(16),
    for_name: `Contact Number ${at + 1}`,
    for_address: `contact-${at + 1}@wexcombe.example`,
    expires_at: new Date('2030-01-01T00:00:00Z'),
  }))
  await trx.insertInto('asking_link').values(links).execute()
  const opened = all
    .filter(({ at }) => at % 3 !== 2)
    .map(({ linkId }) => ({ council_id: councilId, asking_link_id: linkId, opened_on: '2026-11-02' }))
  await trx.insertInto('asking_link_opening').values(opened).execute()
  return { askingIds: all.map(({ askingId }) => askingId), linkIds: all.map(({ linkId }) => linkId) }
}
