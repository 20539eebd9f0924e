import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { HtmlValidate } from 'html-validate'
import { faultsOfWords } from './faults-of-words.ts'
import { escaped, fillWords, htmlOf, LINK_MARK, textOf, withLink } from './fill-words.ts'
import { PLACEHOLDERS, STEP_NAMES, stepOf, type Said } from './message-steps.ts'
import { nextOpenMoment } from './quiet-hours.ts'

const EXAMPLE: Said = Object.fromEntries(Object.entries(PLACEHOLDERS).map(([name, { example }]) => [name, example]))

test('Heed’s own words have no fault, fill every placeholder, and make good HTML', async () => {
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: { 'doctype-style': 'off', 'long-title': 'off' } })
  for (const step of STEP_NAMES) {
    deepEqual(faultsOfWords(step, stepOf(step)), [], step)
    const filled = fillWords(stepOf(step), EXAMPLE)
    doesNotMatch(filled.subject + textOf(filled), /[{}]/, step)
    const report = await validator.validateString(withLink(htmlOf(filled, stepOf(step).linkWords), 'https://heed.example/asked/x'))
    deepEqual(
      report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${step}: ${ruleId}: ${message}`)),
      [],
    )
  }
})

test('text and HTML are made of the same words: paragraphs, lines, lists and the link', () => {
  const words = { subject: 'Hello {name}', body: 'Dear {name}\nof {round}\n\n{lines}\n\n{link}\n\nor see {link}. Bye' }
  const filled = fillWords(words, { name: 'Rosa', round: 'Winter', lines: ['one', 'two\nlines'] })
  equal(withLink(textOf(filled), 'LINK'), 'Dear Rosa\nof Winter\n\n- one\n- two lines\n\nLINK\n\nor see LINK. Bye\n')
  const html = withLink(htmlOf(filled, 'Open'), 'https://heed.example/asked/a&amp;b')
  match(html, /<html lang="en-GB">/)
  match(html, /<title>Hello Rosa<\/title>/)
  match(html, /<p>Dear Rosa<br>\nof Winter<\/p>\n<ul>\n<li>one<\/li>\n<li>two lines<\/li>\n<\/ul>/)
  match(html, /<a href="https:\/\/heed.example\/asked\/a&amp;b">Open<\/a>/)
})

test('whatever is filled in stays words: no markup, no placeholder, no second link, no other header', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('<script>', '{link}', LINK_MARK, '"><img src=x>', 'a\r\nBcc: b@c.example', '\u202Eevil'),
  )
  fc.assert(
    fc.property(anyText, fc.array(anyText), (name, lines) => {
      const filled = fillWords({ subject: '{name}', body: 'Dear {name}\n\n{lines}\n\n{link}' }, { name, lines })
      const html = htmlOf(filled, 'Open')
      const tags = new Set([...html.matchAll(/<\/?([a-z!][a-z0-9]*)/gi)].map(([, tag]) => tag?.toLowerCase()))
      for (const tag of ['!doctype', 'html', 'head', 'meta', 'title', 'style', 'body', 'main', 'h1', 'p', 'a', 'br', 'ul', 'li'])
        tags.delete(tag)
      deepEqual([...tags], [])
      equal(html.split(LINK_MARK).length - 1, 2, 'the link stands where the words put it, as link and as address')
      equal(textOf(filled).split(LINK_MARK).length - 1, 1)
      doesNotMatch(filled.subject, /[\r\n]/)
    }),
  )
})

test('addresses of the web in the words become links to themselves, and nothing else does', () => {
  const html = htmlOf(fillWords({ subject: 'x', body: 'See https://wexcombe.example/privacy?a=1&b="2". javascript:alert(1)' }, {}), 'Open')
  match(html, /<a href="https:\/\/wexcombe.example\/privacy\?a=1&amp;b=">/)
  equal(html.match(/<a /g)?.length, 1)
  equal(escaped(`<a href='"&">`), '&lt;a href=&#39;&quot;&amp;&quot;&gt;')
})

test('the faults of words are named, with what would put them right', () => {
  const faults = faultsOfWords('asking', { subject: 'About {lines}', body: 'Dear {nmae}, {owner} said } {' })
  deepEqual(
    faults.map(({ field, message }) => `${field}: ${message.split(' There are')[0]}`),
    [
      'subject: {lines}, {link}, {said} and {note} do not fit into a subject. Put them into the message.',
      'body: {nmae} is not a placeholder of this message. Did you mean {name}?',
      'body: {owner} is not a placeholder of this message.',
      'body: A bracket stands alone. Write placeholders whole, for example {name}.',
      'body: The message must hold {link}: without it, it cannot do what it is for.',
    ],
  )
})

test('the next moment outside quiet hours is open, and none before it is', () => {
  const hours = { from: '08:00', until: '18:00', weekends: false, bankHolidays: false, closedDays: [] }
  const next = (moment: string) => nextOpenMoment(new Date(moment), hours).toISOString()
  equal(next('2026-11-27T12:00:00Z'), '2026-11-27T12:00:00.000Z')
  equal(next('2026-11-27T18:00:00Z'), '2026-11-30T08:00:00.000Z')
  equal(next('2026-11-30T03:00:00Z'), '2026-11-30T08:00:00.000Z')
  equal(next('2026-04-02T17:30:00Z'), '2026-04-07T07:00:00.000Z', 'over Easter, in summer time')
  equal(next('2026-10-23T17:30:00Z'), '2026-10-26T08:00:00.000Z', 'over the end of summer time')
})
