import { deepEqual, equal, match, notEqual, rejects } from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from '../../support/page.ts'
import { emailOf, PASSWORD, testApp } from '../../support/test-app.ts'
import { makePassword } from './password.ts'
import { setPassword } from './set-password.command.ts'

const heed = await testApp({ after })
const FRESH = 'lantern-orchid-gravel'

async function invited(name: string, email: string): Promise<{ page: Page; link: string }> {
  const administrator = await heed.visitor('administrator')
  const page = await administrator.submit(await administrator.get('/people/invitations/add'), { name, email, role: 'officer' })
  return { page, link: /\/invitations\/[\w-]{43}/.exec(page.text)?.[0] ?? '' }
}

const kinds = () =>
  heed.inCouncil((trx) => trx.selectFrom('event').select('kind').orderBy('number').execute()).then((rows) => rows.map(({ kind }) => kind))

test('an invited person joins by the link, once', async () => {
  const { page, link } = await invited('Petra Lowe', 'petra@wexcombe.example')
  equal(page.heading, 'Invitation for Petra Lowe')
  const petra = await heed.visitor()
  const joining = await petra.get(link)
  equal(joining.heading, 'Join Wexcombe Borough Council')
  equal((await petra.get(link)).status, 200, 'a mail scanner that only looks must not spend it')
  const home = await petra.submit(joining, { password: FRESH })
  match(home.said ?? '', /signed in for Wexcombe/)
  const other = await heed.visitor()
  equal((await other.get(link)).status, 404)
  equal((await other.submit(await other.get('/sign-in'), { email: 'petra@wexcombe.example', password: FRESH })).address, '/')
  equal((await petra.get('/people')).status, 403)
  deepEqual((await kinds()).slice(-2), ['invitation.made', 'invitation.accepted'])
})

test('the secret of a link is nowhere in the database', async () => {
  const { link } = await invited('Secret Keeper', 'keeper@wexcombe.example')
  const secret = link.split('/')[2] ?? 'none'
  for (const table of ['invitation', 'event', 'form_key'] as const) {
    const rows = await heed.database.owner.selectFrom(table).selectAll().execute()
    equal(JSON.stringify(rows).includes(secret), false, table)
  }
})

test('a link sent twice at once lets one person in', async () => {
  const { link } = await invited('Twice Over', 'twice@wexcombe.example')
  const [one, two] = [await heed.visitor(), await heed.visitor()]
  const pages = [await one.get(link), await two.get(link)] as const
  const answers = await Promise.all([one.submit(pages[0], { password: FRESH }), two.submit(pages[1], { password: FRESH })])
  equal(answers.filter(({ address }) => address === '/').length, 1)
})

test('a link that was withdrawn, replaced or has run out opens nothing', async () => {
  const withdrawn = await invited('Wanda Witt', 'wanda@wexcombe.example')
  const administrator = await heed.visitor('administrator')
  await administrator.submit(await administrator.get(withdrawn.page.address), {}, 'Withdraw this invitation')
  const replaced = await invited('Rita Rowe', 'rita@wexcombe.example')
  heed.clock.now = new Date(heed.clock.now.getTime() + 1000)
  const fresh = await invited('Rita Rowe', 'rita@wexcombe.example')
  const stranger = await heed.visitor()
  deepEqual(
    [(await stranger.get(withdrawn.link)).status, (await stranger.get(replaced.link)).status, (await stranger.get(fresh.link)).status],
    [404, 404, 200],
  )
  const before = heed.clock.now
  heed.clock.now = new Date(before.getTime() + 7 * 86_400_000 + 1)
  equal((await stranger.get(fresh.link)).status, 404)
  heed.clock.now = before
})

test('a weak password is refused in words and another may be tried', async () => {
  const { link } = await invited('Wendy Weekes', 'wendy@wexcombe.example')
  const wendy = await heed.visitor()
  const refused = await wendy.submit(await wendy.get(link), { password: 'short' })
  deepEqual(
    refused.errors.map(({ field }) => field),
    ['password'],
  )
  equal((await wendy.submit(refused, { password: FRESH })).address, '/')
})

test('someone who has an account joins with its password and no other', async () => {
  const administrator = await heed.visitor('administrator')
  const people = await administrator.get('/people')
  const petra = people.links.find(({ text }) => text === 'Petra Lowe')?.href ?? ''
  await administrator.submit(await administrator.get(`${petra}/withdrawal`), {}, 'Withdraw access')
  const { link } = await invited('Petra Lowe', 'petra@wexcombe.example')
  const stranger = await heed.visitor()
  equal((await stranger.submit(await stranger.get(link), { password: 'another-one-entirely' })).status, 422)
  equal((await stranger.submit(await stranger.get(link), { password: FRESH })).address, '/')
})

test('whose access is withdrawn is signed out at once and stays out', async () => {
  const { link } = await invited('Gone Soon', 'gone@wexcombe.example')
  const gone = await heed.visitor()
  await gone.submit(await gone.get(link), { password: FRESH })
  const administrator = await heed.visitor('administrator')
  const person = (await administrator.get('/people')).links.find(({ text }) => text === 'Gone Soon')?.href ?? ''
  const done = await administrator.submit(await administrator.get(`${person}/withdrawal`), {}, 'Withdraw access')
  match(done.said ?? '', /can no longer sign in/)
  equal((await gone.get('/')).heading, 'Sign in')
  equal((await gone.submit(await gone.get('/sign-in'), { email: 'gone@wexcombe.example', password: FRESH })).status, 422)
})

test('the only administrator can neither go nor become an officer', async () => {
  const administrator = await heed.visitor('administrator')
  const self =
    (await administrator.get('/people')).links.find(({ text, href }) => text === 'Ada Minster' && href.startsWith('/people/'))?.href ?? ''
  equal((await administrator.submit(await administrator.get(`${self}/withdrawal`), {}, 'Withdraw access')).status, 409)
  equal((await administrator.submit(await administrator.get(`${self}/role`), { role: 'officer' })).status, 409)
})

test('a link to set a password works once and signs out everywhere', async () => {
  const administrator = await heed.visitor('administrator')
  const officer = await heed.visitor('officer')
  const person = (await administrator.get('/people')).links.find(({ text }) => text === 'Oswin Thorpe')?.href ?? ''
  const page = await administrator.submit(await administrator.get(person), {}, 'Make a link to set a new password')
  const link = /\/passwords\/[\w-]{43}/.exec(page.text)?.[0] ?? ''
  const stranger = await heed.visitor()
  const setting = await stranger.get(link)
  equal((await stranger.submit(setting, { password: FRESH })).heading, 'Sign in')
  equal((await stranger.submit(setting, { password: FRESH })).status, 404)
  equal((await officer.get('/')).heading, 'Sign in')
  equal((await stranger.submit(await stranger.get('/sign-in'), { email: emailOf('officer'), password: FRESH })).address, '/')
})

test('a person changes their own password with the present one, and stays signed in only here', async () => {
  const here = await heed.visitor('administrator')
  const elsewhere = await heed.visitor('administrator')
  const wrong = await here.submit(await here.get('/account'), { present: 'not-this-one', password: FRESH })
  deepEqual(
    wrong.errors.map(({ field }) => field),
    ['present'],
  )
  const changed = await here.submit(await here.get('/account'), { present: PASSWORD, password: FRESH })
  match(changed.said ?? '', /was changed/)
  notEqual((await here.get('/')).heading, 'Sign in')
  equal((await elsewhere.get('/')).heading, 'Sign in')
})

test('whoever runs the machine can let someone in again, and it is in the history', async () => {
  const password = makePassword()
  const before = await heed.visitor('administrator')
  await setPassword(heed.database.app, emailOf('administrator'), password)
  equal((await before.get('/')).heading, 'Sign in')
  const stranger = await heed.visitor()
  equal((await stranger.submit(await stranger.get('/sign-in'), { email: emailOf('administrator'), password })).address, '/')
  equal((await kinds()).at(-1), 'password.set-by-command')
  await rejects(setPassword(heed.database.app, 'no-one@wexcombe.example', password), { code: 'not-found' })
})
