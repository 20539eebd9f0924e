/** Longer than any evidence, and any sentence, that a person wrote: what lies beyond is not judged, so that a hostile cell costs no time. */
export const LONGEST_TEXT = 30_000
const LONGEST_SENTENCE = 1_500

/** The sentences of a cell: a line or an item of a list is never joined to the next. */
export function sentencesOf(text: string): string[] {
  return text
    .slice(0, LONGEST_TEXT)
    .split(/\n+/)
    .flatMap((line) => line.replace(/^\s*(?:[-•*]|\d+[.)])\s+/, '').split(/(?<=(?:[a-z\d)”"’'%]|[A-Z]{2})[.!?])\s+(?=[A-Z£“"‘'(])/))
    .map((sentence) => sentence.slice(0, LONGEST_SENTENCE).trim())
    .filter((sentence) => sentence !== '')
}

export function isBlank(text: string | undefined | null): boolean {
  return !/[^\s.\-–—_*•]/.test(text ?? '')
}

/** Words that a form holds in place of an answer: `TBC`, `N/A`, a dash. */
export function standsForNothing(text: string | undefined | null): boolean {
  return (
    isBlank(text) ||
    /^\s*(?:t\.?b\.?[cad]\.?|to be (?:confirmed|agreed|advised|determined|decided)|n\/?a|none|not (?:yet )?known|unknown|\?+)\s*\.?\s*$/i.test(
      text ?? '',
    )
  )
}

export function wordsOf(text: string): string[] {
  return (
    text
      .slice(0, LONGEST_TEXT)
      .toLowerCase()
      .replace(/[’‘]/g, "'")
      .match(/[\p{L}\p{N}]+(?:['.][\p{L}\p{N}]+)*/gu) ?? []
  )
}

/** An answer that says only that none was given: `No update received`, `To follow`. */
export function saysNothingYet(text: string): boolean {
  return /^\s*(?:no (?:update|response|progress report|information)(?: (?:provided|received|available|given))?|(?:update )?(?:to follow|awaited|outstanding)|awaiting (?:update|response)|t\.?b\.?[cad]\.?)\W*$/i.test(
    text,
  )
}

const POINTER =
  /^(?:please\s+)?(?:also\s+)?(?:(?:as|same as)\s+(?:\d+\w?\s+)?(?:above|below|before|previous|previously|per|noted|stated|outlined|detailed|reported|set out|described|mentioned|for|in|with|at)|see|refer(?: back)? to|ditto|(?:covered|addressed|included|incorporated|answered|reported)\s+(?:above|by|in|within|under|at|as part of)|link(?:s|ed)? (?:to|with))\b/i
const TARGET =
  /\b(?:above|below|before|previous(?:ly)?|recommendations?|recs?|updates?|responses?|actions?|sections?|items?|earlier|last|report(?:ed)?)\b/i
const TELLS = /\b(?:has|have|had|was|were|will|are|is)\b/i

/** Whether the whole of it only points elsewhere: `As above`, `As noted in Recommendation 6`. One sentence of its own content makes it more than that. */
export function onlyPointsElsewhere(text: string): boolean {
  const sentences = sentencesOf(text)
  return (
    sentences.length > 0 &&
    sentences.every(
      (sentence) => wordsOf(sentence).length <= 16 && POINTER.test(sentence) && TARGET.test(sentence) && !TELLS.test(sentence),
    )
  )
}

const HANGING = /(?:^|\s)(?:and|or|the|of|a|an|which|from|is|are|will|be|their|its)$/i

/** Whether it stops where no sentence stops: on a joining word. */
export function breaksOff(text: string): boolean {
  return HANGING.test(text.trim())
}
