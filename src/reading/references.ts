import type { ReadRecommendation } from './reading.ts'

/** A reference as it stands in a cell of its own: `1`, `7a`, `1.4`, `R1`, `E1.1`, `SC18`, `SR (25/26) 01`, `21 BCFU 07`, `a)`. */
const REF =
  /^(?:(?:recommendation|rec|no|ref|item|action)\b[.:]?\s*)?(?:n[°ºo]\.?\s*)?\(?((?:[a-z]{1,6}[ .-]?)?(?:\(\d\d\/\d\d\)\s?)?\d{1,3}(?:[./-]\d{1,3}){0,3}(?:[a-z]{1,6}[./]?\d{0,6}(?:\.\d{1,3})?[a-z]?)?(?:\s?[a-z]{2,5}\s?\d{1,3})?(?:\s?\([a-z0-9]{1,4}\)|\s?[a-z])?|[a-z]|[ivx]{1,5})\)?\s*[.:)]?$/i
const LEADING =
  /^\s*(?:(?:(?:recommendation|rec)s?\b\.?\s*(?:n[°ºo]\.?\s*)?\(?([a-z]?\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?(?![a-z])|[a-z](?![a-z]))\)?\s*[.:)–-]*)|(?:\(?([A-Za-z]?\d{1,3}(?:\.\d{1,3}){1,2}[a-z]?)[.:)]?)(?=\s+[A-Z“"'‘])|(?:\(?([A-Z]{0,3}\d{1,3}[a-z]?|[a-zA-Z])[.:)]+\)?)|([A-Z]{1,3}\d{1,3}[a-z]?)(?=\s+(?:[–-]\s+)?["“'‘]?[A-Z][a-z])(?:\s+[–-])?|(\d{1,2}[a-z]?)(?=\s+(?:that|the|to)\s))\s*(?=\S)/i
const CITED =
  /\b(?:paragraphs?|paras?|sections?)\.?\s*((?:\(?\d[\d.]*\s*,?\s*(?:\(\s*[a-z]{1,4}\s*\))?\)?(?:\s*(?:,|and|&|to|-|–)\s*)?)+)/gi
const CROSS =
  /\b(?:recommendations?|recs?)\b\.?\s*(?:n[°ºo]s?\.?\s*)?((?:\(?[a-z]?\d{1,3}(?:\.\d{1,2})?\s?[a-f]?\)?\b(?:\s*(?:,|and|&|or|\/|to|-|–)\s*(?:recommendations?\s*)?)?)+)/gi

/** The reference that a cell of references holds, without brackets, full stop or `Recommendation`; null where it holds something else. */
export function refOf(text: string): string | null {
  const tidy = text.replaceAll(/\s+/g, ' ').trim()
  const match = REF.exec(tidy)
  if (match?.[1] !== undefined) return match[1].trim()
  // References of other bodies (`CEH.140715.20b`, `85.6 (3)`): one word with a figure in it.
  return tidy.length <= 24 && /^[\w.()/ –-]*\d[\w.()/ –-]*$/.test(tidy) && !/\b(?:19|20)\d\d$/.test(tidy) ? tidy.replace(/[.:]$/, '') : null
}

/** The reference at the head of a recommendation's own words (`a) That…`, `Recommendation 1: That…`, `1.2 The…`), and the rest. */
export function leadingRef(text: string): { ref: string; rest: string } | null {
  const match = LEADING.exec(text)
  const ref = match?.[1] ?? match?.[2] ?? match?.[3] ?? match?.[4] ?? match?.[5]
  if (!match || ref === undefined) return null
  return { ref: ref.replaceAll(/\s+/g, ''), rest: text.slice(match[0].length) }
}

/** The paragraphs of a report that the words cite: `(Paras 40 (vi) and 135)` gives `40 (vi)` and `135`. Only those in brackets or at the end. */
export function paragraphRefs(text: string): string[] {
  const refs: string[] = []
  for (const match of text.slice(0, 20_000).matchAll(CITED)) {
    const before = text.slice(Math.max(0, match.index - 2), match.index)
    const atEnd = /^\W*$/.test(text.slice(match.index + match[0].length))
    if (!/[([]\s?$/.test(before) && !atEnd) continue
    for (const one of (match[1] ?? '').matchAll(/(\d[\d.]*)\s*,?\s*(\(\s*[a-z]{1,4}\s*\))?/gi)) {
      const sub = one[2] === undefined ? '' : ` ${one[2].replaceAll(/\s/g, '')}`
      refs.push(`${(one[1] ?? '').replace(/\.$/, '')}${sub}`)
    }
  }
  return [...new Set(refs)]
}

/** The other recommendations of the review that the words name, in the order of the words. */
export function crossRefs(text: string, known: ReadonlySet<string>, own: string): string[] {
  const refs: string[] = []
  for (const match of text.slice(0, 50_000).matchAll(CROSS)) {
    for (const one of (match[1] ?? '').matchAll(/[a-z]?\d{1,3}(?:\.\d{1,2})?\s?[a-f]?/gi)) {
      const ref = one[0].replaceAll(/\s/g, '')
      const found = [ref, ref.toLowerCase(), ref.toUpperCase()].find((one) => known.has(one))
      if (found !== undefined && found.toLowerCase() !== own.toLowerCase()) refs.push(found)
    }
  }
  return [...new Set(refs)]
}

/** Notes in each recommendation of a review which others its own words, its actions or its updates name. */
export function addCrossRefs(recommendations: readonly ReadRecommendation[]): void {
  const known = new Set(recommendations.map((one) => one.ref))
  for (const one of recommendations) {
    const said = [one.text, ...one.actions.map((action) => action.text), ...one.updates.map((update) => update.evidence)].join('\n')
    const refs = crossRefs(said, known, one.ref)
    if (refs.length > 0) one.cross_refs = refs
  }
}
