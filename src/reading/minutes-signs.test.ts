import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from '../platform/documents/read-text.ts'
import { looksLikeMinutes } from './minutes-signs.ts'
import { readDocument } from './read-document.ts'

const blocksOf = (text: string) => readText(text, 'wexcombe.txt').blocks
const meetingOf = (text: string) => readDocument(readText(text, 'wexcombe.txt')).meetings[0]!

const HEAD =
  'Place Scrutiny Panel\n\nTuesday 2 September 2025\n\nPresent: Councillors A Bell (Chair) and C Dent\n\nApologies: Councillor E Fell\n\n'

test('a paper without the word minutes is taken for minutes by several signs together', () => {
  ok(looksLikeMinutes(blocksOf(`${HEAD}1. Flood review\n\nThe Panel considered the report.\n\nRESOLVED that it be noted.\n`)))
})

test('who is a member, and when it meets, is not enough: an agenda is no minutes', () => {
  const agenda = `${HEAD}Agenda\n\n1. Apologies\n\nTo receive apologies.\n\n2. Flood review\n\nTo consider a report.\n\nThe quorum is 3.\n`
  equal(looksLikeMinutes(blocksOf(agenda)), false)
})

test('an item of the agenda that is mentioned does not make minutes an agenda', () => {
  const meeting = meetingOf(
    `${HEAD}1. Interests\n\nCouncillor Dent declared an interest in agenda item 2.\n\n2. Flood review\n\nRESOLVED that the review be noted.\n`,
  )
  equal(meeting.minutes?.length, 2)
  equal(meeting.minutes[1]!.resolution, 'that the review be noted.')
})

test('paragraphs that are numbered under their item say what was decided as others do', () => {
  const meeting = meetingOf(
    `Minutes of the ${HEAD}23. Flood review\n\n23.1 The report was noted.\n\n23.2 RESOLVED: That the weir be inspected.\n\n24. Work programme\n\n24.1 None.\n`,
  )
  equal(meeting.minutes![0]!.resolution, 'That the weir be inspected.')
  ok(meeting.minutes![0]!.text.includes('23.2 RESOLVED'))
})

test('apologies that were received and accepted name who sent them', () => {
  const meeting = meetingOf(
    `Minutes of the ${HEAD}24/041 Apologies\n\nApologies were received and accepted from Cllr G Hale (work).\n\n24/042 Flood review\n\nThe Clerk is to write to the drainage board by May.\n`,
  )
  ok(meeting.apologies?.some((name) => name.startsWith('Cllr G Hale')))
  deepEqual(meeting.minutes![1]!.requests, ['The Clerk is to write to the drainage board by May.'])
})

test('an interest that is declared beside those who were there is read', () => {
  const meeting = meetingOf(
    'Minutes of the Place Scrutiny Panel held on 2 September 2025\n\nPresent: Councillors Ada Bell and Cyril Dent\n\nDeclarations: Councillor Dent declared an interest in item 1.\n\n1. Flood review\n\nDecision: To note.\n\n2. Work programme\n\nDecision: To note.\n',
  )
  deepEqual(
    meeting.declarations?.map(({ who, item }) => [who.replace('Councillor ', ''), item]),
    [['Cyril Dent', '1']],
  )
})

test('members whom a council calls visiting are no members, and those absent with apologies sent them', () => {
  const meeting = meetingOf(
    'Minutes of the Place Scrutiny Panel held on 2 September 2025\n\nPresent: Councillors A Bell and C Dent\n\nVisiting Members: Councillor G Hale\n\nAbsent with apologies: Councillor E Fell\n\n1. Flood review\n\nAfter discussion, the Panel:\n\n(a) noted the review; and\n\n(b) instructed the Head of Rivers to bring a further report in May 2026.\n\n2. Work programme\n\nNone.\n\nThe meeting rose at 7.50 pm\n',
  )
  equal(meeting.present?.length, 2)
  deepEqual(meeting.apologies, ['Councillor E Fell'])
  equal(meeting.time, undefined, 'when it ended is not when it began')
  equal(meeting.minutes![0]!.requests?.length, 1)
})

test('a paper that follows recommendations is no minutes, whoever is named in it', () => {
  const table =
    'Recommendation\tProgress\tOfficer\n1. That the weir be inspected\tThe Panel noted it.\tA Bell\n2. That it be mended\tResolved\tC Dent\n'
  equal(looksLikeMinutes(blocksOf(`${HEAD}${table}`)), false)
  const report = `Place Scrutiny Panel\n\nTuesday 2 September 2025\n\nMembers: all\n\nOfficers: all\n\n1 Flood review\n\nThe Panel noted the report.\n\nRESOLVED that it be noted.\n`
  equal(looksLikeMinutes(blocksOf(report)), false)
})
