import { NO_LINK, type Asked } from '../asking/asked.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { draftOf } from '../rounds/draft-of.ts'
import { judgeRound, withOverrides } from '../rounds/findings-of-round.ts'
import { notesOf } from '../rounds/notes.ts'
import { findRound } from '../rounds/round-record.queries.ts'
import { roundLines, withDraft } from '../rounds/round-lines.ts'
import type { RoundFinding, RoundRecord } from '../rounds/round.ts'
import { standingsOf, type Standing } from '../rounds/standing.ts'
import { understandAnswer, type Answer } from './answer.ts'
import { wantsAnswer, type AskedLine } from './asked-line.ts'
import { attachmentsOf } from './attachment.queries.ts'
import { committeeMade } from './committee-made.queries.ts'
import { draftsOf, type Draft } from './drafts.queries.ts'
import { askedItems, decisionsOn, latestSubmissions } from './submissions.queries.ts'

/** An asking with all that its pages show: the round once, the lines in the order of the paper. */
export interface AskedRound {
  /** Only with the reviews that are asked about. */
  round: RoundRecord
  lines: AskedLine[]
}

/** Everything that was asked of whoever holds the link. Refuses (not-found, as a link that does not open) where nothing is asked of them any more. */
export async function askedRound(trx: Trx, asked: Asked): Promise<AskedRound> {
  const items = new Set(await askedItems(trx, asked.askingId))
  const whole = await findRound(trx, asked.roundSlug)
  const reviews = new Set(
    roundLines(whole, [])
      .filter(({ itemId }) => items.has(itemId))
      .map(({ review }) => review.id),
  )
  const round = { ...whole, reviews: whole.reviews.filter(({ id }) => reviews.has(id)) }
  if (items.size === 0 || reviews.size === 0) return refuse('not-found', NO_LINK)
  const standings = await standingsOf(trx, round.id)
  const drafts = Map.groupBy(await draftsOf(trx, asked.askingId), ({ itemId }) => itemId)
  const files = Map.groupBy(await attachmentsOf(trx, [...items]), ({ itemId }) => itemId)
  const notes = Map.groupBy(await notesOf(trx, [...items]), ({ itemId }) => itemId)
  const given = await latestSubmissions(trx, [...items])
  const own = roundLines(round, []).filter(({ itemId }) => items.has(itemId))
  const lastItems = own.flatMap(({ last }) => last?.itemId ?? [])
  const decided = await decisionsOn(trx, lastItems)
  const made = await committeeMade(trx, lastItems)
  const lines = own.map((line) => ({
    line,
    standing: standings.get(line.itemId) ?? NOT_ASKED,
    drafts: drafts.get(line.itemId) ?? [],
    given: given.get(line.itemId) ?? null,
    files: files.get(line.itemId) ?? [],
    notes: notes.get(line.itemId) ?? [],
    decided: decided.get(line.last?.itemId ?? '') ?? null,
    made: made.get(line.last?.itemId ?? '') ?? null,
  }))
  return { round, lines }
}

const NOT_ASKED: Standing = { state: 'unanswered', version: 0, source: null, savedAt: null, acceptedAt: null, sentBackAt: null, note: null }

/** The line with this id. Refuses (not-found) one that is not asked of them. */
export function lineAsked({ lines }: AskedRound, itemId: string): AskedLine {
  return lines.find(({ line }) => line.itemId === itemId) ?? refuse('not-found', NO_LINK)
}

/** What a draft of a line comes to. */
export function answerOfDraft({ line }: AskedLine, { typed }: Pick<Draft, 'typed'>): Answer {
  return understandAnswer(typed, line)
}

/**
 * What the referee says of the round as it would be with what is being written: every line's newest draft that can be understood, and `typed` in the place
 * of its line's own. By the line's id; a finding that several lines share stands at each.
 */
export async function findingsWith(
  trx: Trx,
  asked: AskedRound,
  typed: { itemId: string; answer: Answer } | null = null,
): Promise<Map<string, RoundFinding[]>> {
  let { round } = asked
  for (const one of asked.lines) {
    const { line, drafts } = one
    const answer = typed?.itemId === line.itemId ? typed.answer : wantsAnswer(one, round) && drafts[0] && answerOfDraft(one, drafts[0])
    if (answer && answer.state === 'ready') round = withDraft(round, line.itemId, draftOf(answer.entered, line.review.scale.grades))
  }
  const findings = await withOverrides(trx, round.id, judgeRound(round))
  return new Map(roundLines(round, findings).map((line) => [line.itemId, line.findings]))
}
