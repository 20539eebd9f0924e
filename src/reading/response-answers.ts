import { chosenIn } from './chosen-box.ts'
import type { ResponseAnswer } from './reading.ts'

const ANSWER_WORDS: [RegExp, ResponseAnswer][] = [
  [/^\W*(?:not (?:agreed|accepted|supported)|reject|declin|disagree|refus)/i, 'rejected'],
  [
    /^\W*(?:part(?:ly|ially)?[ -](?:agree|accept|support)|(?:agree|accept|support)\w* in part|accepted? partially|agreed? partially|agreed?\W+further work)/i,
    'accepted_in_part',
  ],
  [/^\W*(?:(?:agree|accept|support)\w* in principle|in principle)/i, 'accepted_in_principle'],
  [/^\W*(?:yes\b|agree|accept|support|approve|endorse)/i, 'accepted'],
  [/^\W*(?:noted?\b)/i, 'noted'],
  [/^\W*(?:no\b)/i, 'rejected'],
]

/** The answer with which the words of a cell begin: `Agreed`, `Not accepted: …`. */
export function answerOf(text: string): ResponseAnswer | undefined {
  const chosen = chosenIn(text)
  return ANSWER_WORDS.find(([words]) => words.test(chosen))?.[1]
}

/** What the decision-maker says of a recommendation, where the words say it plainly. */
export function answerInProse(text: string): { answer?: ResponseAnswer } {
  const head = chosenIn(text).slice(0, 400)
  if (
    /\bnot (?:be )?(?:accepted|agreed|supported)\b|\b(?:do|does|did) not (?:accept|agree|support)\b|\breject(?:ed|s)?\b|\bdisagree/i.test(
      head,
    )
  )
    return { answer: 'rejected' }
  if (/\b(?:part(?:ly|ially)|in part) (?:accept|agree)|\b(?:accepted|agreed) in part\b/i.test(head)) return { answer: 'accepted_in_part' }
  if (/\bin principle\b/i.test(head)) return { answer: 'accepted_in_principle' }
  if (/\baccepted\b|^agreed\b|\b(?:agrees?|accepts?|welcomes?|supports?) (?:with )?(?:the|this|these) recommendation/i.test(head))
    return { answer: 'accepted' }
  return /^noted\b/i.test(head) ? { answer: 'noted' } : {}
}
