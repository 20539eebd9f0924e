import type { KeptFile } from '../files/file.ts'
import { whoSits } from '../members/member.queries.ts'
import { seatWords, sitsAlways } from '../members/member.ts'
import { exemptPack, publicPack, type PackItem, type PackOfMeeting } from '../papers/pack-of-meeting.ts'
import { minutesOfMeeting, paperOfReview, paperOfRound, WITHHELD, type ItemPaper, type Withheld } from '../papers/papers-of-item.queries.ts'
import { canonicalJson, sha256Hex } from '../platform/core/canonical-json.ts'
import type { Trx } from '../platform/database/database.ts'
import { heading, note, paragraph, type PaperDocument, type PaperSection } from '../platform/documents/paper-document.ts'
import { isExempt, withheldReviews, type AgendaItem, type Held, type ItemHeld } from './agenda.ts'
import { loadAgenda, reviewsOfRounds } from './agenda.queries.ts'
import { packedPapers, type PackedPaper } from './item-papers.queries.ts'
import { meetingBefore } from './meeting.queries.ts'
import type { MeetingRecord } from './meeting.ts'
import { nextNumber } from './publication.queries.ts'
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
  /** Files that are published beside it as they came, with the item of each; those of exempt items beside the exempt part alone. */
  files: { item: AgendaItem; file: KeptFile }[]
  /** What a publication of it would hold. */
  holds: Held
}

/** Makes the pack of a meeting from its agenda and the record as they stand; what was published before is left as it was. */
export async function meetingPack(trx: Trx, meeting: MeetingRecord, organisation: string): Promise<MeetingPack> {
  const agenda = await loadAgenda(trx, meeting.id)
  const { packed, withheld } = await packedPapers(trx, agenda, withheldReviews(agenda, await reviewsOfRounds(trx, agenda)))
  const gathered = new Map<string, Gathered>()
  for (const item of agenda) {
    const own = packed.get(item.id) ?? []
    gathered.set(item.id, gather(item, await paperOf(trx, { meeting, organisation, withheld, item, hasOwn: own.length > 0 }), own))
  }
  const isPublished = agenda.some(({ held }) => held !== null)
  const items = isPublished ? agenda.filter((item) => isNews(item, gathered.get(item.id)!.holds)) : agenda
  const supplement = isPublished ? await nextNumber(trx, meeting.id, 'supplement') : null
  const pack: PackOfMeeting = {
    ...(await headOf(trx, meeting, organisation)),
    supplement,
    items: items.map((item) => packItem(item, gathered.get(item.id)!)),
  }
  return {
    agenda,
    supplement,
    items,
    public: publicPack(pack),
    exempt: exemptPack(pack),
    missing: items.flatMap((item) => gathered.get(item.id)!.missing.map((why) => ({ item, why }))),
    files: items.flatMap((item) => gathered.get(item.id)!.beside.map((file) => ({ item, file }))),
    holds: Object.fromEntries(items.map(({ id }) => [id, gathered.get(id)!.holds])),
  }
}

/** Whether an item says more than was published of it. A paper that is there already is not sent again because the record went on. */
function isNews({ version, held }: AgendaItem, holds: ItemHeld): boolean {
  if (held === null || held.version !== version) return true
  return (held.papers === null && holds.papers !== null) || (held.files ?? null) !== holds.files
}

/** All that goes with an item. */
interface Gathered {
  sections: PaperSection[] | null
  holds: ItemHeld
  missing: string[]
  beside: KeptFile[]
  /** There is something, and all of it is kept from the public. */
  withheld: boolean
  /** What was published of it was taken away again. */
  withdrawn: boolean
}

/** The paper that Heed makes for an item, then what an officer put with it. */
function gather(item: AgendaItem, paper: ItemPaper | null, own: readonly PackedPaper[]): Gathered {
  const { version, number, letter, held, dropped } = item
  const made = paper && 'sections' in paper ? paper.sections : null
  const put = dropped ? [] : own.flatMap(({ sections }) => sections)
  const files =
    put.length > 0 ? sha256Hex(canonicalJson([put, own.flatMap(({ beside }) => beside.map(({ sha256 }) => sha256.toString('hex')))])) : null
  const before = held?.files ?? null
  const isReplaced = before !== null && files !== null && before !== files
  const isKept = own.some(({ withheld }) => withheld) || paper === WITHHELD
  const sections = [
    ...(made ?? []),
    ...(isReplaced
      ? put.map((section, at) => (at === 0 ? told(section, `It replaces what was published before under Appendix ${letter}.`) : section))
      : put),
  ]
  const kept = isKept ? 'Another paper of this item is exempt and is not published.' : ''
  const rest = kept || (made === null && paper !== null ? 'More papers of this item are to follow in a supplement.' : '')
  return {
    sections: sections.length > 0 ? [...sections, ...(rest === '' ? [] : [saying(rest)])] : null,
    holds: { version, number, letter, papers: made && sha256Hex(canonicalJson(made)), files },
    missing: [...(paper && 'missing' in paper ? [paper.missing] : []), ...(dropped ? [] : own.flatMap(({ missing }) => missing))],
    beside: dropped ? [] : [...besideLetters(paper), ...own.flatMap(({ beside }) => beside)],
    withheld: isKept && sections.length === 0,
    withdrawn: before !== null && sections.length === 0 && own.length === 0,
  }
}

/** Attachments of the letters that the paper of a round was made with. */
function besideLetters(paper: ItemPaper | null): KeptFile[] {
  const letters = paper && 'sections' in paper ? (paper.letters ?? []) : []
  return letters.flatMap(({ attachments }) =>
    attachments.filter(({ beside }) => beside).map((file) => ({ ...file, sha256: Buffer.from(file.sha256, 'hex') })),
  )
}

/** The section with a line under its heading. */
function told(section: PaperSection, words: string): PaperSection {
  return { ...section, blocks: section.blocks.toSpliced(1, 0, note(words)) }
}

function saying(words: string): PaperSection {
  return { orientation: 'portrait', blocks: [heading(1, 'Other papers of this item'), paragraph(words)] }
}

interface OfItem {
  meeting: MeetingRecord
  organisation: string
  /** What the public may not see. */
  withheld: Withheld
  item: AgendaItem
  /** An officer put papers with it. */
  hasOwn: boolean
}

/** The paper that Heed makes for an item; null where it has no letter, or all that goes with it was put there by an officer. */
async function paperOf(trx: Trx, { meeting, organisation, item, hasOwn, ...of }: OfItem): Promise<ItemPaper | null> {
  if (item.letter === null || item.dropped) return null
  const withheld = isExempt(item) ? { reviews: new Set<string>(), files: new Set<string>() } : of.withheld
  if (item.roundId) return paperOfRound(trx, { roundId: item.roundId, reviewId: item.reviewId, withheld })
  if (item.reviewId && withheld.reviews.has(item.reviewId)) return WITHHELD
  if (item.reviewId) return paperOfReview(trx, item.reviewId, { organisation, committee: meeting.committee.name })
  if (item.kind !== 'minutes')
    return hasOwn ? null : { missing: 'it has no paper yet. Add its paper on the agenda, or name a round or a review in the item.' }
  const before = await meetingBefore(trx, meeting.committee.id, meeting.heldOn)
  const minutes: ItemPaper = before ? await minutesOfMeeting(trx, before.id, organisation) : { missing: 'No earlier meeting is on record.' }
  return hasOwn && 'missing' in minutes ? null : minutes
}

function packItem(item: AgendaItem, { sections, withheld, withdrawn }: Gathered): PackItem {
  const { number, title, text, letter, lateReason, dropped, exemptParagraphs, publicInterest } = item
  const exempt = isExempt(item)
    ? { statute: whyExempt(exemptParagraphs), paragraphs: paragraphsInWords(exemptParagraphs), publicInterest }
    : null
  const instead = withheld ? 'withheld' : withdrawn ? 'withdrawn' : 'to-follow'
  return { number, title, text, letter, exempt, late: lateReason, withdrawn: dropped, sections, instead }
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
