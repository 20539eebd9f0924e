import { deepEqual, equal, match } from 'node:assert/strict'
import { after, test } from 'node:test'
import { A_WEEK_BEFORE, memberVisitor, putMemberAccount, putPublishedMeeting } from '../support/fictional-briefing.ts'
import { readPage } from '../support/page.ts'
import { emailOf, PASSWORD, testApp } from '../support/test-app.ts'

/** Every address that Heed has, asked for by a member of a committee: only those that are named here answer. Whoever adds a page for members names it. */

const heed = await testApp({ after })
heed.clock.now = A_WEEK_BEFORE
const { meeting, members } = await heed.inCouncil((trx) => putPublishedMeeting(trx, heed.officers.officer))
const ash = await memberVisitor(heed, await putMemberAccount(heed, members.get('Cllr Ash')!, 'Cllr Ash'))
const line = (await ash.get(`/briefing/${meeting.slug}`)).links.find(({ text }) => text === 'Recommendation 3')!.href

const PAGES_FOR_MEMBERS = [
  '/',
  '/account',
  '/briefing',
  '/briefing/:meeting',
  '/briefing/:meeting/:item/:line',
  '/briefing/:meeting/publications/:publication/:format',
  '/briefing/:meeting/publications/:publication/files/:position',
  '/briefing/:meeting/questions',
]
const FORMS_FOR_MEMBERS = [
  '/account',
  '/briefing/:meeting/:item/:line',
  '/briefing/:meeting/questions/:question/readers',
  '/briefing/:meeting/questions/:question/withdrawal',
  '/sign-out',
]
/** Open to everybody, signed in or not: by a link's secret, or to sign in. */
const OPEN = /^\/(register(\/|$)|sign-in|invitations\/:secret|passwords\/:secret|calendar\/:secret\.ics|asked\/)/

const REFUSED = /This page is for the council’s officers/

test('what is open to everybody is open to a stranger', async () => {
  const stranger = await heed.visitor()
  for (const address of heed.app.pageAddresses.filter((each) => OPEN.test(each)))
    equal(String((await stranger.ask('GET', filled(address))).headers.location).startsWith('/sign-in?'), false, address)
})

test('a member opens every page that is named for members and, but for those that are open to everybody, no other', async () => {
  const opened: string[] = []
  for (const address of new Set(heed.app.pageAddresses)) {
    if (OPEN.test(address)) continue
    const answer = await ash.ask('GET', filled(address))
    if (answer.statusCode === 403 && REFUSED.test(answer.body)) continue
    opened.push(address)
    // No file was published beside the agenda.
    const wanted = address.endsWith('/files/:position') ? answer.statusCode === 404 : answer.statusCode < 400
    equal(wanted, true, `${address} answers ${answer.statusCode}`)
  }
  deepEqual(opened.toSorted(), PAGES_FOR_MEMBERS)
  equal(heed.app.pageAddresses.length > 200, true)
})

test('a member sends every form that is named for members and no other, whatever its address', async () => {
  const token = (await ash.get('/account')).forms[0]!.values
  const before = await events()
  const taken: string[] = []
  for (const address of new Set(heed.app.formAddresses)) {
    if (OPEN.test(address)) continue
    // Signing out ends the visit, so it is tried apart.
    const visitor = address === '/sign-out' ? await memberVisitor(heed, await anotherMember()) : ash
    const own = address === '/sign-out' ? (await visitor.get('/account')).forms[0]!.values : token
    const answer = await visitor.ask('POST', filled(address), { ...own, _key: crypto.randomUUID() })
    if (answer.statusCode !== 403 || !REFUSED.test(answer.body)) taken.push(address)
  }
  deepEqual(taken.toSorted(), FORMS_FOR_MEMBERS)
  deepEqual(await events(), before)
  equal(heed.app.formAddresses.length > 150, true)
})

test('every address is one of these: there is no other way to ask for anything', async () => {
  const methods = heed.app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((words) => /\(([A-Z, ]+)\)/.exec(words)?.[1]?.split(', ') ?? [])
  deepEqual([...new Set(methods)].toSorted(), ['GET', 'HEAD', 'POST'])
  equal((await ash.ask('GET', '/nowhere')).statusCode, 403)
})

test('what a member’s pages lead to is all for members', async () => {
  const seen = new Set(['/briefing'])
  for (const address of seen) {
    const answer = await ash.ask('GET', address)
    equal(answer.statusCode < 400, true, `${address} answers ${answer.statusCode}`)
    if (!String(answer.headers['content-type']).startsWith('text/html') || answer.headers['content-disposition']) continue
    for (const { href } of readPage(answer.body, 200, address).links) if (href.startsWith('/')) seen.add(href.split('#')[0]!)
  }
  equal(seen.size > 10, true)
})

test('a member who signs in is where members are, whatever address they came by', async () => {
  const visitor = await heed.visitor()
  const asked = await visitor.get('/meetings')
  const home = await visitor.submit(asked, { email: 'cllr.ash@wexcombe.example', password: PASSWORD })
  equal(home.address, '/briefing')
  const other = await heed.visitor()
  const own = await other.submit(await other.get(line), { email: 'cllr.ash@wexcombe.example', password: PASSWORD })
  equal(own.address, line)
  const account = own.links.find(({ text }) => text === 'Your account')
  equal(account?.href, '/account')
  deepEqual(
    (await other.get('/account')).links.filter(({ href }) => /your-updates|calendar/.test(href)),
    [],
  )
})

test('nobody is an officer and a member: the role of a member cannot be changed, and an officer cannot be invited as one', async () => {
  const administrator = await heed.visitor('administrator')
  const people = await administrator.get('/people')
  match(people.text, /Cllr Ash cllr.ash@wexcombe.example Member of committees/)
  const person = people.links.find(({ text }) => text === 'Cllr Ash')!.href
  const changed = await administrator.submit(await administrator.get(`${person}/role`), { role: 'administrator' }, 'Save')
  equal(changed.status, 409)
  const officer = await heed.visitor('officer')
  const invited = await officer.submit(await officer.get('/members/cllr-cedar/signing-in'), { email: emailOf('officer') }, 'Make the link')
  equal(invited.status, 409)
  match(invited.errors[0]?.text ?? '', /Oswin Thorpe can already sign in/)
})

/** With what is there where it matters, else with words that lead nowhere: a closed page is refused before it looks. */
function filled(address: string): string {
  const [, , , item = '', id = ''] = line.split('/')
  const known: Record<string, string> = {
    meeting: meeting.slug,
    item,
    line: id,
    publication: 'agenda-1',
    format: 'html',
    question: crypto.randomUUID(),
  }
  return address.replaceAll(/:(\w+)/g, (_, name: string) => known[name] ?? 'nothing')
}

const events = () => heed.inCouncil((trx) => trx.selectFrom('event').select('number').execute())

function anotherMember() {
  return putMemberAccount(heed, members.get('Cllr Birch')!, 'Cllr Birch')
}
