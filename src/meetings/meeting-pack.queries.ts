import { whoSits } from '../members/member.queries.ts'
import { seatWords, sitsAlways } from '../members/member.ts'
import { exemptPack, publicPack, type PackItem, type PackOfMeeting } from '../papers/pack-of-meeting.ts'
import { minutesOfMeeting, paperOfReview, paperOfRound, WITHHELD, type ItemPaper } from '../papers/papers-of-item.queries.ts'
import { canonicalJson, sha256Hex } from '../platform/core/canonical-json.ts'
import type { Trx } from '../platform/database/database.ts'
import type { PaperDocument } from '../platform/documents/paper-document.ts'
import { isExempt, withheldReviews, type AgendaItem, type Held } from './agenda.ts'
import { loadAgenda, reviewsOfRounds } from './agenda.queries.ts'
import { meetingBefore } from './meeting.queries.ts'
import type { MeetingRecord } from './meeting.ts'
import { paragraphsInWords, whyExempt } from './schedule-12a.ts'

/** A meeting's pack as it would be published now. */
export interface MeetingPack {
  agenda: AgendaItem[]
  /** Of a supplement; null while the agenda itself is not published. */
  supplement: number | null
  /** The items that it takes: all for the agenda, for a supplement what is new, changed, withdrawn, or has got its paper. */
  items: AgendaItem[]
  public: PaperDocument
  exempt: PaperDocument | null
  /** Items whose paper is not there, with why. */
  missing: { item: AgendaItem; why: string }[]
  /** What a publication of it would hold. */
  holds: Held
}

/** Makes the pack of a meeting from its agenda and the record as they stand; what was published before is left as it was. */
export async function meetingPack(trx: Trx, meeting: MeetingRecord, organisation: string): Promise<MeetingPack> {
  const agenda = await loadAgenda(trx, meeting.id)
  const withheld = withheldReviews(agenda, await reviewsOfRounds(trx, agenda))
  const papers = new Map<string, ItemPaper | null>()
  for (const item of agenda) papers.set(item.id, await paperOf(trx, { meeting, organisation, withheld, item }))
  const sectionsOf = (item: AgendaItem) => {
    const paper = papers.get(item.id)
    return paper && 'sections' in paper ? paper.sections : null
  }
  const holds: Held = {}
  for (const item of agenda) {
    const sections = sectionsOf(item)
    holds[item.id] = {
      version: item.version,
      number: item.number,
      letter: item.letter,
      papers: sections && sha256Hex(canonicalJson(sections)),
    }
  }
  const isPublished = agenda.some(({ held }) => held !== null)
  const items = isPublished ? agenda.filter((item) => isNews(item, holds)) : agenda
  const supplement = isPublished ? await nextSupplement(trx, meeting.id) : null
  const pack: PackOfMeeting = {
    ...(await headOf(trx, meeting, organisation)),
    supplement,
    items: items.map((item) => packItem(item, papers.get(item.id) ?? null)),
  }
  return {
    agenda,
    supplement,
    items,
    public: publicPack(pack),
    exempt: exemptPack(pack),
    missing: items.flatMap((item) => {
      const paper = papers.get(item.id)
      return paper && 'missing' in paper ? [{ item, why: paper.missing }] : []
    }),
    holds: Object.fromEntries(items.map(({ id }) => [id, holds[id]!])),
  }
}

/** Whether an item says more than was published of it. A paper that is there already is not sent again because the record went on. */
function isNews({ id, version, held }: AgendaItem, holds: Held): boolean {
  return held === null || held.version !== version || (held.papers === null && holds[id]?.papers !== null)
}

interface OfItem {
  meeting: MeetingRecord
  organisation: string
  /** Reviews whose papers the public may not see. */
  withheld: ReadonlySet<string>
  item: AgendaItem
}

/** The paper that goes with an item; null where it has no letter. */
async function paperOf(trx: Trx, { meeting, organisation, item, ...of }: OfItem): Promise<ItemPaper | null> {
  if (item.letter === null || item.dropped) return null
  const withheld = isExempt(item) ? new Set<string>() : of.withheld
  if (item.roundId) return paperOfRound(trx, { roundId: item.roundId, reviewId: item.reviewId, withheld })
  if (item.reviewId && withheld.has(item.reviewId)) return WITHHELD
  if (item.reviewId) return paperOfReview(trx, item.reviewId, { organisation, committee: meeting.committee.name })
  if (item.kind !== 'minutes')
    return { missing: 'Heed has no paper for it: send it with the pack, or name a round or a review in the item.' }
  const before = await meetingBefore(trx, meeting.committee.id, meeting.heldOn)
  return before ? minutesOfMeeting(trx, before.id, organisation) : { missing: 'No earlier meeting is on record.' }
}

function packItem(item: AgendaItem, paper: ItemPaper | null): PackItem {
  const { number, title, text, letter, lateReason, dropped, exemptParagraphs, publicInterest } = item
  const exempt = isExempt(item)
    ? { statute: whyExempt(exemptParagraphs), paragraphs: paragraphsInWords(exemptParagraphs), publicInterest }
    : null
  const sections = paper && 'sections' in paper ? paper.sections : null
  return { number, title, text, letter, exempt, late: lateReason, withdrawn: dropped, sections, withheld: paper === WITHHELD }
}

/** Who sits that day, else the membership that a document gives. */
async function headOf(
  trx: Trx,
  { committee, heldOn, papers }: MeetingRecord,
  organisation: string,
): Promise<Omit<PackOfMeeting, 'supplement' | 'items'>> {
  const seats = (await whoSits(trx, committee.id, heldOn)).filter(sitsAlways)
  return {
    organisation,
    body: papers.body ?? committee.name,
    date: heldOn,
    ...(papers.time && { time: papers.time }),
    ...(papers.venue && { venue: papers.venue }),
    membership: seats.length > 0 ? seats.map(seatWords) : (papers.membership ?? []),
  }
}

async function nextSupplement(trx: Trx, meetingId: string): Promise<number> {
  const { last } = await trx
    .selectFrom('publication')
    .select((eb) => eb.fn.coalesce(eb.fn.max('number'), eb.lit(0)).as('last'))
    .where('meeting_id', '=', meetingId)
    .where('kind', '=', 'supplement')
    .executeTakeFirstOrThrow()
  return last + 1
}
