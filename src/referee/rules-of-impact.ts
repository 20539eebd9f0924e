import type { Finding } from './finding.ts'
import { inQuotes } from './plain-words.ts'
import { finding } from './raise-finding.ts'
import { isBlank, onlyPointsElsewhere, sentencesOf, standsForNothing, wordsOf } from './sentences.ts'
import { subjectOf } from './update-case.ts'
import type { UpdateCase } from './update-case.ts'

const PUT_OFF =
  /\b(?:(?:is|are) (?:currently |still )?(?:being )?(?:collated|gathered|collected|assessed|evaluated|reviewed)|to (?:follow|be (?:confirmed|collated|gathered|provided|determined))|not yet (?:available|known|measured)|too early (?:to|for)|no (?:evidence of )?impact (?:as yet|yet|to date))\b/i

const SAYS_WHEN =
  /\b(?:20\d\d|spring|summer|autumn|winter|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)/i

/** Where the form asks what difference it made, a blank is no answer, nor is a promise to find out that does not say when. */
export function impactMissing(one: UpdateCase): Finding | null {
  const { impact, evidence } = one.update
  if (!one.asks.impact || isBlank(evidence)) return null
  if (standsForNothing(impact))
    return finding('impact_missing', subjectOf(one), 'The box for impact is blank.', { quote: isBlank(impact) ? undefined : impact })
  const sentences = sentencesOf(impact ?? '')
  if (sentences.length !== 1 || wordsOf(impact ?? '').length > 20 || !PUT_OFF.test(impact ?? '') || SAYS_WHEN.test(impact ?? ''))
    return null
  return finding('impact_missing', subjectOf(one), 'The box for impact says that there is none to show yet.', { quote: impact })
}

/** `As above` under impact: evidence says what was done, impact what came of it. */
export function impactByReference(one: UpdateCase): Finding | null {
  const impact = one.update.impact ?? ''
  if (isBlank(impact) || !onlyPointsElsewhere(impact)) return null
  return finding('impact_by_reference', subjectOf(one), `The impact is only ${inQuotes(impact, 80)}.`, { quote: impact })
}
