import type { KeptFile } from '../files/file.ts'
import { lettersAbout, lettersAsPapers } from '../letters/letters-for-papers.queries.ts'
import { letterHeading } from '../letters/letter-sections.ts'
import { letterName, type LetterRecord } from '../letters/letter-record.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import type { AppendedLetter } from './appendices.ts'
import { recordEvent } from '../history/record-event.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'
import { isExempt } from '../meetings/agenda.ts'
import { loadAgenda } from '../meetings/agenda.queries.ts'
import { whyExempt } from '../meetings/schedule-12a.ts'
import type { ReadAgendaItem, Reading, ReadMeeting } from '../reading/reading.ts'
import { findingsOfRound, roundAsReading } from '../rounds/findings-of-round.ts'
import { findRound, frozenContent } from '../rounds/round-record.queries.ts'
import type { RoundRecord } from '../rounds/round.ts'
import { meetingOfRound } from './agenda-of-round.ts'
import { appendixLetter } from './appendices.ts'
import type { Covering, PointForMembers } from './covering-report.ts'
import { makePack } from './make-pack.ts'
import { makePaper, type PaperLayout } from './write-paper.ts'

/** What a paper is made of: a round as frozen, or as it stands while it is not. */
export interface PaperMatter {
  round: RoundRecord
  reading: Reading
  findings: PointForMembers[]
}

/** The matter of a round's paper. Refuses (not-found) where there is no such round. */
export async function paperMatter(trx: Trx, slug: string): Promise<PaperMatter> {
  const round = await findRound(trx, slug)
  const frozen = await frozenContent(trx, round.id)
  if (frozen) return { round, reading: frozen.reading, findings: frozen.findings }
  const findings = (await findingsOfRound(trx, round)).map(({ override, ...finding }) => ({
    ...finding,
    ...(override && { override: override.reason }),
  }))
  return { round, reading: roundAsReading(round), findings }
}

/** What a paper was made of, kept beside it: a template is filled from this and nothing else. */
export interface KeptMatter {
  title: string
  /** The round's name. */
  round: string
  draft: boolean
  /** How to reach the council, as its settings say. */
  councilContact: string
  reading: Reading
  /** As the paper lists them. */
  findings: PointForMembers[]
  covering?: Omit<Covering, 'findings'>
  /** Letters that go with it, as they were then. */
  letters?: KeptLetter[]
}

/** A letter as a paper has it, with the review that it is about: where that is withheld, so is the letter. */
export interface KeptLetter extends AppendedLetter {
  id: string
  slug: string
  reviewId: string
  attachments: KeptAttachment[]
}

/** A file with a letter, by the hexadecimal form of its hash, and whether it stands beside the paper as it came. */
export interface KeptAttachment extends Omit<KeptFile, 'sha256'> {
  position: number
  sha256: string
  beside: boolean
}

export interface PaperWanted {
  layout: PaperLayout
  /** The agenda before it and contents: one document for the whole meeting. */
  pack?: boolean
  /** Absent: the appendix alone. */
  covering?: Omit<Covering, 'findings'> & { eachFinding: boolean }
  /** The ids of the letters that go with it as appendices. */
  letters?: readonly string[]
}

/**
 * Makes a paper of a round and keeps it as made: every format is written from the kept document for ever. Of a round that is not
 * frozen it is a draft. Findings that were overridden are always shown, with the reason. Refuses (not-found) where there is no such round,
 * and (invalid) a letter with an attachment of which nobody has said how it goes into papers. Records `paper.made`.
 */
export async function recordPaper(
  trx: Trx,
  officer: Officer,
  slug: string,
  wanted: PaperWanted,
): Promise<{ number: number; title: string }> {
  const { round, reading, findings } = await paperMatter(trx, slug)
  const draft = round.state !== 'frozen'
  const { covering, layout, pack } = wanted
  const letters = await keptLetters(trx, round, wanted.letters ?? [])
  const shown = findings.filter((finding) => covering?.eachFinding || finding.override)
  const told =
    layout === 'meeting' || pack ? { ...reading, meetings: [meetingOfRound(reading, await meetingOnRecord(trx, round))] } : reading
  const paper = (pack ? makePack : makePaper)(told, { layout, letters, covering: covering && { ...covering, findings: shown } })
  const document = draft ? { ...paper, header: ['DRAFT', paper.header].filter(Boolean).join(' – ') } : paper
  const matter: KeptMatter = {
    title: document.title,
    round: round.name,
    draft,
    councilContact: round.contact,
    reading: told,
    findings: shown,
    covering,
    ...(letters.length > 0 && { letters }),
  }
  const { last } = await trx
    .selectFrom('paper')
    .select((eb) => eb.fn.coalesce(eb.fn.max('number'), eb.lit(0)).as('last'))
    .where('round_id', '=', round.id)
    .executeTakeFirstOrThrow()
  const number = last + 1
  await trx
    .insertInto('paper')
    .values({
      council_id: officer.councilId,
      round_id: round.id,
      number,
      title: document.title,
      layout,
      content: JSON.stringify(document),
      matter: JSON.stringify(matter),
      draft,
      made_by: officer.accountId,
    })
    .execute()
  await recordEvent(trx, officer, 'paper.made', `/papers/${slug}/${number}`, { title: document.title, layout, draft })
  return { number, title: document.title }
}

/** The letters that a round's paper can take: about its reviews, sent or received, none of them exempt. */
export function lettersForRound(trx: Trx, round: RoundRecord): Promise<LetterRecord[]> {
  return lettersAbout(
    trx,
    round.reviews.map(({ id }) => id),
    { exempt: false },
  )
}

async function keptLetters(trx: Trx, round: RoundRecord, wanted: readonly string[]): Promise<KeptLetter[]> {
  const chosen = (await lettersForRound(trx, round)).filter(({ id }) => wanted.includes(id))
  const packed = await lettersAsPapers(
    trx,
    chosen.map(({ id }) => id),
  )
  return chosen.map((letter): KeptLetter => {
    const { sections, beside, unchecked } = packed.get(letter.id)!
    const [open] = unchecked
    refuseIf(
      open !== undefined,
      'invalid',
      `${open?.name}, attached to the ${letterName(letter).toLowerCase()}, has not been checked yet. Open the letter and say how it goes into papers, or untick the letter.`,
    )
    const attachments = letter.attachments.map((file) => ({
      ...file,
      sha256: file.sha256.toString('hex'),
      beside: beside.some((one) => one.sha256.equals(file.sha256)),
    }))
    return { id: letter.id, slug: letter.slug, reviewId: letter.review!.id, title: letterHeading(letter), sections, attachments }
  })
}

/**
 * What is on record of the meeting that a round goes before: its own agenda where it has one, else what a document says of it. The words of an exempt item
 * are not in it, and a letter only with what this paper holds.
 */
async function meetingOnRecord(trx: Trx, { meeting, reviews }: RoundRecord): Promise<Partial<ReadMeeting>> {
  const row = await trx.selectFrom('meeting_now').select('papers').where('meeting_id', '=', meeting.id).executeTakeFirst()
  const papers = (row?.papers ?? {}) as Partial<ReadMeeting>
  const items = (await loadAgenda(trx, meeting.id)).filter(({ dropped }) => !dropped)
  if (items.length === 0) return papers
  const agenda = items.map((item): ReadAgendaItem => {
    const ref = String(item.number)
    if (isExempt(item)) return { ref, title: 'Exempt item', text: whyExempt(item.exemptParagraphs) }
    const own = reviews.findIndex(({ id }) => id === item.reviewId)
    return { ref, title: item.title, ...(item.text && { text: item.text }), ...(own >= 0 && { appendix: appendixLetter(own) }) }
  })
  return { ...papers, agenda }
}
