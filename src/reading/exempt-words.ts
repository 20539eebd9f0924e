/** The statute's words by which something is not for the public, as the paper has them. */
const STATUTE =
  /\bparagraphs?\s+\d{1,2}(?:\s*(?:,|and|&|or)\s*\d{1,2})*(?:\s*\([a-z]\))?(?:[^.;]{0,40}?\b(?:schedule\s+(?:12A|6|7A|4)|part\s+(?:1|I|4)\b)[^.;)]{0,90})?/i
const OWN =
  /\(\s*(?:exempt|confidential|restricted|private|not for publication)\b[^)]*\)|^(?:exempt|confidential|restricted)\b|\bexempt(?:ed)? (?:by virtue of|under|pursuant to|from publication)\b|\bnot for publication\b|\bthis (?:item|report|minute|appendix) (?:is|contains|was) (?:exempt|confidential|not for)\b|\bexcluded (?:from the meeting )?(?:for|during) (?:the )?(?:consideration of )?this item\b/im
/** The public is asked to leave for what follows. */
const EXCLUDES =
  /\b(?:press and (?:the )?public|public|press)\b[^.]{0,60}\bexcluded\b|\bexclu(?:sion|de|ding)\b.{0,30}\b(?:press|public)\b|\b(?:into|in) (?:‘|'|“)?(?:committee|private session|closed session|confidential session)\b/i
const READMITS = /\b(?:re-?admitted|public session|open session|out of (?:‘|')?(?:in )?committee|into public)\b/i
const OF_THIS = /\b(?:for|during) (?:the )?(?:consideration of )?this item\b/i
/** Business that is done in public wherever it stands. */
const PUBLIC = /\bnext meeting\b|\bany other business\b|\burgent business\b|\bclose of meeting\b|\bwork programme\b/i

/** The motion itself, which is put in public: `To resolve that the public be excluded …` */
const MOTION =
  /\b(?:to resolve|to consider passing|resolution|resolved)\b[^.]{0,60}\b(?:public|press)\b[^.]{0,60}\bexcluded\b[^.]{0,60}\b(?:following|below|next|remaining)\b/i

interface Item {
  title: string
  text?: string
  exempt?: string
}

/** Which items the public may not see, and by what words: those that say so of themselves, and those for which it was excluded. Gives those of the second kind. */
export function markExempt(items: readonly Item[], isAgenda: boolean): Item[] {
  let excluded: string | null = null
  const inferred: Item[] = []
  for (const item of items) {
    const words = [item.title, item.text ?? ''].join('\n')
    const isExclusion = EXCLUDES.test(words) && !OF_THIS.test(words)
    if (item.exempt === undefined && OWN.test(words) && !(isExclusion && (EXCLUDES.test(item.title) || MOTION.test(words))))
      item.exempt = statuteIn(words)
    else if (item.exempt === undefined && excluded !== null && !isExclusion && !PUBLIC.test(item.title)) {
      item.exempt = excluded
      inferred.push(item)
    }
    item.title = item.title.replace(/\s*[([](?:exempt|confidential|restricted|private|not for publication)[^)\]]*[)\]]\s*$/i, '').trim()
    if (READMITS.test(words)) excluded = null
    else if (isExclusion && (isAgenda || !/\bno (?:items?|business)\b|\bnot (?:be )?(?:required|necessary|excluded)\b/i.test(words)))
      excluded = statuteIn(words)
  }
  return inferred
}

export function statuteIn(words: string): string {
  return STATUTE.exec(words)?.[0].replaceAll(/\s+/g, ' ').trim() ?? 'exempt'
}

export const isExclusion = (title: string): boolean => EXCLUDES.test(title)
