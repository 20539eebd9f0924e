import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { aPaper } from './paper-document.fixture.ts'
import { writeHtml, writeHtmlFragment } from './write-html.ts'

test('a paper as HTML is valid, escaped and without scripts', async () => {
  const html = writeHtml(aPaper(3))
  assert.ok(!/<script|javascript:|<b>/.test(html))
  const report = await new HtmlValidate({
    extends: ['html-validate:standard', 'html-validate:a11y'],
    rules: { 'no-inline-style': 'off', 'void-style': 'off' },
  }).validateString(html)
  assert.deepEqual(
    report.results.flatMap((result) => result.messages.map((message) => `${message.line}: ${message.message}`)),
    [],
  )
})

test('column headers and row headers say what they head', () => {
  const html = writeHtml(aPaper(1))
  assert.match(html, /<thead>\n<tr><th scope="col"><p>No\.<\/p><\/th>/)
  assert.match(html, /<tbody>\n<tr><th scope="row"><p>1<\/p><\/th>/)
})

test('the paper as part of a page begins its headings where the page says', () => {
  const html = writeHtmlFragment(aPaper(1), 2)
  assert.match(html, /<h2>Paths and play areas<\/h2>\n<h3>/)
  assert.ok(!/<h1|<html/.test(html))
})
