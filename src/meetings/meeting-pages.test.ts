import { deepEqual, equal, match } from 'node:assert/strict'
import { after, test } from 'node:test'
import { putCommittee } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import { keepMeetingPapers, meetingOn } from './insert-meeting.ts'

const heed = await testApp({ after })
const { officer } = heed.officers
const visitor = await heed.visitor('officer')

test('a meeting shows who was there, its agenda, and its minutes with what was resolved and asked for', async () => {
  await heed.inCouncil(async (trx) => {
    const committee = await putCommittee(trx, officer, 'children', 'Children and Young People Panel')
    const meeting = await meetingOn(trx, officer, committee, '2026-09-16')
    await keepMeetingPapers(trx, officer, meeting, {
      venue: 'Council Chamber',
      present: ['Cllr Ferris (Chair)', 'Cllr Oduya'],
      apologies: ['Cllr Marsh'],
      agenda: [{ ref: '4', title: 'Young carers: progress', appendix: 'B' }],
    })
    await keepMeetingPapers(trx, officer, meeting, {
      minutes: [
        {
          ref: '12/26',
          title: 'Young carers',
          text: 'The Panel heard the report.\nResolved: That it be noted.',
          resolution: 'That it be noted.',
          requests: ['Figures by ward in January'],
        },
      ],
    })
  })
  const page = await visitor.get('/meetings/2026-09-16-children')
  equal(page.heading, 'Meeting of 16 September 2026')
  match(page.text, /Place ?Council Chamber/)
  match(page.text, /Apologies ?Cllr Marsh/)
  deepEqual(page.tables[0]?.[1], ['4', 'Young carers: progress', 'B'])
  match(
    page.text,
    /12\/26 – Young carers ?The Panel heard the report\. ?Resolved ?That it be noted\. ?Asked for ?Figures by ward in January/,
  )
  const committee = await visitor.get('/committees/children')
  match(committee.text, /16 September 2026 ?None ?Agenda, Minutes/)
})
