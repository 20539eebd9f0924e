import fc from 'fast-check'
import { type CalendarDate, inWords } from '../src/platform/core/calendar-date.ts'
import type { ReadMeeting } from '../src/reading/reading.ts'
import { MEMBERS, reviewTitle, sentence } from './generated-words.ts'

/** The agenda of one meeting and the minutes of the one before. */
export function generatedMeetings(body: string, date: CalendarDate): fc.Arbitrary<ReadMeeting[]> {
  return fc.tuple(agendaOf(body, date), minutesOf(body)).map(([agenda, minutes]) => [agenda, minutes])
}

const members = fc.uniqueArray(fc.constantFrom(...MEMBERS), { minLength: 2, maxLength: 6 })

function agendaOf(body: string, date: CalendarDate): fc.Arbitrary<ReadMeeting> {
  return fc
    .record({ membership: members, titles: fc.uniqueArray(reviewTitle, { minLength: 1, maxLength: 4 }) })
    .map(({ membership, titles }) => ({
      body,
      date,
      time: '6.00pm',
      venue: 'Committee Room 2, Wexcombe Town Hall',
      membership,
      agenda: [
        { ref: '1', title: 'Apologies for Absence' },
        { ref: '2', title: 'Declarations of Interest' },
        ...titles.map((title, index) => ({
          ref: String(index + 3),
          title: `Scrutiny Review of ${title}`,
          appendix: `Appendix ${String.fromCharCode(65 + index)}`,
          text: 'To receive the progress update.',
        })),
      ],
    }))
}

function minutesOf(body: string): fc.Arbitrary<ReadMeeting> {
  const item = fc.record({
    title: reviewTitle,
    said: fc.array(sentence, { minLength: 1, maxLength: 3 }),
    resolved: fc.option(sentence, { nil: undefined }),
    asked: fc.option(fc.constantFrom('further figures', 'a note of the costs'), { nil: undefined }),
  })
  return fc.record({ present: members, items: fc.array(item, { minLength: 1, maxLength: 4 }) }).map(({ present, items }) => ({
    body,
    date: '2026-05-06',
    venue: 'Committee Room 2, Wexcombe Town Hall',
    present,
    apologies: ['Cllr R Inch'],
    minutes: items.map(({ title, said, resolved, asked }, index) => {
      const request = asked ? `It was agreed that ${asked} would be brought to the meeting on ${inWords('2026-11-18')}.` : undefined
      const decided = [...(request ? [request] : []), ...(resolved ? [`Resolved: That the report be noted. ${resolved}`] : [])]
      return {
        ref: `CSC-${index + 21}`,
        title,
        text: [...said, ...decided].join('\n'),
        ...(decided.length > 0 ? { resolution: decided.join('\n').replace(/^Resolved: /, '') } : {}),
        ...(request ? { requests: [request] } : {}),
      }
    }),
  }))
}
