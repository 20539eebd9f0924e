import type { Place } from '../reading/reading.ts'
import type { RuleSetting } from '../scales/scale.ts'
import type { Finding } from './finding.ts'
import { clip } from './plain-words.ts'
import { ruleOf } from './rulebook.ts'

/** What a finding is about. Left out: the whole of the next larger thing. */
export interface Subject {
  review?: string | null
  ref?: string | null
  part?: string | null
  action?: number | null
  round?: string | null
  presented_on?: string | null
  place?: Place
}

/** A finding of that rule about that subject, with the rule's own severity and remedy. `quote` is cut to what can be read at a glance. */
export function finding(code: string, subject: Subject, message: string, extra: { quote?: string; words?: string } = {}): Finding {
  const rule = ruleOf(code)
  const raised: Finding = {
    rule: code,
    severity: rule.severity,
    review: subject.review ?? null,
    ref: subject.ref ?? null,
    part: subject.part ?? null,
    action: subject.action ?? null,
    round: subject.round ?? null,
    presented_on: subject.presented_on ?? null,
    message,
    remedy: rule.remedy,
  }
  const quote = clip(extra.quote ?? '', 220)
  if (quote) raised.quote = quote
  if (extra.words) raised.words = extra.words
  if (subject.place) raised.place = subject.place
  return raised
}

/** The findings as the council's scale wants them: rules that it switched off are silent, its severities and its own words stand. */
export function underSettings(findings: readonly Finding[], settings: Record<string, RuleSetting> | undefined): Finding[] {
  if (!settings) return [...findings]
  return findings
    .filter((found) => settings[found.rule]?.on !== false)
    .map((found) => {
      const setting = settings[found.rule]
      if (!setting) return found
      return { ...found, severity: setting.severity ?? found.severity, ...(setting.words ? { words: setting.words } : {}) }
    })
}
