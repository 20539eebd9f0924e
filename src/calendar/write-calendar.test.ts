import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readCalendar } from '../../support/read-calendar.ts'
import type { CalendarEntry } from './calendar-entry.ts'
import { writeCalendar } from './write-calendar.ts'

const anEntry = (changes: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: 'winter-due',
  on: '2027-01-06',
  title: 'Answers due: Winter 2027',
  words: 'For the meeting of Children and Young People Panel, 20 January 2027.',
  href: '/rounds/winter-2027',
  state: 'certain',
  sequence: 2,
  changedAt: new Date('2026-11-20T09:30:00Z'),
  ...changes,
})
const written = (entries: CalendarEntry[], name = 'Wexcombe Borough Council') =>
  writeCalendar({ name, origin: 'https://heed.example', entries })

test('what is written is read back by another parser, whatever characters it is made of', () => {
  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }).filter((text) => text.trim() !== '')
  fc.assert(
    fc.property(words, words, words, (name, title, said) => {
      const file = written([anEntry({ title, words: said })], name)
      const [only, ...others] = readCalendar(file).entries
      deepEqual(others, [])
      equal(readCalendar(file).name, plain(name))
      deepEqual([only?.title, only?.words], [plain(title), plain(said)])
    }),
    { numRuns: 300 },
  )
})

// oxlint-disable-next-line no-control-regex -- these are what is taken out
const plain = (text: string) => text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()

test('a name cannot bring in lines of its own', () => {
  const file = written([anEntry({ title: 'Due\r\nATTENDEE:mailto:a@b.example\nX-EVIL:1' })], 'Panel\r\nMETHOD:CANCEL')
  doesNotMatch(file, /^(ATTENDEE|X-EVIL|METHOD)/m)
  equal(readCalendar(file).name, 'Panel METHOD:CANCEL')
})

test('lines end as RFC 5545 says and none is longer than 75 octets', () => {
  const file = written([anEntry({ title: 'Fällig: “Überprüfung der Straßenbäume” – 😀 '.repeat(6) })], 'ü'.repeat(200))
  ok(file.endsWith('END:VCALENDAR\r\n'))
  doesNotMatch(file, /[^\r]\n|\r[^\n]/)
  for (const line of file.split('\r\n')) ok(Buffer.byteLength(line) <= 75, line)
})

test('an entry is a whole day that keeps nobody from being invited, known by its UID, with when and how often it was changed', () => {
  const file = written([anEntry()])
  deepEqual(readCalendar(file), {
    name: 'Wexcombe Borough Council',
    refresh: 'PT6H',
    entries: [
      {
        uid: 'winter-due@heed',
        on: '2027-01-06',
        title: 'Answers due: Winter 2027',
        words: 'For the meeting of Children and Young People Panel, 20 January 2027.',
        href: 'https://heed.example/rounds/winter-2027',
        status: 'CONFIRMED',
        sequence: 2,
        stamp: '2026-11-20T09:30:00Z',
        changed: '2026-11-20T09:30:00Z',
      },
    ],
  })
  match(file, /^DTSTART;VALUE=DATE:20270106\r$/m)
  match(file, /^TRANSP:TRANSPARENT\r$/m)
  match(file, /^X-WR-CALNAME:Wexcombe Borough Council\r$/m)
  equal(readCalendar(written([anEntry({ state: 'cancelled' })])).entries[0]?.status, 'CANCELLED')
  equal(readCalendar(written([anEntry({ state: 'planned' })])).entries[0]?.status, 'TENTATIVE')
})

test('the same entries are the same bytes in whatever order they come; none is a calendar too', () => {
  const [a, b] = [anEntry(), anEntry({ uid: 'winter-papers', title: 'Papers out: Winter 2027' })]
  equal(written([a, b]), written([b, a]))
  deepEqual(readCalendar(written([])).entries, [])
})
