import { SEVERITIES } from '../scales/scale.ts'
import type { Severity } from '../scales/scale.ts'
import type { Finding } from './finding.ts'
import { capitalised, listOf, numberInWords } from './plain-words.ts'
import { rulebook, ruleOf } from './rulebook.ts'

/** One sentence of the covering report and the findings that it rests on. */
export interface PointForMembers {
  rule: string
  severity: Severity
  review: string | null
  sentence: string
  findings: Finding[]
}

/**
 * The findings as members should hear them: one sentence for each rule in each review, naming the recommendations
 * (`Two recommendations are graded on track although their date has passed: 3 and 5a.`), what stops the paper first.
 */
export function pointsForMembers(findings: readonly Finding[]): PointForMembers[] {
  const groups = Object.values(Object.groupBy(findings, ({ rule, review }) => `${rule}|${review ?? ''}`))
  return groups
    .map((group) => pointOf(group!))
    .toSorted(
      (a, b) =>
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.findings.length - a.findings.length || orderOf(a) - orderOf(b),
    )
}

function orderOf({ rule }: PointForMembers): number {
  return rulebook.findIndex(({ code }) => code === rule)
}

function pointOf(findings: Finding[]): PointForMembers {
  const [first] = findings as [Finding]
  const severity = SEVERITIES.find((level) => findings.some((found) => found.severity === level)) ?? first.severity
  return { rule: first.rule, severity, review: first.review, sentence: sentenceOf(findings), findings }
}

function sentenceOf(findings: readonly Finding[]): string {
  const [first] = findings as [Finding]
  const { one, many } = ruleOf(first.rule)
  const refs = [...new Set(findings.flatMap((found) => (found.ref === null ? [] : [referenceOf(found)])))]
  const [only] = refs
  if (only === undefined) return first.message
  if (refs.length === 1) return `Recommendation ${only} ${one}.`
  return `${capitalised(numberInWords(refs.length))} recommendations ${many}: ${listOf(refs)}.`
}

/** `5a`, `g (i)`: the recommendation as members would call it. */
function referenceOf({ ref, part }: Finding): string {
  if (part === null) return ref!
  return /\d$/.test(ref!) && /^[a-z]$/.test(part) ? `${ref}${part}` : `${ref} (${part})`
}
