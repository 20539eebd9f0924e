import { createHash } from 'node:crypto'
import type { RoundFinding } from '../rounds/round.ts'
import { understandAnswer, writtenBeside, type Answer } from './answer.ts'
import { wantsAnswer, type AskedLine } from './asked-line.ts'
import type { AskedRound } from './asked-round.ts'
import type { Draft } from './drafts.queries.ts'
import { toExplain } from './owner-findings.tsx'

/** A line with a draft that can be sent as it is. */
export interface LineToSend {
  one: AskedLine
  draft: Draft
  answer: Extract<Answer, { state: 'ready' }>
  findings: RoundFinding[]
  /** What stops a paper: to be mended, or explained here. */
  explain: { field: string; finding: RoundFinding; earlier: string }[]
  /** Words under the choice that was not made: they are not sent. */
  beside: string[]
}

/** A line that has to be looked at first, and why. */
export interface LineToMend {
  one: AskedLine
  draft: Draft
  why: 'faulty' | 'two-texts' | 'overtaken'
  faults: string[]
}

export interface Sending {
  ready: LineToSend[]
  mend: LineToMend[]
  /** Nothing is written on them yet. */
  left: AskedLine[]
  /** Answered or accepted, and nothing else written since. */
  done: AskedLine[]
}

/** What would be sent now, what has to be mended first, and what is left for later. */
export function sendingOf({ round, lines }: AskedRound, findings: ReadonlyMap<string, RoundFinding[]>): Sending {
  const sending: Sending = { ready: [], mend: [], left: [], done: [] }
  const asked = new Set<string>()
  for (const one of lines) {
    const [draft] = one.drafts
    const answer = draft && understandAnswer(draft.typed, one.line)
    if (!wantsAnswer(one, round)) sending.done.push(one)
    else if (!draft || answer === undefined || answer.state === 'blank') sending.left.push(one)
    else if (one.drafts.length > 1) sending.mend.push({ one, draft, why: 'two-texts', faults: [] })
    else if (draft.basedOn !== one.line.update.version) sending.mend.push({ one, draft, why: 'overtaken', faults: [] })
    else if (answer.state === 'faulty')
      sending.mend.push({ one, draft, why: 'faulty', faults: answer.faults.map(({ message }) => message) })
    else {
      const own = findings.get(one.line.itemId) ?? []
      // A finding that several lines share is explained once.
      const explain = toExplain(own).filter(({ key }) => !asked.has(key))
      for (const { key } of explain) asked.add(key)
      sending.ready.push({
        one,
        draft,
        answer,
        findings: own,
        explain: explain.map((finding) => askedFor(finding, one)),
        beside: writtenBeside(draft.typed, one.line),
      })
    }
  }
  return sending
}

function askedFor(finding: RoundFinding, { given }: AskedLine): LineToSend['explain'][number] {
  const earlier = given?.explained.find(({ of }) => of === finding.key)?.reason ?? ''
  return { field: explanationField(finding), finding, earlier }
}

/** The field in which a finding is explained. */
export function explanationField({ key }: RoundFinding): string {
  return `because.f${createHash('sha256').update(key).digest('hex').slice(0, 12)}`
}
