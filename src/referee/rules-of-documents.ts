import type { Reading } from '../reading/reading.ts'
import type { Finding } from './finding.ts'
import { lettersApart } from './likeness.ts'
import { finding } from './raise-finding.ts'
import { isBlank } from './sentences.ts'

const BODY = /\b(?:council|committee|panel|board|partnership|authority|trust|commission|cabinet)\b/i

/** A paper says whose it is. One of the two, council or committee, is enough to find the other; a body named in its title will do. */
export function headerMissing(reading: Reading): Finding[] {
  if (
    !isBlank(reading.organisation) ||
    !isBlank(reading.committee) ||
    reading.meetings.some(({ body }) => !isBlank(body)) ||
    reading.reviews.length === 0
  )
    return []
  if (reading.reviews.length === 0 || reading.reviews.some(({ title }) => BODY.test(title))) return []
  return [finding('header_missing', {}, 'The document names neither the council nor the committee.')]
}

/** A review that the paper announces (`Update to follow`) and does not bring. */
export function reviewUpdateMissing(reading: Reading): Finding[] {
  return reading.reviews
    .filter(({ status, recommendations }) => recommendations.length === 0 && !isBlank(status))
    .map(({ title, status, place }) =>
      finding(
        'review_update_missing',
        { review: title, presented_on: reading.document_date ?? null, place },
        `“${title}” is announced for the meeting, but there is no update: “${status}”.`,
        { quote: status },
      ),
    )
}

/** The committee spelt in two ways: its name at the head of the paper and its name in the text. `&` and capitals are no difference. */
export function committeeInconsistent(reading: Reading): Finding[] {
  const names = [reading.committee, ...reading.meetings.map(({ body }) => body)].filter((name): name is string => !isBlank(name))
  const [head, ...bodies] = [...new Set(names)]
  if (!head) return []
  const title = reading.reviews.length === 1 ? reading.reviews[0]!.title : null
  const texts = reading.reviews.flatMap(({ recommendations }) => recommendations.map(({ text }) => text))
  const other =
    bodies.find((body) => isMisspelling(head, body)) ??
    texts.flatMap((text) => asNamedIn(text, head)).find((name) => isMisspelling(head, name))
  if (!other) return []
  return [
    finding(
      'name_inconsistent',
      { review: reading.meetings.length > 0 ? null : title },
      `The committee is “${head}” in one place and “${other}” in another.`,
      { quote: head },
    ),
  ]
}

function plain(name: string): string {
  return name.toLowerCase().replace(/&/g, 'and').replace(/’/g, "'").replace(/\s+/g, ' ').trim()
}

function isMisspelling(one: string, other: string): boolean {
  const apart = lettersApart(plain(one), plain(other))
  return apart > 0 && apart < 3 && !/\d/.test(one + other)
}

/** Names of as many words that end as the committee's does: `… Scrutiny Panel`. */
function asNamedIn(text: string, head: string): string[] {
  const words = plain(head).split(' ')
  const found = text.replace(/\s+/g, ' ').split(' ')
  return found.flatMap((word, end) => {
    if (word.toLowerCase().replace(/[^\p{L}]/gu, '') !== words.at(-1) || end + 1 < words.length) return []
    const name = found
      .slice(end + 1 - words.length, end + 1)
      .join(' ')
      .replace(/[^\p{L}]+$/u, '')
    return /^\p{Lu}/u.test(name) ? [name] : []
  })
}
