import { isExempt } from '../meetings/agenda.ts'
import type { MeetingRecord } from '../meetings/meeting.ts'
import { whyExempt } from '../meetings/schedule-12a.ts'
import { meetingPapers } from '../papers/meeting.layout.ts'
import { labelled } from '../papers/paper-words.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import { bold, paragraph, type PaperBlock, type PaperDocument } from '../platform/documents/paper-document.ts'
import type { ReadMinute } from '../reading/reading.ts'
import type { MinutedItem, MinutesConfirmation, WhoWasThere } from './minute.ts'

/** What the minutes of a meeting are made of. */
export interface MinutesMatter {
  organisation: string
  meeting: Pick<MeetingRecord, 'heldOn' | 'committee' | 'papers'>
  who: WhoWasThere
  items: readonly MinutedItem[]
  confirmation: MinutesConfirmation | null
}

/**
 * The minutes that the public may see, in the layout of a meeting's papers. Of an exempt item they are made with its reference and the statute's words and
 * nothing else: no word of its title, text, resolution or requests is at hand.
 */
export function publicMinutes(matter: MinutesMatter): PaperDocument {
  return documentOf(matter, matter.items.map(publicMinute), null)
}

/** The minutes of the exempt items alone, for members; null where there are none. */
export function exemptMinutes(matter: MinutesMatter): PaperDocument | null {
  const exempt = matter.items.filter(({ item }) => isExempt(item))
  return exempt.length === 0 ? null : documentOf(matter, exempt.map(wholeMinute), 'NOT FOR PUBLICATION')
}

function publicMinute(minuted: MinutedItem): ReadMinute {
  const { item, minute } = minuted
  if (!isExempt(item)) return wholeMinute(minuted)
  return { ref: minute?.reference ?? '', title: 'Exempt item', text: whyExempt(item.exemptParagraphs) }
}

function wholeMinute({ item, minute, requests }: MinutedItem): ReadMinute {
  return {
    ref: minute?.reference ?? '',
    title: item.title,
    text: minute?.text ?? '',
    ...(minute?.resolution && { resolution: minute.resolution }),
    ...(requests.length > 0 && { requests }),
  }
}

function documentOf(matter: MinutesMatter, minutes: ReadMinute[], mark: string | null): PaperDocument {
  const { organisation, meeting, who, confirmation } = matter
  const body = meeting.papers.body ?? meeting.committee.name
  const read = {
    body,
    date: meeting.heldOn,
    ...(meeting.papers.time && { time: meeting.papers.time }),
    ...(meeting.papers.venue && { venue: meeting.papers.venue }),
    present: who.present,
    also_present: who.alsoPresent,
    in_attendance: who.inAttendance,
    apologies: who.apologies,
    minutes,
  }
  const name = `${body} – ${inWords(meeting.heldOn)}`
  const title = mark ? 'Exempt minutes' : 'Minutes'
  const state = confirmation ? `Confirmed on ${inWords(confirmation.meeting.heldOn)}` : 'Draft until confirmed'
  return {
    title: `${title} – ${name}`,
    language: 'en-GB',
    author: organisation,
    header: [mark, organisation, name].filter(Boolean).join(' – '),
    footer: `${title}. ${state}`,
    sections: meetingPapers(read, organisation).map((section) => ({
      ...section,
      name: title,
      blocks: [...section.blocks, ...confirmed(confirmation)],
    })),
  }
}

function confirmed(confirmation: MinutesConfirmation | null): PaperBlock[] {
  if (!confirmation) return []
  const { meeting, corrections } = confirmation
  const said = paragraph(bold('Confirmed:'), ` at the meeting held on ${inWords(meeting.heldOn)}.`)
  return corrections === '' ? [said] : [said, ...labelled('Corrections:', corrections)]
}
