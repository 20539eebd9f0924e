import { deepEqual, equal, match, rejects } from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { aDecision, attend, decide, IN_THE_EVENING, putPanelMeeting, type FictionalMeeting } from '../../support/fictional-meeting.ts'
import { testApp } from '../../support/test-app.ts'
import { dropItem } from '../meetings/save-agenda.ts'
import { storedItems } from '../meetings/agenda.queries.ts'
import type { Trx } from '../platform/database/database.ts'
import { standingCheckBacks } from '../rounds/check-back.queries.ts'
import type { DecisionKind, DecisionSaid } from './decision.ts'
import { settlementsOf } from './decision.queries.ts'
import { declareInterest } from './record-attendance.ts'
import { recordDecisions, withdrawDecision } from './record-decision.ts'
import { loadRoom, standingDecision, type Room } from './room.queries.ts'

const heed = await testApp({ after })
const { officer } = heed.officers
const panel: FictionalMeeting = await heed.inCouncil((trx) => putPanelMeeting(trx, officer))
const { meeting, members } = panel

class Undone extends Error {}

/** Each test begins with the meeting as it was put: what it does is undone. */
async function inMeeting(work: (trx: Trx) => Promise<void>): Promise<void> {
  await heed
    .inCouncil(async (trx) => {
      await work(trx)
      throw new Undone()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error
    })
}

const room = (trx: Trx): Promise<Room> => loadRoom(trx, meeting)
const press = (trx: Trx, name: string, kind: DecisionKind, more: Partial<DecisionSaid> = {}, now?: Date) =>
  decide(trx, officer, meeting, name, { kind, ...more }, now)
const refused = (work: Promise<unknown>, code: string, message: RegExp) => rejects(work, { code, message })

beforeEach(() => {
  heed.clock.now = IN_THE_EVENING
})

test('the room has a line for everything that the round asks about, parts before their whole', () =>
  inMeeting(async (trx) => {
    deepEqual(
      (await room(trx)).lines.map(({ name }) => name),
      [
        'Recommendation 2, part a',
        'Recommendation 2, part b',
        'Recommendation 2 as a whole',
        'Recommendation 3',
        'Recommendation 4',
        'Recommendation 5',
      ],
    )
  }))

test('a decision is recorded with its event, and the last of several about a line stands', () =>
  inMeeting(async (trx) => {
    await press(trx, 'Recommendation 3', 'agree')
    await press(trx, 'Recommendation 3', 'challenge', { gradeCode: '4', words: 'Nothing has been let.' })
    const now = await room(trx)
    const stands = standingDecision(
      now,
      now.lines.find(({ name }) => name === 'Recommendation 3')!,
    )
    deepEqual(
      [stands?.kind, stands?.gradeLabel, stands?.meaning, stands?.words],
      ['challenge', 'Not Achieved', 'not_achieved', 'Nothing has been let.'],
    )
    const events = await trx.selectFrom('event').select('detail').where('kind', '=', 'decision.recorded').execute()
    equal(events.length, 2)
    match(JSON.stringify(events), /Challenged the assessment: Not Achieved/)
  }))

test('what is not on the agenda of the meeting is not decided', () =>
  inMeeting(async (trx) => {
    const open = await room(trx)
    const said = aDecision(open, 'Recommendation 3', { kind: 'agree' })
    const first = {
      ...said,
      recommendationId: (await trx.selectFrom('recommendation').select('id').where('slug', '=', '1').executeTakeFirstOrThrow()).id,
    }
    await refused(
      recordDecisions(trx, officer, meeting, [first], IN_THE_EVENING),
      'invalid',
      /not part of item 2, Support for young carers/,
    )
    const item = (await storedItems(trx, meeting.id)).find(({ kind }) => kind === 'round')!
    await dropItem(trx, officer, meeting, item, true)
    await refused(
      recordDecisions(trx, officer, meeting, [said], IN_THE_EVENING),
      'invalid',
      /not on the agenda of this meeting, or was taken off it/,
    )
  }))

test('a recommendation with an open part is not signed off, and is once its parts are', () =>
  inMeeting(async (trx) => {
    await refused(press(trx, 'Recommendation 2 as a whole', 'sign-off'), 'conflict', /parts a and b are still open/)
    await press(trx, 'Recommendation 2, part a', 'sign-off')
    await refused(press(trx, 'Recommendation 2 as a whole', 'sign-off'), 'conflict', /part b is still open/)
    await press(trx, 'Recommendation 2, part b', 'close', { ending: 'superseded' })
    await press(trx, 'Recommendation 2 as a whole', 'sign-off')
    const { settled, lines } = await room(trx)
    equal(settled.get(lines[2]!.recommendation.id)?.kind, 'sign-off')
  }))

test('parts and their whole are signed off in one go, or none of them', () =>
  inMeeting(async (trx) => {
    const open = await room(trx)
    const named = (name: string) => aDecision(open, name, { kind: 'sign-off' })
    const [a, b, whole] = [named('Recommendation 2, part a'), named('Recommendation 2, part b'), named('Recommendation 2 as a whole')]
    equal((await recordDecisions(trx, officer, meeting, [a, b, whole], IN_THE_EVENING)).length, 3)
  }))

test('whoever does not sit, has no vote, is away, or left for an interest neither moves nor seconds', () =>
  inMeeting(async (trx) => {
    const moved = (name: string) => press(trx, 'Recommendation 5', 'agree', { movedBy: members.get(name)! })
    await refused(moved('Ms Elder'), 'invalid', /Ms Elder sits without a vote, so cannot move it/)
    await refused(moved('Cllr Fir'), 'invalid', /Cllr Fir sent apologies/)
    await refused(
      press(trx, 'Recommendation 5', 'agree', { movedBy: members.get('Cllr Ash')!, secondedBy: members.get('Cllr Ash')! }),
      'invalid',
      /Whoever moved cannot second/,
    )
    const { agenda } = await room(trx)
    const interest = {
      memberId: members.get('Cllr Birch')!,
      agendaItemId: agenda[1]!.id,
      kind: 'pecuniary' as const,
      interest: 'Runs the provider.',
    }
    await declareInterest(trx, officer, meeting, { ...interest, leaves: true })
    await refused(moved('Cllr Birch'), 'invalid', /Cllr Birch declared an interest in this item and left for it/)
    await refused(
      press(trx, 'Recommendation 5', 'agree', { secondedBy: panel.reviewId }),
      'invalid',
      /Whoever is to second this does not sit on this committee/,
    )
    const done = await press(trx, 'Recommendation 5', 'agree', {
      movedBy: members.get('Cllr Ash')!,
      secondedBy: members.get('Cllr Cedar')!,
    })
    equal(done.decision.movedBy, members.get('Cllr Ash'))
  }))

test('nothing is decided before the day of the meeting', () =>
  inMeeting(async (trx) => {
    await refused(
      press(trx, 'Recommendation 5', 'agree', {}, new Date('2026-12-08T23:00:00Z')),
      'conflict',
      /The meeting is on 9 December 2026\. Decisions can be recorded from that day/,
    )
  }))

test('of two devices that decide at once the second is told what the first recorded', () =>
  inMeeting(async (trx) => {
    const open = await room(trx)
    const [one, other] = [aDecision(open, 'Recommendation 5', { kind: 'agree' }), aDecision(open, 'Recommendation 5', { kind: 'defer' })]
    await recordDecisions(trx, officer, meeting, [one], IN_THE_EVENING)
    await refused(
      recordDecisions(trx, officer, meeting, [other], IN_THE_EVENING),
      'conflict',
      /Recommendation 5: Oswin Thorpe recorded “Agreed with the assessment” meanwhile/,
    )
  }))

test('in two transactions at the same moment one waits for the other and is told', async () => {
  const open = await heed.inCouncil(room)
  const said = (kind: DecisionKind) => aDecision(open, 'Recommendation 4', { kind })
  const both = await Promise.allSettled(
    (['agree', 'defer'] as const).map((kind) =>
      heed.inCouncil((trx) => recordDecisions(trx, officer, meeting, [said(kind)], IN_THE_EVENING)),
    ),
  )
  deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  await heed.inCouncil(async (trx) => {
    const now = await room(trx)
    const line = now.lines.find(({ name }) => name === 'Recommendation 4')!
    await withdrawDecision(trx, officer, now, line, standingDecision(now, line)!.id, 'A trial', IN_THE_EVENING)
  })
})

test('a decision sent twice is one, and both sendings get the same answer', () =>
  inMeeting(async (trx) => {
    const said = aDecision(await room(trx), 'Recommendation 5', { kind: 'defer' })
    const [first] = await recordDecisions(trx, officer, meeting, [said], IN_THE_EVENING)
    const [second] = await recordDecisions(trx, officer, meeting, [said], IN_THE_EVENING)
    deepEqual([second?.decision, second?.again], [first?.decision, true])
    equal((await room(trx)).decisions.filter(({ withdrawn }) => !withdrawn).length, 1)
  }))

test('without a quorum, or a sign-off without a minute reference, is recorded only with a reason', () =>
  inMeeting(async (trx) => {
    await refused(
      press(trx, 'Recommendation 5', 'sign-off', { minuteReference: '' }),
      'invalid',
      /without a minute reference.*say why it is recorded all the same/,
    )
    await press(trx, 'Recommendation 5', 'agree', { minuteReference: '' })
    await attend(trx, officer, meeting, members, ['Cllr Ash', 'Cllr Birch'])
    await refused(
      press(trx, 'Recommendation 5', 'agree'),
      'invalid',
      /2 members with a vote are there, and 3 must be: the meeting has no quorum/,
    )
    const done = await press(trx, 'Recommendation 5', 'agree', { warned: 'An informal view, for the Cabinet.' })
    equal(done.decision.warned, 'An informal view, for the Cabinet.')
  }))

test('a reason that nothing asked for is not kept as one', () =>
  inMeeting(async (trx) => {
    equal((await press(trx, 'Recommendation 5', 'agree', { warned: 'Because' })).decision.warned, '')
  }))

test('a challenge needs a grade or words, and a close its ending', () =>
  inMeeting(async (trx) => {
    await refused(press(trx, 'Recommendation 5', 'challenge'), 'invalid', /Give the committee’s own grade or its words/)
    await refused(press(trx, 'Recommendation 5', 'challenge', { gradeCode: '9' }), 'invalid', /a grade of the review’s own scale/)
    await refused(press(trx, 'Recommendation 5', 'close'), 'invalid', /Say how it ended/)
    await refused(press(trx, 'Recommendation 5', 'close', { ending: 'achieved-in-time' }), 'invalid', /Say how it ended/)
    equal((await press(trx, 'Recommendation 4', 'close', { ending: 'asked-and-refused' })).decision.ending, 'asked-and-refused')
  }))

test('a sign-off says by the first promise whether it was in time, unless the committee says otherwise', () =>
  inMeeting(async (trx) => {
    equal((await press(trx, 'Recommendation 3', 'sign-off')).decision.ending, 'achieved-late')
    equal((await press(trx, 'Recommendation 5', 'sign-off')).decision.ending, 'achieved-in-time')
    equal((await press(trx, 'Recommendation 5', 'sign-off', { ending: 'partly' })).decision.ending, 'partly')
    await refused(press(trx, 'Recommendation 5', 'sign-off', { ending: 'asked-and-refused' }), 'invalid', /Close it where it was not/)
  }))

test('a slip of the hand is taken back in the meeting, and what stood before stands again', () =>
  inMeeting(async (trx) => {
    await press(trx, 'Recommendation 5', 'agree')
    const slip = await press(trx, 'Recommendation 5', 'sign-off')
    equal((await settlementsOf(trx, [slip.decision.recommendationId])).size, 1)
    const open = await room(trx)
    const line = open.lines.find(({ name }) => name === 'Recommendation 5')!
    const undo = (now: Date) => withdrawDecision(trx, officer, open, line, slip.decision.id, 'Wrong line', now)
    await refused(undo(new Date('2026-12-10T09:00:00Z')), 'conflict', /The meeting is over/)
    await undo(IN_THE_EVENING)
    equal((await settlementsOf(trx, [slip.decision.recommendationId])).size, 0)
    equal(standingDecision(await room(trx), line)?.kind, 'agree')
    await refused(undo(IN_THE_EVENING), 'conflict', /taken back already/)
  }))

test('whether it stuck is asked six or twelve months after the sign-off of a whole, and no more once that no longer stands', () =>
  inMeeting(async (trx) => {
    const standing = async (id: string) => (await standingCheckBacks(trx, [id])).get(id)?.dueOn
    await refused(press(trx, 'Recommendation 2, part a', 'sign-off', { checkBack: '6' }), 'invalid', /asked about again as a whole/)
    const { decision, line } = await press(trx, 'Recommendation 5', 'sign-off', { checkBack: '6' })
    equal(await standing(decision.recommendationId), '2027-06-09')
    await press(trx, 'Recommendation 5', 'sign-off', { checkBack: '12' })
    equal(await standing(decision.recommendationId), '2027-12-09')
    const now = await room(trx)
    await withdrawDecision(trx, officer, now, line!, standingDecision(now, line!)!.id, 'A slip', IN_THE_EVENING)
    await press(trx, 'Recommendation 5', 'defer')
    equal(await standing(decision.recommendationId), undefined)
  }))

test('a sign-off is reversed by a later decision, which says why', () =>
  inMeeting(async (trx) => {
    await refused(press(trx, 'Recommendation 5', 'reopen', { words: 'It came back.' }), 'conflict', /neither signed off nor closed/)
    const { decision } = await press(trx, 'Recommendation 5', 'sign-off')
    await refused(press(trx, 'Recommendation 5', 'reopen'), 'invalid', /Say why it is taken up again/)
    await press(trx, 'Recommendation 5', 'reopen', { words: 'It came back.' })
    equal((await settlementsOf(trx, [decision.recommendationId])).size, 0)
  }))

test('a later date is granted or refused only where the update asks for one; granted it is the next promise', () =>
  inMeeting(async (trx) => {
    await refused(press(trx, 'Recommendation 5', 'grant-extension'), 'invalid', /its update asks for no later date/)
    const line = (await room(trx)).lines.find(({ name }) => name === 'Recommendation 3')!
    const [{ itemId, update }] = line.statements as [(typeof line.statements)[number]]
    const { insertUpdate } = await import('../rounds/insert-round.ts')
    await insertUpdate(
      trx,
      officer,
      itemId,
      update.version + 1,
      {
        evidence: 'Late.',
        gradeCode: '3',
        meaning: 'slipped',
        revisedWords: 'May 2027',
        revisedIso: '2027-05-31',
        revisedReason: 'A late start.',
      },
      'officer',
    )
    await refused(press(trx, 'Recommendation 3', 'refuse-extension'), 'invalid', /Say why the later date is refused/)
    await press(trx, 'Recommendation 3', 'grant-extension')
    const promise = await trx
      .selectFrom('promise')
      .selectAll()
      .where('recommendation_id', '=', line.recommendation.id)
      .orderBy('version', 'desc')
      .executeTakeFirstOrThrow()
    deepEqual([promise.words, promise.granted_by], ['May 2027', 'Children and Young People Panel, 9 December 2026'])
    const decided = await trx.selectFrom('extension_decision').selectAll().where('item_id', '=', itemId).execute()
    deepEqual(
      decided.map(({ granted }) => granted),
      [true],
    )
  }))
