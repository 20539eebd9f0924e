import { forecastsIn } from './dates-in-prose.ts'
import type { Finding } from './finding.ts'
import { saysNothingFresh } from './likeness.ts'
import { capitalised, countOf, howLong, inQuotes, listOf } from './plain-words.ts'
import { finding } from './raise-finding.ts'
import { isBlank, onlyPointsElsewhere, saysNothingYet, sentencesOf, wordsOf } from './sentences.ts'
import { owesNothing } from './rules-of-grades.ts'
import { actionOf, gradeInWords, isBlankUpdate, isDone, occasionOf, subjectOf, toldIn } from './update-case.ts'
import type { UpdateCase } from './update-case.ts'
import type { ReadUpdate } from '../reading/reading.ts'

/** An open recommendation says something in every round. What the last round signed off owes nothing. */
export function evidenceMissing(one: UpdateCase): Finding | null {
  const { update } = one
  if (
    !one.asks.evidence ||
    update.grade === 'not_started' ||
    !(isBlank(update.evidence) || saysNothingYet(update.evidence)) ||
    owesNothing(one) ||
    wordsOf(update.explanation ?? '').length > 8
  )
    return null
  const last = one.earlier.find((said) => said.part === update.part && said.grade !== null)
  const message = update.grade
    ? `Graded ${gradeInWords(one.scale, update.grade)}, with no evidence.`
    : last
      ? `Nothing is reported in this round; the last round graded it ${gradeInWords(one.scale, last.grade!)}.`
      : 'Nothing is reported in this round.'
  return finding('evidence_missing', subjectOf(one), message, { quote: update.evidence || update.assessment_text })
}

/** `As above` is not evidence: the reader has to hunt for it, and it rarely answers this recommendation. */
export function evidenceByReference(one: UpdateCase): Finding | null {
  const { evidence } = one.update
  if (isBlank(evidence) || !onlyPointsElsewhere(evidence)) return null
  return finding('evidence_by_reference', subjectOf(one), `The evidence is only ${inQuotes(evidence, 80)}: it says nothing of its own.`, {
    quote: evidence,
  })
}

/** Word for word (or nearly) what was said before: in the last round, or in the plan that it should report on. A bare closing date may stand. */
export function evidenceUnchanged(one: UpdateCase): Finding | null {
  const { update } = one
  if (wordsOf(update.evidence).length < 5 || onlyPointsElsewhere(update.evidence)) return null
  const before = one.earlier.find(
    (said) => (said.part ?? null) === (update.part ?? null) && saysNothingFresh(said.evidence, update.evidence),
  )
  if (before)
    return finding(
      'evidence_unchanged',
      subjectOf(one),
      `The evidence is that of the last round (${before.round}), all but word for word.`,
      { quote: update.evidence },
    )
  const plans = update.action === undefined ? one.recommendation.actions : [actionOf(one)]
  const plan =
    wordsOf(update.evidence).length >= 12 && plans.some((action) => action !== undefined && saysNothingFresh(action.text, update.evidence))
  if (!plan) return null
  return finding(
    'evidence_unchanged',
    subjectOf(one),
    'The evidence repeats what was planned, all but word for word; it does not say what was done.',
    { quote: update.evidence },
  )
}

/** “Booked for February” in June: a sentence that puts in the future a date that passed before the meeting. */
export function evidenceStale(one: UpdateCase): Finding | null {
  const { presentedOn } = one
  if (presentedOn === null) return null
  for (const sentence of sentencesOf(toldIn(one.update))) {
    const passed = forecastsIn(sentence).find((date) => date.last !== null && date.last < presentedOn)
    if (passed)
      return finding(
        'evidence_stale',
        subjectOf(one),
        `The evidence speaks of ${passed.text} as still to come; it passed ${howLong(passed.last!, presentedOn)} before ${occasionOf(one)}.`,
        {
          quote: sentence,
        },
      )
  }
  return null
}

/** Of several statements in the last round, those not signed off that have no line in this one; said once, at the first statement of the round. */
export function notFollowedUp(one: UpdateCase): Finding | null {
  const now = one.statements.filter((said) => !isBlankUpdate(said))
  const before = one.earlier.filter((said) => said.part === undefined && said.action === undefined)
  if (now[0] !== one.update || one.update.part !== undefined || before.length < 2 || before.length <= now.length) return null
  const lost = before.filter((said) => !isDone(said.grade) && !isBlank(said.evidence) && !now.some((line) => shareASubject(said, line)))
  if (lost.length === 0) return null
  const [were, have] = lost.length === 1 ? ['was', 'has'] : ['were', 'have']
  const lines = listOf(lost.map((said) => inQuotes(said.evidence, 60)))
  const message = `${capitalised(countOf(lost.length, 'statement'))} of the last round ${were} not signed off and ${have} no line in this one: ${lines}.`
  return finding('not_followed_up', subjectOf(one), message, { quote: lost[0]!.evidence })
}

const COMMON = new Set(
  (
    'council work working progress group groups meeting plan plans service services young people children through with that this have been ' +
    'being from their there which will continue continued including where other into also'
  ).split(' '),
)

/** Two statements share a subject where they share a telling word: a name, a figure or a long word. */
function shareASubject(before: ReadUpdate, now: ReadUpdate): boolean {
  const telling = (text: string) =>
    new Set(
      wordsOf(text).filter(
        (word) => (word.length > 4 || (/[A-Z]{3,}/.test(text) && text.includes(word.toUpperCase()))) && !COMMON.has(word),
      ),
    )
  const here = telling(now.evidence)
  const shared = [...telling(before.evidence)].filter((word) => here.has(word))
  return shared.length >= 2 || shared.some((word) => now.evidence.includes(word.toUpperCase()))
}

/** What was achieved in the last round is not open again without a word; what had begun has not yet to begin. */
export function inconsistentWithLastRound(one: UpdateCase): Finding | null {
  const { update, scale } = one
  const before = one.earlier.filter((said) => said.part === update.part && said.action === update.action)
  if (
    before.length !== 1 ||
    update.grade === null ||
    !before[0]!.grade ||
    one.statements.filter((said) => said.part === update.part).length !== 1
  )
    return null
  const was = before[0]!.grade
  const reopened = isDone(was) && !isDone(update.grade)
  const unbegun = update.grade === 'not_started' && was !== 'not_started' && was !== 'overdue'
  if (!reopened && !unbegun) return null
  return finding(
    'inconsistent_with_last_round',
    subjectOf(one),
    `The last round (${before[0]!.round}) graded it ${gradeInWords(scale, was)}; this one grades it ${gradeInWords(scale, update.grade)}.`,
    {
      quote: update.assessment_text || update.evidence,
    },
  )
}
