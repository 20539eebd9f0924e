import { sql } from 'kysely'
import type { Absence, Contact } from '../contacts/contact.ts'
import { absencesFrom, listContacts } from '../contacts/contact.queries.ts'
import { postSettings } from '../messages/post-settings.queries.ts'
import { dayOfGoing, type OpenHours } from '../messages/quiet-hours.ts'
import { today, type CalendarDate } from '../platform/core/calendar-date.ts'
import { londonMoment } from '../platform/core/london-time.ts'
import type { Trx } from '../platform/database/database.ts'
import { roundLines, type RoundLine } from '../rounds/round-lines.ts'
import { findRound } from '../rounds/round-record.queries.ts'
import type { RoundRecord } from '../rounds/round.ts'
import { isWanted, standingsOf } from '../rounds/standing.ts'
import type { Asking } from './asking.ts'
import { askedSince, askingsOfRound } from './asking.queries.ts'
import { escalationsNow } from './escalation.queries.ts'
import type { Ladder } from './ladder.ts'
import { ladderNow } from './ladder.queries.ts'
import { planSteps, type ChasedAsking, type ChasingPlan, type SentStep, type WithheldStep } from './plan-steps.ts'

/** A step that was put off or skipped, as its page shows it. */
export interface WithholdingNow extends WithheldStep {
  id: string
  why: string
  by: string | null
}

/** A round and where its chasing stands. */
export interface RoundChasing {
  round: RoundRecord
  lines: Map<string, RoundLine>
  today: CalendarDate
  /** What is queued now goes out today still. */
  goesToday: boolean
  ladder: Ladder
  askings: Asking[]
  contacts: Map<string, Contact>
  absences: Absence[]
  withheld: WithholdingNow[]
  plan: ChasingPlan
}

/** Works out what the ladder has ready at a moment. Refuses (not-found) an address that no round has. */
export async function loadChasing(trx: Trx, slug: string, now: Date): Promise<RoundChasing> {
  const round = await findRound(trx, slug)
  const hours = await postSettings(trx)
  const day = today(now)
  const goesToday = dayOfGoing(now, hours) === day
  const ladder = await ladderNow(trx)
  const askings = await askingsOfRound(trx, round.id)
  const contacts = await listContacts(trx)
  const absences = await absencesFrom(trx, day)
  const withheld = await withholdingsOf(trx, round.id)
  const plan = planSteps({
    roundId: round.id,
    open: round.state === 'open' && !round.meeting.cancelled,
    dueOn: round.dueOn,
    presentedOn: round.presentedOn,
    today: day,
    goesToday,
    ladder: ladder.steps,
    askings: await chasedAskings(trx, round, askings),
    contacts,
    absences,
    escalations: await escalationsNow(trx),
    sent: await sentSteps(trx, round.id, hours),
    withheld,
    openDay: (each) => dayOfGoing(londonMoment(each, hours.from), hours),
  })
  const lines = new Map(roundLines(round, []).map((line) => [line.itemId, line]))
  const byId = new Map(contacts.map((contact) => [contact.id, contact]))
  return { round, lines, today: day, goesToday, ladder, askings, contacts: byId, absences, withheld, plan }
}

/** The addresses of the rounds in which somebody could be late. */
export async function roundsToChase(trx: Trx): Promise<string[]> {
  const rows = await trx
    .selectFrom('round_now as r')
    .select('r.slug')
    .where('r.state', '=', 'open')
    .where('r.due_on', 'is not', null)
    .where((eb) => eb.exists(eb.selectFrom('asking as a').select('a.id').whereRef('a.round_id', '=', 'r.id')))
    .orderBy('r.presented_on')
    .execute()
  return rows.flatMap(({ slug }) => slug ?? [])
}

/** For each line the day on which it is due for whoever was asked: no earlier than it was asked of them, or sent back to them. */
async function chasedAskings(trx: Trx, { id, dueOn }: RoundRecord, askings: readonly Asking[]): Promise<ChasedAsking[]> {
  const standings = await standingsOf(trx, id)
  const added = await askedSince(trx, id)
  return askings.map((asking) => ({
    id: asking.id,
    contact: asking.contact,
    askedOn: today(asking.askedAt),
    revoked: asking.revoked,
    wanted: asking.lines
      .filter(({ state }) => isWanted(state))
      .map(({ itemId, state }) => {
        const sentBack = state === 'sent-back' ? standings.get(itemId)?.sentBackAt : null
        const moments = [added.get(`${asking.id} ${itemId}`), sentBack].flatMap((moment) => (moment ? [today(moment)] : []))
        return { itemId, dueOn: moments.reduce((a, b) => (a > b ? a : b), dueOn ?? '') }
      }),
  }))
}

async function sentSteps(trx: Trx, roundId: string, hours: OpenHours): Promise<SentStep[]> {
  const { rows } = await sql<{ purpose: string; step: string; goes_at: Date; withheld: boolean; asking_ids: string[] }>`
    select m.purpose, m.step, greatest(m.queued_at, m.not_before) as goes_at, w.message_id is not null as withheld, x.asking_ids
    from (select o.message_id, array_agg(o.asking_id) as asking_ids from asking_message o
      join asking a on (a.council_id, a.id) = (o.council_id, o.asking_id) where a.round_id = ${roundId} group by o.message_id) x
    join message m on m.id = x.message_id
    left join message_withholding w on (w.council_id, w.message_id) = (m.council_id, m.id)`.execute(trx)
  return rows.map((row) => ({
    purpose: row.purpose,
    step: row.step,
    askingIds: row.asking_ids,
    on: dayOfGoing(row.goes_at, hours),
    withheld: row.withheld,
  }))
}

async function withholdingsOf(trx: Trx, roundId: string): Promise<WithholdingNow[]> {
  const rows = await trx
    .selectFrom('step_withholding as w')
    .leftJoin('step_withholding_end as e', (join) =>
      join.onRef('e.council_id', '=', 'w.council_id').onRef('e.step_withholding_id', '=', 'w.id'),
    )
    .leftJoin('account as a', 'a.id', 'w.withheld_by')
    .select(['w.id', 'w.purpose', 'w.why', 'w.until_day', 'w.withheld_at', 'a.name as by'])
    .where('w.round_id', '=', roundId)
    .where('e.ended_at', 'is', null)
    .orderBy('w.withheld_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    purpose: row.purpose,
    why: row.why,
    until: row.until_day,
    on: today(row.withheld_at),
    by: row.by,
  }))
}
