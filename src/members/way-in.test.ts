import { deepEqual, equal, match } from 'node:assert/strict'
import { after, test } from 'node:test'
import { putCommittee } from '../../support/fictional-review.ts'
import { putMembers } from '../../support/fictional-room.ts'
import { testApp } from '../../support/test-app.ts'

const heed = await testApp({ after })
await heed.inCouncil(async (trx) => {
  const id = await putCommittee(trx, heed.officers.officer, 'place', 'Place Panel')
  const names = ['Cllr Ash', 'Cllr Birch', 'Cllr Cedar'].map((name) => ({ name, place: 'member' as const }))
  await putMembers(trx, heed.officers.officer, { id, slug: 'place', name: 'Place Panel' }, names)
})
const FRESH = 'lantern-orchid-gravel'
const officer = await heed.visitor('officer')
const invite = async (slug: string, email: string) => {
  heed.clock.now = new Date(heed.clock.now.getTime() + 1000)
  const page = await officer.get(`/members/${slug}/signing-in`)
  const done = await officer.submit(page, { email }, page.text.includes('Make another link') ? 'Make another link' : 'Make the link')
  return { page: done, link: /\/invitations\/[\w-]{43}/.exec(done.text)?.[0] ?? '' }
}

test('an officer invites a member from their page, and the member joins and sees their committee', async () => {
  match((await officer.get('/members/cllr-ash')).text, /Signs in Not invited/)
  const { page, link } = await invite('cllr-ash', 'ash@wexcombe.example')
  match(page.said ?? '', /Cllr Ash is invited/)
  equal((await officer.get(page.address)).text.includes('/invitations/'), true, 'shown while it is in this browser')
  equal((await (await heed.visitor('officer')).get(page.address)).text.includes('/invitations/'), false)
  const ash = await heed.visitor()
  const joined = await ash.submit(await ash.get(link), { password: FRESH })
  equal(joined.address, '/briefing')
  match(joined.text, /Place Panel Member/)
  match((await officer.get('/members/cllr-ash')).text, /Signs in As ash@wexcombe.example/)
  const administrator = await heed.visitor('administrator')
  match((await administrator.get('/people')).text, /Cllr Ash ash@wexcombe.example Member of committees/)
})

test('of the links of a member only the last opens, and none once it is withdrawn', async () => {
  const first = await invite('cllr-birch', 'birch@wexcombe.example')
  const second = await invite('cllr-birch', 'b.birch@wexcombe.example')
  const birch = await heed.visitor()
  deepEqual([(await birch.get(first.link)).status, (await birch.get(second.link)).status], [404, 200])
  const withdrawn = await officer.submit(await officer.get('/members/cllr-birch/signing-in'), {}, 'Withdraw this invitation')
  match(withdrawn.said ?? '', /opens nothing now/)
  equal((await birch.get(second.link)).status, 404)
  match((await officer.get('/members/cllr-birch')).text, /Signs in Not invited/)
})

test('a member has one account', async () => {
  const { link } = await invite('cllr-cedar', 'cedar@wexcombe.example')
  const cedar = await heed.visitor()
  const joining = await cedar.get(link)
  await cedar.submit(joining, { password: FRESH })
  const again = await officer.ask('POST', '/members/cllr-cedar/signing-in', {
    ...(await officer.get('/members/cllr-birch/signing-in')).forms.find(({ action }) => action.endsWith('/signing-in'))!.values,
    email: 'another@wexcombe.example',
  })
  equal(again.statusCode, 409)
  match(again.body, /Cllr Cedar can already sign in, as cedar@wexcombe.example/)
})

test('a member whose access is withdrawn is signed out at once, keeps their seat, and can be invited again', async () => {
  const cedar = await heed.visitor()
  await cedar.submit(await cedar.get('/sign-in'), { email: 'cedar@wexcombe.example', password: FRESH })
  equal((await cedar.get('/briefing')).heading, 'Welcome, Cllr Cedar')
  const asking = await officer.get('/members/cllr-cedar/signing-in/withdrawal')
  const done = await officer.submit(asking, {}, 'Withdraw access')
  match(done.said ?? '', /can no longer sign in/)
  equal((await cedar.get('/briefing')).heading, 'Sign in')
  match(done.text, /Place Panel Member/)
  const { link } = await invite('cllr-cedar', 'cedar@wexcombe.example')
  equal((await cedar.submit(await cedar.get(link), { password: FRESH })).address, '/briefing')
})

test('a council keeps its administrator, however many members sign in', async () => {
  const administrator = await heed.visitor('administrator')
  const self = (await administrator.get('/people')).links.find(
    ({ text, href }) => text === 'Ada Minster' && href.startsWith('/people/'),
  )!.href
  equal((await administrator.submit(await administrator.get(`${self}/withdrawal`), {}, 'Withdraw access')).status, 409)
})
