import type { SourceBlock } from '../platform/documents/source-document.ts'

const CLOSED = '(?:ended|closed|finished|concluded|rose|terminated|was (?:closed|declared closed)|adjourned at)'
export const ENDS = new RegExp(
  `^(?:the )?meeting ${CLOSED}\\b|^(?:with )?there being no (?:further|other) business\\b.{0,60}\\b${CLOSED}|^close of (?:the )?meeting\\b(?=.*\\d)`,
  'i',
)
export const BEGAN_AND_ENDED =
  /^\(?(?:the )?meeting (?:started|began|commenced|opened)\b.{0,60}\b(?:ended|closed|finished|concluded|rose)\b/i
/** `2.00 - 4.17 pm` alone behind the last minute. */
const FROM_TO = /^\d{1,2}[.:]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:-|–|to)\s*\d{1,2}[.:]\d{2}\s*(?:[ap]\.?m\.?)$/i
export const SIGNED =
  /^(?:\p{L}+\s*\/\s*)?(?:signed\b.{0,30}chair|signed\s*[:.…_]|chair(?:man|person|woman)?\s*(?:[:.…_][\s:.…_]*(?:date\b.*)?)?$|chair(?:man|person|woman)?\s*[:.…]?\s*[.…_]{2,}|[.…_]{3,}.{0,20}\b(?:in the )?chair)/iu

/** Whether the meeting ends here: it says so, is signed, or says from when to when it lasted. */
export function isEnd(block: SourceBlock | undefined): boolean {
  return block?.kind === 'paragraph' && [ENDS, SIGNED, FROM_TO].some((pattern) => pattern.test(block.text.trim()))
}

/** What stands behind the end of a meeting and is of no item. */
export function isFurniture(block: SourceBlock): boolean {
  if (block.kind !== 'paragraph') return false
  const text = block.text.trim()
  return ENDS.test(text) || SIGNED.test(text)
}
