import { likest } from '../members/read-membership.ts'
import type { AgendaItem } from '../meetings/agenda.ts'
import type { MeetingRecord } from '../meetings/meeting.ts'
import type { DeclarationSaid, InTheRoom } from './attendance.ts'

/** A declaration as minutes that were brought in have it, before an officer takes it on the record. */
export interface DeclarationInPapers extends Omit<DeclarationSaid, 'memberId'> {
  /** As printed. */
  who: string
  /** The member who sits that day and may be meant; null where there is none like it. */
  memberId: string | null
}

const LONGEST = 2000

/** What the papers of a meeting say was declared and is not on record yet, with the member, the item, and the kind as far as they say it. */
export function declarationsInPapers(
  { papers }: Pick<MeetingRecord, 'papers'>,
  { seats, declarations }: Pick<InTheRoom, 'seats' | 'declarations'>,
  agenda: readonly Pick<AgendaItem, 'id' | 'number'>[],
): DeclarationInPapers[] {
  const members = seats.map(({ member }) => member)
  const read = (papers.declarations ?? []).map(({ who, item, text }): DeclarationInPapers => {
    const memberId = likest(who, members)?.id ?? null
    const agendaItemId = agenda.find(({ number }) => String(number) === item)?.id ?? null
    const kind = /(?<!non-)(?<!non )\bpecuniary\b/i.test(text) ? 'pecuniary' : 'other'
    const leaves = /\b(?:left|leaves?|withdrew|withdraws?) (?:from )?the (?:room|meeting|chamber)\b/i.test(text)
    return { who, memberId, agendaItemId, kind, interest: text.slice(0, LONGEST), leaves }
  })
  return read.filter(({ memberId, interest }) => !declarations.some((known) => known.memberId === memberId && known.interest === interest))
}
