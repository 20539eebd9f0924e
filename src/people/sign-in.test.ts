import { deepEqual, equal, match, notEqual } from 'node:assert/strict'
import { after, test } from 'node:test'
import { emailOf, PASSWORD, testApp } from '../../support/test-app.ts'
import { SESSION_IDLE_MS, SESSION_WHOLE_MS } from './session.ts'
import { MOST_FAILURES } from './sign-in-limits.ts'

const heed = await testApp({ after })

test('a stranger sees the sign-in page and nothing else', async () => {
  const stranger = await heed.visitor()
  for (const address of ['/', '/settings', '/reviews/anything', '/nowhere']) equal((await stranger.get(address)).heading, 'Sign in')
  match((await stranger.get('/')).title, /^Sign in – Wexcombe Borough Council/)
  equal((await stranger.ask('GET', '/nowhere')).statusCode, 303)
})

test('after signing in one is where one wanted to be', async () => {
  const stranger = await heed.visitor()
  const page = await stranger.submit(await stranger.get('/settings/people?from=1'), {
    email: ` ${emailOf('administrator').toUpperCase()} `,
    password: PASSWORD,
  })
  equal(page.address, '/settings/people?from=1')
})

test('a page elsewhere is never where signing in leads', async () => {
  for (const then of ['//evil.example', 'https://evil.example', '/\\evil.example', '/\t/evil.example']) {
    const stranger = await heed.visitor()
    const { forms } = await stranger.get(`/sign-in?then=${encodeURIComponent(then)}`)
    const answer = await stranger.ask('POST', '/sign-in', { ...forms[0]?.values, then, email: emailOf('officer'), password: PASSWORD })
    equal(answer.headers.location, '/')
  }
})

test('a wrong password and an unknown address get the same words, and the password is not sent back', async () => {
  const stranger = await heed.visitor()
  const wrong = await stranger.submit(await stranger.get('/sign-in'), { email: emailOf('officer'), password: 'not-the-one-at-all' })
  const unknown = await stranger.submit(await stranger.get('/sign-in'), {
    email: 'no-one@wexcombe.example',
    password: 'not-the-one-at-all',
  })
  equal(wrong.status, 422)
  deepEqual(wrong.errors, unknown.errors)
  match(wrong.title, /^1 error: Sign in/)
  equal(wrong.html.includes('not-the-one-at-all'), false)
  equal(wrong.forms[0]?.values.email, emailOf('officer'))
})

test('a session is another after signing in, and its secret is nowhere in the database', async () => {
  const stranger = await heed.visitor()
  const page = await stranger.get('/sign-in')
  const sent = { ...page.forms[0]?.values, email: emailOf('officer'), password: PASSWORD }
  const first = (await stranger.ask('POST', '/sign-in', sent)).cookies.find(({ name }) => name === 'heed_session')
  const again = await heed.visitor()
  const second = (
    await again.ask('POST', '/sign-in', {
      ...sent,
      ...(await again.get('/sign-in')).forms[0]?.values,
      email: sent.email,
      password: PASSWORD,
    })
  ).cookies
  notEqual(first?.value, second.find(({ name }) => name === 'heed_session')?.value)
  equal(first?.httpOnly, true)
  equal(first?.sameSite, 'Lax')
  const kept = await heed.database.owner.selectFrom('session').selectAll().execute()
  equal(JSON.stringify(kept).includes(first?.value ?? 'none'), false)
})

test('signing out ends the session, not only the cookie', async () => {
  const officer = await heed.visitor('officer')
  const elsewhere = officer.another()
  equal((await officer.submit(await officer.get('/'), {}, 'Sign out')).heading, 'Sign in')
  equal((await elsewhere.get('/')).heading, 'Sign in')
})

test('a session ends after its idle time and, however busy, after its whole time', async () => {
  const start = heed.clock.now
  const idle = await heed.visitor('officer')
  const busy = await heed.visitor('officer')
  for (let at = 0; at < SESSION_WHOLE_MS; at += SESSION_IDLE_MS - 60_000) {
    heed.clock.now = new Date(start.getTime() + at)
    notEqual((await busy.get('/')).heading, 'Sign in')
  }
  equal((await idle.get('/')).heading, 'Sign in')
  heed.clock.now = new Date(start.getTime() + SESSION_WHOLE_MS + 1)
  equal((await busy.get('/')).heading, 'Sign in')
  heed.clock.now = start
})

test('after too many failures even the right password waits, and then it opens again', async () => {
  const stranger = await heed.visitor()
  const page = await stranger.get('/sign-in')
  for (let time = 0; time < MOST_FAILURES.ofAccount; time += 1)
    await stranger.submit(page, { email: emailOf('administrator'), password: 'guess' })
  const refused = await stranger.submit(page, { email: emailOf('administrator'), password: PASSWORD })
  equal(refused.status, 429)
  match(refused.errors[0]?.text ?? '', /Wait a quarter of an hour/)
  const before = heed.clock.now
  heed.clock.now = new Date(before.getTime() + 16 * 60_000)
  equal((await stranger.submit(page, { email: emailOf('administrator'), password: PASSWORD })).address, '/')
  heed.clock.now = before
})

test('a form without its token, or from another site, does nothing', async () => {
  const officer = await heed.visitor('officer')
  const { forms } = await officer.get('/')
  equal((await officer.ask('POST', '/sign-out', {})).statusCode, 403)
  equal((await officer.ask('POST', '/sign-out', forms[0]?.values, { 'sec-fetch-site': 'cross-site' })).statusCode, 403)
  notEqual((await officer.get('/')).heading, 'Sign in')
})
