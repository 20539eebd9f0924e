import type { VNode } from 'preact'
import { Lines } from '../platform/web/page-parts.tsx'
import type { UpdateRecord } from '../recommendations/recommendation.ts'
import { meaningOf } from '../recommendations/promise-words.ts'
import { dueOn } from '../recommendations/recommendation.ts'
import { GradeTag } from '../scales/grade-tag.tsx'
import type { LineGrade } from './recommendation-line.ts'

interface SaidInRoundProps {
  /** Of what: a part, an action; empty for the whole. */
  of: string
  update: UpdateRecord
  grade: LineGrade
  /** The evidence as it stands, or beside what it was. */
  evidence: VNode
}

/** What was said of one line in a round: the grade, the evidence, the explanation, the impact, the new date. */
export function SaidInRound({ of, update, grade, evidence }: SaidInRoundProps) {
  if (update.version === 0)
    return (
      <div class="reviews-line">
        {of && <p class="reviews-label">{of}</p>}
        <span class="heed-none">No answer yet</span>
      </div>
    )
  const revised = update.revisedWords && [update.revisedWords, meaningOf({ words: update.revisedWords, dueOn: dueOn(update.revisedIso) })]
  return (
    <div class="reviews-line">
      <p class="reviews-grade">
        {of && <strong>{`${of}: `}</strong>}
        <GradeTag meaning={grade.meaning} label={grade.label} />
        {update.percentComplete !== null && ` ${update.percentComplete}% complete`}
        {update.rag && ` ${update.rag}`}
      </p>
      {update.evidence ? evidence : <p class="heed-none">No evidence given</p>}
      <Also label="Explanation" text={update.explanation} />
      <Also label="Is it making a difference?" text={update.impact} />
      {revised && <Also label="New date" text={revised.filter(Boolean).join(', that is ')} />}
      <Also label="Reason for the new date" text={update.revisedReason} />
    </div>
  )
}

function Also({ label, text }: { label: string; text: string | null }) {
  if (!text) return null
  return (
    <>
      <p class="reviews-label">{label}</p>
      <Lines text={text} />
    </>
  )
}
