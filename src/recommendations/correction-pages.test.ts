import { equal, match, ok } from 'node:assert/strict'
import { after, test } from 'node:test'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'

const heed = await testApp({ after })
const { slug } = await heed.inCouncil((trx) => putYoungCarers(trx, heed.officers.officer))
const visitor = await heed.visitor('officer')
const other = await heed.visitor('administrator')
const at = `/reviews/${slug}/recommendations`

test('a review is added by hand, with a recommendation, a part and an action', async () => {
  const form = await visitor.get('/new-review')
  const committeeId = await heed.inCouncil((trx) => trx.selectFrom('committee').select('id').executeTakeFirstOrThrow())
  const scaleId = await heed.inCouncil((trx) => trx.selectFrom('scale').select('id').executeTakeFirstOrThrow())
  const blank = await visitor.submit(form, { title: '' })
  equal(blank.status, 422)
  ok(blank.errors.some(({ text, field }) => text === 'Enter the title of the review' && field === 'title'))
  const review = await visitor.submit(form, {
    title: 'Winter buses',
    committeeId: committeeId.id,
    scaleId: scaleId.id,
    layout: 'action-plan',
  })
  equal(review.address, '/reviews/winter-buses')
  const recommendation = await visitor.submit(await visitor.get('/reviews/winter-buses/new-recommendation'), {
    ref: '1',
    text: 'That buses run on Boxing Day.',
    owners: 'Head of Transport\n\nWexcombe Buses Ltd',
    timescale: 'December 2027',
  })
  match(recommendation.said ?? '', /Heed reads this as (the end of December 2027|31 December 2027)/)
  match(recommendation.text, /Wexcombe Buses Ltd/)
  await visitor.submit(await visitor.get(`${recommendation.address}/new-part`), { ref: 'a', text: 'on all routes' })
  const page = await visitor.submit(await visitor.get(`${recommendation.address}/new-action`), {
    text: 'Ask the operator',
    percentComplete: '20%',
    budget: 'Nil',
  })
  match(page.text, /Ask the operator.*Nil.*20%/)
  match(page.text, /on all routes/)
})

test('two officers correct one wording: the second is shown both texts, loses nothing, and can save', async () => {
  const [mine, theirs] = [await visitor.get(`${at}/1/wording`), await other.get(`${at}/1/wording`)]
  await other.submit(theirs, { text: 'Theirs: every school names a lead.', reason: 'Shorter' })
  const told = await visitor.submit(mine, { text: 'Mine: every school tells families.', reason: 'Clearer' })
  equal(told.status, 409)
  match(told.text, /Somebody else changed this while you were writing/)
  match(told.text, /Theirs: every school names a lead\./)
  equal(told.forms.find((form) => form.values.reason)?.values.text, 'Mine: every school tells families.')
  const saved = await visitor.submit(told)
  match(saved.said ?? '', /The wording was corrected/)
  match(saved.text, /Mine: every school tells families\./)
  match(saved.text, /corrected 2 times/)
})

test('a change of a date is shown as Heed reads it before it is kept', async () => {
  const form = await visitor.get(`${at}/5/timescale`)
  const shown = await visitor.submit(form, { words: 'End of March 2028', reason: 'The evening moves.' })
  equal(shown.status, 200)
  match(shown.text, /Heed reads this as 31 March 2028/)
  const saved = await visitor.submit(shown)
  equal(saved.address, `${at}/5`)
  match(saved.text, /End of March 2028/)
  match(saved.text, /The evening moves\./)
})

test('a date is given by hand where Heed reads none, and a change without a reason is refused at its field', async () => {
  const form = await visitor.get(`${at}/3/timescale`)
  const day = { 'day.day': '1', 'day.month': '9', 'day.year': '2027' }
  const refused = await visitor.submit(form, { words: 'After the summer', meaning: 'day', ...day })
  equal(refused.status, 422)
  equal(refused.errors[0]?.field, 'reason')
  const saved = await visitor.submit(refused, { reason: 'The contract was let late.' })
  match(saved.text, /After the summer ?1 September 2027/)
})

test('owners and the response are changed on pages of their own', async () => {
  const owned = await visitor.submit(await visitor.get(`${at}/4/owners`), { owners: 'Head of Transport' })
  match(owned.text, /Owners ?Head of Transport/)
  const refused = await visitor.submit(await visitor.get(`${at}/5/response`), { answer: 'rejected' })
  equal(refused.status, 422)
  match(refused.errors[0]?.text ?? '', /Give the reasons/)
  match((await visitor.submit(refused, { text: 'Too dear.' })).text, /Rejected ?Too dear\./)
})

test('an action is corrected and withdrawn', async () => {
  const corrected = await visitor.submit(await visitor.get(`${at}/3/actions/1`), { percentComplete: '120' })
  equal(corrected.errors[0]?.field, 'percentComplete')
  match((await visitor.submit(corrected, { percentComplete: '80' })).text, /80%/)
  const form = await visitor.get(`${at}/3/actions/1/withdrawal`)
  equal((await visitor.submit(form)).status, 422)
  const page = await visitor.submit(form, { reason: 'Done by another contract' })
  match(page.said ?? '', /was withdrawn/)
  match(page.text, /No action is planned/)
})

test('a review’s particulars are corrected, and its address stays', async () => {
  const page = await visitor.submit(await visitor.get(`/reviews/${slug}/particulars`), {
    title: 'Young carers',
    linkOfficers: 'Priya Nand\nTom Ashby',
  })
  equal(page.heading, 'Young carers')
  equal(page.address, `/reviews/${slug}`)
  match(page.text, /Priya Nand and Tom Ashby/)
})

test('a date’s meaning is told as it is typed', async () => {
  const page = await visitor.get(`${at}/5/timescale`)
  const token = page.forms.find((form) => form.values.meaning)?.values._token as string
  const answer = await visitor.ask('POST', '/timescale-meaning', { words: '31 March 2027' }, { 'x-form-token': token })
  match(answer.json<{ echo: string }>().echo, /31 March 2027/)
})
