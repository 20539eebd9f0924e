import { sql } from 'kysely'
import { absencesFrom, listContacts } from '../contacts/contact.queries.ts'
import { reachedFor } from '../contacts/whom-to-write-to.ts'
import { actingCouncil } from '../council/council.queries.ts'
import type { MessageState } from '../messages/message.ts'
import { postSettings } from '../messages/post-settings.queries.ts'
import { dayOfGoing } from '../messages/quiet-hours.ts'
import { today, type CalendarDate } from '../platform/core/calendar-date.ts'
import { londonMoment } from '../platform/core/london-time.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { findReview } from '../reviews/review-record.queries.ts'
import type { ReviewRecord } from '../reviews/review.ts'
import { NOBODY, type NoticeContact } from './notice-contact.ts'
import type { NoticeServed } from './response-clock.ts'
import { responseRule } from './response-rule.queries.ts'
import { planResponse, purposesOf, type Receiver, type ResponsePlan } from './response-steps.ts'
import { noticeOf } from './response.queries.ts'

/** A message about a notice, as its page logs it. */
export interface ResponseMessage {
  id: string
  purpose: string
  step: string
  toName: string
  toAddress: string
  at: Date
  state: MessageState
  words: string | null
}

/** A step that was put off or skipped. */
export interface ResponseWithholding {
  id: string
  purpose: string
  why: string
  until: CalendarDate | null
  on: CalendarDate
  by: string | null
}

/** Where the writing about a notice stands. */
export interface ResponseChasing {
  council: string
  contact: string
  review: ReviewRecord
  notice: NoticeServed
  today: CalendarDate
  /** What is queued now goes out today still. */
  goesToday: boolean
  named: NoticeContact & { version: number }
  to: Receiver
  plan: ResponsePlan
  /** The first first. */
  messages: ResponseMessage[]
  withheld: ResponseWithholding[]
}

/** Works out what is due of the notice of a review at a moment. Refuses (not-found) a review that is none, and one without a notice. */
export async function loadResponseChasing(trx: Trx, slug: string, now: Date): Promise<ResponseChasing> {
  const review = (await findReview(trx, slug)) ?? refuse('not-found', 'There is no such review.')
  const notice = (await noticeOf(trx, review.id)) ?? refuse('not-found', 'No notice of this report stands. Serve it first.')
  const hours = await postSettings(trx)
  const day = today(now)
  const { name, contact } = await actingCouncil(trx)
  const named = await namedContact(trx, notice.id)
  const to = await receiverOf(trx, review, named, day)
  const messages = await messagesOf(trx, notice.id)
  const withheld = await withholdingsOf(trx, notice.id)
  const plan = planResponse({
    noticeId: notice.id,
    servedOn: notice.servedOn,
    dueOn: notice.dueOn,
    unanswered: review.recommendations.filter(({ response }) => !response?.answer).length,
    today: day,
    to: 'words' in to ? null : to.address,
    steps: (await responseRule(trx)).steps,
    sent: messages.map(({ purpose, at, state }) => ({ purpose, on: dayOfGoing(at, hours), withheld: state === 'withheld' })),
    withheld,
    openDay: (each) => dayOfGoing(londonMoment(each, hours.from), hours),
  })
  const goesToday = dayOfGoing(now, hours) === day
  return { council: name, contact, review, notice, today: day, goesToday, named, to, plan, messages, withheld }
}

/** The reviews of which a notice stands that has no answer to something: where somebody could be reminded. */
export async function reviewsToRemind(trx: Trx): Promise<string[]> {
  const { rows } = await sql<{ slug: string }>`
    select v.slug from notice n join review_now v on (v.council_id, v.review_id) = (n.council_id, n.review_id)
    where not exists (select from notice_withdrawal w where (w.council_id, w.notice_id) = (n.council_id, n.id))
      and exists (select from notice_contact_now k where (k.council_id, k.notice_id) = (n.council_id, n.id) and (k.contact_id is not null or k.address <> ''))
      and exists (select from recommendation r left join response_now a on (a.council_id, a.recommendation_id) = (r.council_id, r.id)
        where (r.council_id, r.review_id) = (n.council_id, n.review_id) and r.parent_id is null and a.answer is null)
    order by n.due_on, v.slug`.execute(trx)
  return rows.map(({ slug }) => slug)
}

async function namedContact(trx: Trx, noticeId: string): Promise<NoticeContact & { version: number }> {
  const row = await trx
    .selectFrom('notice_contact_now')
    .select(['version', 'contact_id', 'name', 'address'])
    .where('notice_id', '=', noticeId)
    .executeTakeFirst()
  return row ? { version: row.version, contactId: row.contact_id, name: row.name, address: row.address } : { version: 0, ...NOBODY }
}

/** Whom to write to, cover for an absence followed. */
async function receiverOf(trx: Trx, review: ReviewRecord, named: NoticeContact, day: CalendarDate): Promise<Receiver> {
  const href = `/reviews/${review.slug}/response/contact`
  if (await isBeforeAnExemptItem(trx, review.id))
    return {
      words:
        'This review is before a committee in an exempt item, so nothing of it goes as a message. Take the paper, and send it by secure means.',
      href: `/reviews/${review.slug}/response`,
    }
  if (named.contactId === null)
    return named.address === ''
      ? { words: 'Nobody is named to write to. Say who must respond.', href }
      : { contactId: null, name: named.name, address: named.address, note: '' }
  const contacts = await listContacts(trx)
  const meant = contacts.find(({ id }) => id === named.contactId)
  const reached = meant && reachedFor(meant, new Map(contacts.map((each) => [each.id, each])), await absencesFrom(trx, day), day)
  if (!meant || !reached) return { words: `${meant?.name ?? 'Whoever was named'} has left. Say who must respond now.`, href }
  const { contact, coversFor, away } = reached
  if (contact.email === '')
    return { words: `${contact.name} has no e-mail address. Enter one.`, href: `/contacts/${contact.slug}/correcting` }
  const note = coversFor ? `Covers for ${coversFor.name}.` : away ? 'Away, and nobody covers: the message will wait for them.' : ''
  return { contactId: contact.id, name: contact.name, address: contact.email, note }
}

/** Whether an exempt item of any agenda is about the review; of one that was dropped since, too: what was exempt stays so. */
export async function isBeforeAnExemptItem(trx: Trx, reviewId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from agenda_item_version i where i.exempt_paragraphs <> '{}' and (i.review_id = ${reviewId}
      or (i.review_id is null and exists (select from round_review r where (r.council_id, r.round_id) = (i.council_id, i.round_id)
        and r.review_id = ${reviewId})))) as found`.execute(trx)
  return rows[0]!.found
}

async function messagesOf(trx: Trx, noticeId: string): Promise<ResponseMessage[]> {
  const { rows } = await sql<ResponseMessage>`
    select m.id, m.purpose, m.step, m.to_name as "toName", m.to_address as "toAddress", n.state, n.words,
      coalesce(n.ended_at, greatest(m.queued_at, m.not_before)) as at
    from message m join message_now n on (n.council_id, n.id) = (m.council_id, m.id)
    where starts_with(m.purpose, ${purposesOf(noticeId)}) order by m.queued_at, m.id`.execute(trx)
  return rows
}

async function withholdingsOf(trx: Trx, noticeId: string): Promise<ResponseWithholding[]> {
  const rows = await trx
    .selectFrom('notice_step_withholding as w')
    .leftJoin('notice_step_withholding_end as e', (join) =>
      join.onRef('e.council_id', '=', 'w.council_id').onRef('e.notice_step_withholding_id', '=', 'w.id'),
    )
    .leftJoin('account as a', 'a.id', 'w.withheld_by')
    .select(['w.id', 'w.purpose', 'w.why', 'w.until_day', 'w.withheld_at', 'a.name as by'])
    .where('w.notice_id', '=', noticeId)
    .where('e.ended_at', 'is', null)
    .orderBy('w.withheld_at', 'desc')
    .execute()
  return rows.map(({ id, purpose, why, until_day, withheld_at, by }) => ({
    id,
    purpose,
    why,
    until: until_day,
    on: today(withheld_at),
    by,
  }))
}
