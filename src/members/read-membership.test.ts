import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { Member } from './member.ts'
import { readMembership } from './read-membership.ts'

const member = (name: string, id = name): Member => ({ id, slug: id, version: 1, name, kind: 'councillor', represents: '', email: '' })
const read = (text: string, members: Member[] = []) =>
  readMembership(text, members).map(({ name, kind, place, represents }) => [name, kind, place, represents])

test('places stand in brackets or after a comma or dash, and what else is said is whom they speak for', () => {
  deepEqual(read('Cllr J Marsh (Chair), Labour\n- Cllr A Oduya (Vice-Chairman)\nCllr P Ferris – Green\n4. Cllr R Fir, substitute'), [
    ['Cllr J Marsh', 'councillor', 'chair', 'Labour'],
    ['Cllr A Oduya', 'councillor', 'vice-chair', ''],
    ['Cllr P Ferris', 'councillor', 'member', 'Green'],
    ['Cllr R Fir', 'councillor', 'substitute', ''],
  ])
})

test('beside councillors, those who are called none are co-optees', () => {
  deepEqual(read('Cllr J Marsh\nMrs C Hale (Diocese of Wexcombe)'), [
    ['Cllr J Marsh', 'councillor', 'member', ''],
    ['Mrs C Hale', 'co-optee', 'co-optee', 'Diocese of Wexcombe'],
  ])
})

test('where nobody is called councillor, nothing is guessed of anybody', () => {
  deepEqual(read('J. Marsh\nK Ash (Chair)'), [
    ['J. Marsh', 'councillor', 'member', ''],
    ['K Ash', 'councillor', 'chair', ''],
  ])
})

test('a line that names a group says what those below it are', () => {
  deepEqual(read('Councillors:\nJ Marsh\nK Ash (Chair)\nCo-opted Members:\nMr T Elm\nSubstitutes\nCllr B Yew'), [
    ['J Marsh', 'councillor', 'member', ''],
    ['K Ash', 'councillor', 'chair', ''],
    ['Mr T Elm', 'co-optee', 'co-optee', ''],
    ['Cllr B Yew', 'councillor', 'substitute', ''],
  ])
})

test('a name as minutes shorten it is offered as the member on record, never where two might be meant', () => {
  const [ash, other] = [member('Cllr K R Ash'), member('Cllr T Ash')]
  equal(readMembership('K Ash (Chair)', [ash, other])[0]?.like, ash)
  equal(readMembership('Councillor Ash', [ash, other])[0]?.like, null)
  equal(readMembership('Councillor Ash', [ash])[0]?.like, ash)
  equal(readMembership('Mrs L Ash', [ash, other])[0]?.like, null)
})

test('on a board where councillors are the fewer, those who speak for another body are members', () => {
  const places = (text: string) => readMembership(text, []).map(({ place }) => place)
  deepEqual(places('Cllr J Marsh\nDr K Ash – Wexcombe Hospitals\nT Elm – Healthwatch'), ['member', 'member', 'member'])
  deepEqual(places('Cllr J Marsh\nCllr B Yew\nMr T Elm – Diocese'), ['member', 'member', 'co-optee'])
})
