import { leadingRef, refOf } from './references.ts'

/** What a row across a plan is. `lead` is how many characters of its words only say what kind it is. */
export type Band =
  | { kind: 'theme'; words: string }
  | { kind: 'recommendation'; ref: string; words: string }
  | { kind: 'why' | 'good'; lead: number }

const WHY =
  /^(?:why (?:is |this |does |it )*(?:this |it )?(?:is |matters?|important)\b[^:\n]{0,30}|rationale|reason for (?:the |this )?recommendation|why)\s*[¹²³⁴\d]?\s*[:?\n–-]+\s*/i
const GOOD =
  /^(?:what ['‘’"“”]?good['‘’"“”]? (?:looks?|will look) like|what (?:does |will |would )?['‘’"“”]?(?:good|success|excellent)['‘’"“”]? looks? like|(?:our )?(?:vision|ambition)|success (?:looks|will look) like|what we want to see)\s*[¹²³⁴\d]?\s*(?:[:?\n–-]+\s*|$)/i
const THEME =
  /^(?:theme|priority(?: area| theme)?|strategic (?:aim|objective|priority)|aim|objective|strand|work ?stream|section|part|pillar|domain)\b\s*[\dA-Z]{0,3}\b/i

/** What the words of a row across are: a theme, a recommendation with its reference, its reason, what good looks like; null for none of them. */
export function bandOf(cells: readonly string[], wide: boolean): Band | null {
  const words = cells.at(-1) ?? ''
  const first = cells[0] ?? ''
  const why = WHY.exec(words)
  if (why) return { kind: 'why', lead: why[0].length }
  const good = GOOD.exec(words)
  if (good) return { kind: 'good', lead: good[0].length }
  const ref = cells.length > 1 ? refOf(first) : null
  if (ref !== null) return { kind: 'recommendation', ref, words }
  if (THEME.test(words) && words.length < 250) return { kind: 'theme', words }
  const lead = leadingRef(words)
  if (lead && wide && /\d/.test(lead.ref)) return { kind: 'recommendation', ref: lead.ref, words: lead.rest }
  if (/[A-Z]{3}/.test(words) && !/[a-z]{2}/.test(words) && words.length < 200) return { kind: 'theme', words }
  return wide && words.length < 120 && !/[.:;]$/.test(words) && !/\n/.test(words) ? { kind: 'theme', words } : null
}
