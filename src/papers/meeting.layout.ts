import { inWords } from '../platform/core/calendar-date.ts'
import type { PaperBlock, PaperSection, PaperTable } from '../platform/documents/paper-document.ts'
import { bold, heading, lead, paragraph } from '../platform/documents/paper-document.ts'
import type { ReadAgendaItem, ReadMeeting, ReadMinute } from '../reading/reading.ts'
import { blocksOf, labelled } from './paper-words.ts'

/** The papers of one meeting: its agenda, and its minutes on a page of their own, as far as there are any. */
export function meetingPapers(meeting: ReadMeeting, organisation: string | undefined): PaperSection[] {
  const sections: PaperSection[] = []
  if ((meeting.agenda ?? []).length > 0 || (meeting.minutes ?? []).length === 0) sections.push(agendaOf(meeting, organisation))
  if ((meeting.minutes ?? []).length > 0) sections.push(minutesOf(meeting, sections.length > 0))
  return sections
}

function agendaOf(meeting: ReadMeeting, organisation: string | undefined): PaperSection {
  return {
    orientation: 'portrait',
    blocks: [
      ...(organisation ? [lead(organisation)] : []),
      heading(1, meeting.body),
      whereAndWhen(meeting),
      ...((meeting.minutes ?? []).length > 0 ? people(meeting, ['membership']) : people(meeting, WHO)),
      heading(2, 'Agenda'),
      agendaTable(meeting.agenda ?? []),
      nextMeeting(meeting),
    ].filter((block) => block !== null),
  }
}

function whereAndWhen(meeting: ReadMeeting): PaperBlock {
  const lines: [string, string | undefined][] = [
    ['Date', meeting.date && inWords(meeting.date)],
    ['Time', meeting.time],
    ['Venue', meeting.venue],
  ]
  return { kind: 'pairs', pairs: lines.flatMap(([label, text]) => (text ? [{ label, blocks: blocksOf(text) }] : [])) }
}

/** Said once: an item of the agenda may say it. */
function nextMeeting({ agenda = [], next_meeting: next }: ReadMeeting): PaperBlock | null {
  const isSaid = !next || agenda.some(({ title, text }) => [title, text ?? ''].some((words) => words.includes(next.text)))
  return isSaid ? null : paragraph(bold('Date of next meeting:'), ` ${next.text}`)
}

function agendaTable(items: readonly ReadAgendaItem[]): PaperBlock | null {
  if (items.length === 0) return null
  const appendices = items.some((item) => item.appendix)
  const headings = ['Item', 'Title', ...(appendices ? ['Appendix'] : [])]
  const table: PaperTable = {
    kind: 'table',
    title: 'Items of the agenda',
    widths: appendices ? [8, 72, 20] : [8, 92],
    header: [{ cells: headings.map((words) => ({ blocks: blocksOf(words) })) }],
    rows: items.map((item) => ({
      cells: [
        { blocks: blocksOf(`${item.ref}.`), rowHeader: true },
        { blocks: [paragraph(bold(item.title)), ...blocksOf(item.text), ...keptBack(item)] },
        ...(appendices ? [{ blocks: blocksOf(item.appendix) }] : []),
      ],
    })),
  }
  return table
}

/** The words by which an item is not for the public, where its own do not say them. */
function keptBack({ text = '', exempt }: { text?: string; exempt?: string }): PaperBlock[] {
  if (exempt === undefined || (/\bexempt\b|\bnot for publication\b/i.test(text) && text.includes(exempt))) return []
  return [paragraph(`Not for publication${exempt === 'exempt' ? '' : `, by virtue of ${exempt}`}.`)]
}

const WHO = ['membership', 'present', 'also_present', 'in_attendance', 'apologies'] as const
const WHO_WORDS = {
  membership: 'Committee Membership:',
  present: 'Present:',
  also_present: 'Also Present:',
  in_attendance: 'In Attendance:',
  apologies: 'Apologies:',
}

function people(meeting: ReadMeeting, who: readonly (keyof typeof WHO_WORDS)[]): PaperBlock[] {
  return who.flatMap((group) => {
    const names = meeting[group] ?? []
    return names.length === 0
      ? []
      : [paragraph(bold(WHO_WORDS[group]), ` ${names.join(names.some((name) => /,|^the\s|\b(?:of|for)\b/i.test(name)) ? '; ' : ', ')}`)]
  })
}

function minutesOf(meeting: ReadMeeting, afterAgenda: boolean): PaperSection {
  const opening = [
    `Minutes of the meeting of the ${meeting.body}`,
    meeting.date && `held on ${inWords(meeting.date)}`,
    meeting.time && `at ${meeting.time}`,
  ]
  const sentence = [opening.filter(Boolean).join(' '), meeting.venue].filter(Boolean).join(', ')
  return {
    orientation: 'portrait',
    blocks: [
      heading(1, meeting.body),
      paragraph(bold(sentence)),
      ...people(meeting, afterAgenda ? WHO.filter((group) => group !== 'membership') : WHO),
      ...(meeting.minutes ?? []).flatMap(minuteBlocks),
      paragraph('Chair: ………………………………………………'),
      paragraph('Date: ………………………………………………'),
    ],
  }
}

/** The item as it was minuted; what was resolved or asked for is said again only where the minute's own words do not say it. */
function minuteBlocks(minute: ReadMinute): PaperBlock[] {
  const isSaid = (line: string) => line.split(/ ?(?=Action: )/).every((part) => minute.text.includes(part.replace(/^Action: /, '')))
  const unsaid = (text: string | undefined) => (text ?? '').split('\n').filter((line) => line !== '' && !isSaid(line))
  const resolved = unsaid(minute.resolution)
  const asked = (minute.requests ?? []).flatMap(unsaid)
  return [
    heading(2, `${minute.ref} ${minute.title}`.trim()),
    ...blocksOf(minute.text),
    ...keptBack(minute),
    ...(resolved.length > 0 ? labelled('Resolved:', resolved.join('\n')) : []),
    ...asked.map((request) => paragraph(bold('Requested:'), ` ${request}`)),
  ]
}
