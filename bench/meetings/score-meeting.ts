import { readMembership } from '../../src/members/read-membership.ts'
import { findDates } from '../../src/reading/dates.ts'
import type { Reading, ReadMeeting } from '../../src/reading/reading.ts'
import { readProgramme } from '../../src/requests/read-programme.ts'
import { suggestRequest } from '../../src/requests/suggest-request.ts'
import type { MeetingGold } from './meeting-document.ts'

/** A fact: of a kind, about something, as words. */
interface Fact {
  kind: string
  words: string[]
}

export interface MeetingScore {
  gold: number
  found: number
  same: number
  misses: string[]
}

/** How many of the gold's facts were found, and how many of those found are the gold's: what the committee is told of a meeting, whichever room tells it. */
export function scoreMeeting(gold: MeetingGold, reading: Reading): MeetingScore {
  const meeting = reading.meetings.find((one) => (gold.membership ? one.agenda : one.minutes)) ?? reading.meetings[0]
  const wanted = factsOfGold(gold)
  const found = meeting ? factsOfMeeting(meeting) : []
  const rest = [...found]
  const misses: string[] = []
  for (const fact of wanted) {
    const at = bestOf(fact, rest)
    if (at === -1) misses.push(`missed ${fact.kind}: ${fact.words.join(' | ')}`)
    else rest.splice(at, 1)
  }
  misses.push(...rest.map(({ kind, words }) => `extra ${kind}: ${words.join(' | ')}`))
  const strays = reading.reviews.flatMap(({ recommendations }) => recommendations)
  misses.push(...strays.map(({ text }) => `extra recommendation: ${text}`))
  return { gold: wanted.length, found: found.length + strays.length, same: found.length - rest.length, misses }
}

const parts = (line: string) => line.split('|').map((part) => part.trim())

function factsOfGold(gold: MeetingGold): Fact[] {
  const list = (kind: string, lines: readonly string[] = []) => lines.map((line) => ({ kind, words: parts(line) }))
  const people = [...(gold.membership ?? []), ...(gold.present ?? [])].map(parts)
  const asked = (gold.requests ?? []).map(parts)
  return [
    ...one('body', gold.body),
    ...one('date', gold.date),
    ...one('time', gold.time),
    ...one('venue', gold.venue),
    ...people.map(([name = '']) => ({ kind: 'member', words: [name] })),
    ...people.flatMap(([name = '', place = '']) => (place ? [{ kind: 'place', words: [name, place] }] : [])),
    ...list(
      'substitute',
      (gold.substitutes ?? []).map((line) => line.replace(' for ', ' | ')),
    ),
    ...list('apology', gold.apologies),
    ...list('also there', gold.others),
    ...list('declaration', gold.declarations),
    ...list('item', gold.items),
    ...list('exempt', gold.exempt),
    ...list('resolution', gold.resolutions),
    ...asked.map(([ref = '', words = '']) => ({ kind: 'request', words: [ref, words] })),
    ...asked.flatMap(([ref = '', words = '', owner = '']) => (owner ? [{ kind: 'request owner', words: [ref, words, owner] }] : [])),
    ...asked.flatMap(([ref = '', words = '', , when = '']) => (when ? [{ kind: 'request when', words: [ref, words, when] }] : [])),
    ...list('programme', gold.programme),
    ...one('next meeting', gold.next_meeting),
  ]
}

const one = (kind: string, words: string | undefined): Fact[] => (words ? [{ kind, words: [words] }] : [])

function factsOfMeeting(meeting: ReadMeeting): Fact[] {
  const people = readMembership([...(meeting.membership ?? []), ...(meeting.present ?? [])].join('\n'), [])
  const there = [...(meeting.membership ?? []), ...(meeting.present ?? [])]
  const items = [...(meeting.agenda ?? []), ...(meeting.minutes ?? [])]
  const asked = (meeting.minutes ?? []).flatMap(({ ref, requests = [] }) =>
    requests.map((words) => ({ ref, words, said: suggestRequest(words, meeting.date ?? '2000-01-01', []) })),
  )
  return [
    ...one('body', meeting.body),
    ...one('date', meeting.date),
    ...one('time', meeting.time && clock(meeting.time)),
    ...one('venue', meeting.venue),
    ...people.map(({ name }) => ({ kind: 'member', words: [name] })),
    ...people.flatMap(({ name, place }) => (place === 'member' ? [] : [{ kind: 'place', words: [name, place] }])),
    ...there.flatMap((words) => {
      const match =
        /^(.*?)\W*(?:\bsubstitut\w*\b|\bsub\b|\breserve|\bin place of|\bdeputising)\W*(?:for )?([A-Za-z][^)]*?)\W*(?:\).*)?$/i.exec(words)
      return match?.[2] ? [{ kind: 'substitute', words: [match[1]!, match[2]] }] : []
    }),
    ...(meeting.apologies ?? []).map((name) => ({ kind: 'apology', words: [name] })),
    ...[...(meeting.also_present ?? []), ...(meeting.in_attendance ?? [])].map((name) => ({ kind: 'also there', words: [name] })),
    ...(meeting.declarations ?? []).map(({ who, item = '' }) => ({ kind: 'declaration', words: [who, item] })),
    ...items.map(({ ref, title }) => ({ kind: 'item', words: [ref, title] })),
    ...items.flatMap(({ ref, exempt }) => (exempt ? [{ kind: 'exempt', words: [ref] }] : [])),
    ...(meeting.minutes ?? []).flatMap(({ ref, resolution }) => (resolution ? [{ kind: 'resolution', words: [ref, resolution] }] : [])),
    ...asked.map(({ ref, words }) => ({ kind: 'request', words: [ref, words] })),
    ...asked.flatMap(({ ref, words, said }) => (said.owner ? [{ kind: 'request owner', words: [ref, words, said.owner] }] : [])),
    ...asked.flatMap(({ ref, words, said }) =>
      said.dueOn || said.dueWords ? [{ kind: 'request when', words: [ref, words, said.dueOn ?? said.dueWords] }] : [],
    ),
    ...programmeOf(meeting),
    ...one('next meeting', meeting.next_meeting?.iso),
  ]
}

function programmeOf(meeting: ReadMeeting): Fact[] {
  const dayOf = (words: string) => findDates(words)[0]?.iso ?? words
  const texts = [...(meeting.agenda ?? []), ...(meeting.minutes ?? [])].flatMap(({ title, text }) =>
    /\bwork(?:ing)? programme\b|\bforward (?:work )?plan\b/i.test(title) ? (text ?? '') : '',
  )
  // A line without a time was no line of a programme, but what the committee said of it.
  const lines = readProgramme(texts.join('\n'), []).filter(({ meetingWords }) => meetingWords !== '')
  return lines.map(({ meetingWords, title }) => ({ kind: 'programme', words: [dayOf(meetingWords), title] }))
}

/** `10.00 am` as `10:00`. */
function clock(words: string): string {
  const match = /(\d{1,2})(?:[.:](\d{2}))?\s*([ap])?/i.exec(words)
  const said = Number(match?.[1] ?? 0)
  const hour = match?.[3]?.toLowerCase() === 'p' && said < 12 ? said + 12 : said
  return match ? `${String(hour).padStart(2, '0')}:${match[2] ?? '00'}` : words
}

function bestOf(fact: Fact, rest: readonly Fact[]): number {
  let best = -1
  let most = 0
  rest.forEach((other, at) => {
    const like = other.kind === fact.kind ? likeness(fact, other) : 0
    if (like > most) [best, most] = [at, like]
  })
  return best
}

/** 0 where they are not the same fact. */
function likeness({ kind, words }: Fact, { words: found }: Fact): number {
  const [a = '', b = '', c = ''] = words
  const [x = '', y = '', z = ''] = found
  const all = (...each: boolean[]) => (each.every(Boolean) ? 1 : 0)
  switch (kind) {
    case 'member':
    case 'apology':
    case 'also there':
      return all(samePerson(a, x))
    case 'place':
      return all(samePerson(a, x), b === y)
    case 'substitute':
      return all(samePerson(a, x), samePerson(b, y))
    case 'declaration':
      return all(samePerson(a, x), key(b) === key(y))
    case 'item':
      return all(key(a) === key(x), key(b) === key(y))
    case 'exempt':
      return all(key(a) === key(x))
    case 'resolution':
      return key(a) === key(x) && overlap(b, y) >= 0.7 ? overlap(b, y) : 0
    case 'request':
      return key(a) === key(x) && holds(b, y) >= 0.6 ? holds(b, y) + overlap(b, y) : 0
    case 'request owner':
      return key(a) === key(x) && holds(b, y) >= 0.6 && holds(c, z) >= 0.99 && z.length < c.length + 40 ? 1 + overlap(b, y) : 0
    case 'request when':
      return key(a) === key(x) && holds(b, y) >= 0.6 && sameTime(c, z) ? 1 + overlap(b, y) : 0
    case 'programme':
      return a.slice(0, 7) === x.slice(0, 7) && (a.length < 10 || a === x) ? Number(overlap(b, y) > 0.8) : 0
    case 'venue':
    case 'body':
      return overlap(a, x) >= 0.8 ? overlap(a, x) : 0
    default:
      return all(a === x)
  }
}

const sameTime = (gold: string, found: string) =>
  gold === 'next meeting'
    ? /next meeting/i.test(found)
    : found.startsWith(gold) || (/^\d{4}-\d\d$/.test(gold) && found.slice(0, 7) === gold)

const key = (text: string) => text.toLowerCase().replaceAll(/\b(?:item|minute)\b|[^\p{L}\d]/gu, '')

const TITLES = /^(?:the|cllrs?|councillors?|alderman|provost|bailie|mr|mrs|ms|miss|dr|professor|rev|dcfo|am)$/i

function samePerson(gold: string, found: string): boolean {
  const [head = ''] = found.split(/\s+[-–—]\s+|,|\(/)
  const words = (text: string) =>
    text
      .replaceAll(/[.*✓]/g, ' ')
      .split(/[\s/]+/)
      .filter((word) => word !== '' && !TITLES.test(word))
      .map((word) => word.toLowerCase())
  // `Executive Director (Place)` has its bracket as part of its name.
  const bracketed = gold.includes('(') ? found.replaceAll(/[()]/g, ' ') : head
  return words(gold.replaceAll(/[()]/g, ' ')).join(' ') === words(bracketed).join(' ')
}

const tokens = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [])

function overlap(one: string, other: string): number {
  const [a, b] = [tokens(one), tokens(other)]
  const both = [...a].filter((word) => b.has(word)).length
  return both === 0 ? 0 : (2 * both) / (a.size + b.size)
}

/** How much of the gold's words is in those found. */
function holds(gold: string, found: string): number {
  const [a, b] = [tokens(gold), tokens(found)]
  return [...a].filter((word) => b.has(word)).length / Math.max(1, a.size)
}
