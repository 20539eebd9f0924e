import { doesNotMatch, equal, match, notEqual } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, test } from 'node:test'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { VNode } from 'preact'
import { h } from 'preact'
import { z } from 'zod'
import { renderToString } from 'preact-render-to-string'
import { readPage } from '../../../support/page.ts'
import { testApp } from '../../../support/test-app.ts'
import { councilSheet, contrast } from './council-sheet.ts'
import { ownAddress } from './flash.ts'
import { Govuk } from './govuk.tsx'
import { InlineDiff } from './inline-diff.tsx'
import { submitForm } from './submit-form.ts'
import { officerOf } from '../../people/officers-council.ts'
import { recordEvent } from '../../history/record-event.ts'
import { refuse } from '../core/refusal.ts'
import { optionalFile, optionalLongText } from './fields.ts'
import { filledForm } from './form.ts'
import { Button, FileUpload, Form, TextArea } from './form-fields.tsx'

const heed = await testApp({ after, pages: tryingPages })
const officer = await heed.visitor('officer')

/** Pages that try what the shell promises. */
function tryingPages(app: FastifyInstance): void {
  app.get('/trying/fault', async () => {
    throw new Error('the secret words of a fault')
  })
  app.get('/trying/missing', async () => refuse('not-found', 'There is no such thing here.'))
  app.get('/trying/closed', async () => refuse('unavailable', 'The database is being restored.'))
  const show = (reply: FastifyReply, form = filledForm()) => {
    const fields = [
      h(TextArea, { form, name: 'words', label: 'Words' }),
      h(FileUpload, { form, name: 'paper', label: 'Paper' }),
      h(Button, { text: 'Send' }),
    ]
    return reply.page({ title: 'Trying', form }, h(Form, { files: true, children: fields }) as VNode)
  }
  app.get('/trying', async (_, reply) => show(reply))
  app.post('/trying', (request, reply) =>
    submitForm(request, reply, {
      schema: z.object({ words: optionalLongText(), paper: optionalFile() }),
      again: (form) => show(reply, form),
      work: async (trx, { words, paper }) => {
        await recordEvent(trx, officerOf(request), 'trying.done', '/trying', { words, paper: paper?.bytes.toString('hex') ?? null })
        if (words === 'refuse') refuse('conflict', 'Someone was first.')
        if (words === 'fail') throw new Error('a fault in the work')
        return { goTo: '/trying', say: `Done: ${words}` }
      },
    }),
  )
}

const done = () => heed.inCouncil((trx) => trx.selectFrom('event').select('detail').where('kind', '=', 'trying.done').execute())

test('a form sent twice is done once, and both get the same answer', async () => {
  const page = await officer.get('/trying')
  const answers = await Promise.all([1, 2, 3, 4].map(() => officer.another().submit(page, { words: 'once only' })))
  for (const answer of answers) equal(answer.said, 'Done: once only')
  const later = await officer.submit(page, { words: 'once only' })
  equal(later.said, 'Done: once only')
  equal((await done()).filter(({ detail }) => JSON.stringify(detail).includes('once only')).length, 1)
})

test('a refusal of the work undoes it, keeps what was typed, and the form can be sent again', async () => {
  const page = await officer.get('/trying')
  const refused = await officer.submit(page, { words: 'refuse' })
  equal(refused.status, 409)
  equal(refused.errors[0]?.text, 'Someone was first.')
  equal(refused.forms.find(({ files }) => files)?.values.words, 'refuse')
  equal(
    (await done()).some(({ detail }) => JSON.stringify(detail).includes('refuse')),
    false,
  )
  equal((await officer.submit(refused, { words: 'put right' })).said, 'Done: put right')
})

test('what is kept of a form cannot be guessed at without the token of the session that sent it', async () => {
  const page = await officer.get('/trying')
  await officer.submit(page, { words: 'a password' })
  const typed: Record<string, unknown> = { ...page.forms.find(({ files }) => files)!.values, words: 'a password' }
  const { answer } = await heed.database.owner
    .selectFrom('form_key')
    .select('answer')
    .where('key', '=', String(typed._key))
    .executeTakeFirstOrThrow()
  const brief = (but: string) => {
    const hash = createHash('sha256')
    for (const name of Object.keys(typed).sort()) if (name !== but) hash.update(JSON.stringify([name, typed[name]]))
    return hash.digest('base64url')
  }
  const { words } = JSON.parse(answer) as { words: string }
  equal(words, brief(''))
  notEqual(words, brief('_token'))
})

test('another person’s form key is worth nothing', async () => {
  const page = await officer.get('/trying')
  await officer.submit(page, { words: 'theirs' })
  const other = await heed.visitor('administrator')
  const own = await other.get('/trying')
  const key = page.forms.find(({ files }) => files)?.values._key ?? ''
  const answer = await other.submit(own, { words: 'mine', _key: key })
  notEqual(answer.said, 'Done: theirs')
})

test('a file and words come whole in one form', async () => {
  const bytes = Buffer.from([0, 13, 10, 255, 45, 45])
  await officer.submit(await officer.get('/trying'), { words: 'with “a file” – £5', paper: { name: 'naïve.docx', bytes } })
  const kept = (await done()).map(({ detail }) => detail as { words: string; paper: string })
  equal(kept.find(({ words }) => words === 'with “a file” – £5')?.paper, bytes.toString('hex'))
})

test('a fault of Heed’s own shows a reference and none of its words', async () => {
  for (const answer of [
    await officer.ask('GET', '/trying/fault'),
    await officer.ask('POST', '/trying', { ...(await officer.get('/trying')).forms.find(({ files }) => files)?.values, words: 'fail' }),
  ]) {
    equal(answer.statusCode, 500)
    const page = readPage(answer.body, 500, '/')
    match(page.text, /this reference: [A-Z2-9]{4}-[A-Z2-9]{4}/)
    equal(/secret words|a fault in the work|\.ts:/.test(answer.body), false)
  }
})

test('each refusal has its page in words, and a script its words alone', async () => {
  const missing = await officer.get('/trying/missing')
  equal(`${missing.status} ${missing.heading}: ${missing.text.includes('There is no such thing here.')}`, '404 Page not found: true')
  equal((await officer.get('/trying/closed')).status, 503)
  equal((await officer.get('/no/such/page')).status, 404)
  const answer = await officer.ask('GET', '/trying/missing', undefined, { accept: 'application/json' })
  equal(answer.json().message, 'There is no such thing here.')
})

test('every page forbids what is not ours: scripts, styles, frames, sniffing, keeping', async () => {
  const { headers, body } = await officer.ask('GET', '/')
  const policy = String(headers['content-security-policy'])
  for (const part of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "base-uri 'none'",
  ])
    equal(policy.includes(part), true, part)
  equal(headers['x-content-type-options'], 'nosniff')
  equal(headers['cache-control'], 'private, no-store')
  equal(/ style=|<style|<script(?! type="module" src="\/assets)|onclick/.test(body), false)
})

test('the styles are kept for ever under a name of their own, and small over the wire', async () => {
  const sheet = /\/assets\/heed-[0-9a-f]+\.css/.exec((await officer.ask('GET', '/')).body)?.[0] ?? ''
  const answer = await officer.ask('GET', sheet, undefined, { 'accept-encoding': 'br' })
  match(String(answer.headers['cache-control']), /immutable/)
  equal(answer.headers['content-encoding'], 'br')
  equal(answer.rawPayload.length < 20_000, true, `${answer.rawPayload.length} bytes`)
})

test('what a person typed is never markup', () => {
  const text = '<img src=x onerror=alert(1)>"\'&'
  const html =
    renderToString(h(Govuk<'inset-text'>, { name: 'inset-text', options: { html: text } })) +
    renderToString(h(InlineDiff, { before: text, after: `${text} more` }))
  equal(html.includes('<img'), false)
})

test('a colour’s words can be read on it, whichever it is', () => {
  for (const colour of ['#1d4f6e', '#b5121b', '#ffdd00', '#7f7f7f', '#000000', '#00703c']) {
    const ink = /--council-on:(#[0-9a-f]{6})/.exec(councilSheet(colour))?.[1] ?? ''
    equal(contrast(colour, ink) >= 4.5, true, `${ink} on ${colour}`)
  }
})

test('only an address of Heed’s own is gone to', () => {
  for (const address of ['//x.example', '/\\x.example', 'https://x.example', 'javascript:alert(1)', '', undefined, '/a\nb'])
    equal(ownAddress(address), '/')
  equal(ownAddress('/reviews/x?y=1#z'), '/reviews/x?y=1#z')
})

test('an address that cannot be read, or holds what no address can, leads to a page that says so', async () => {
  for (const address of ['/reviews/%00', '/rounds/a%00b', '/papers/making?round=%00', '/trying?x=%00'])
    equal((await officer.get(address)).status, 404, address)
  for (const address of ['/%', '/reviews/%ff', `/reviews/${'x'.repeat(3000)}`]) {
    const answer = await officer.ask('GET', address)
    equal(answer.headers.location, '/address-not-found', address)
  }
  equal((await officer.get('/address-not-found')).heading, 'Page not found')
})

test('a form that was cut off on its way is answered in words', async () => {
  for (const type of ['multipart/form-data; boundary=x', 'multipart/form-data']) {
    const answer = await heed.app.inject({ method: 'POST', url: '/trying', payload: '--x\r\nbroken', headers: { 'content-type': type } })
    equal(answer.statusCode, 400)
    match(answer.body, /nothing was saved/)
  }
})

test('what was typed before the session ended is on the answer, to be copied; what another site sent is not', async () => {
  const away = await heed.visitor()
  const page = await officer.get('/trying')
  const words = 'Six weeks of work on the leaflets.\n<script>alert(1)</script>'
  const [form] = page.forms.filter(({ values }) => '_key' in values)
  const sent = { ...form!.values, words, password: 'not to be shown', 'rows.0.newDate': '31 March 2027' }
  const answer = await away.ask('POST', '/trying', sent)
  equal(answer.statusCode, 403)
  const shown = readPage(answer.body, 403, '/trying')
  match(shown.text, /You have been signed out/)
  match(shown.text, /Six weeks of work on the leaflets/)
  match(shown.text, /Rows 1 new date ?31 March 2027/)
  match(answer.body, /&lt;script>alert/)
  doesNotMatch(answer.body, /not to be shown/)
  doesNotMatch(answer.body, /<script>alert/)
  const forged = await heed.app.inject({
    method: 'POST',
    url: '/trying',
    payload: new URLSearchParams({ words }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
  })
  equal(forged.statusCode, 403)
  doesNotMatch(forged.body, /Six weeks/)
})

test('a form sent with another session’s token shows what was typed as well', async () => {
  const answer = await officer.ask('POST', '/trying', { _token: 'an older one', words: 'Typed before signing in again' })
  equal(answer.statusCode, 403)
  match(answer.body, /Typed before signing in again/)
})

test('a text longer than a megabyte comes whole, also with a file beside it', async () => {
  const long = 'x'.repeat(1_500_000)
  const page = await officer.submit(await officer.get('/trying'), {
    words: long,
    paper: { name: 'a.txt', type: 'text/plain', bytes: Buffer.from('a') },
  })
  match(page.errors.map(({ text }) => text).join(), /This is too long/)
})

test('a form sent again with other words, from a page gone back to, is shown again with them and not answered as if they were kept', async () => {
  const page = await officer.get('/trying')
  equal((await officer.submit(page, { words: 'the first words' })).said, 'Done: the first words')
  const again = await officer.submit(page, { words: 'other words' })
  equal(again.status, 409)
  match(again.errors[0]!.text, /You sent this form before, with other words/)
  equal((await officer.submit(again)).said, 'Done: other words')
  const kept = (await done()).map(({ detail }) => (detail as { words: string }).words)
  equal(kept.filter((words) => words === 'other words').length, 1)
})

test('more than Heed takes is refused before it is read, on a page of the person who sent it', async () => {
  const answer = await officer.ask('POST', '/trying', { words: 'x' }, { 'content-length': String(60 * 1024 * 1024) })
  equal(answer.statusCode, 413)
  const page = readPage(answer.body, 413, '/trying')
  match(page.text, /larger than 25 MB/)
  equal(
    page.links.some(({ text }) => text.startsWith('Sign in')),
    false,
  )
})
