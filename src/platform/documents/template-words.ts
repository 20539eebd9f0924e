/**
 * What a Word template may say and what it is filled with: placeholders in braces, `{council}`, and lists that are begun and ended,
 * `{#recommendations}…{/recommendations}`. It knows nothing of scrutiny: whoever fills a template says which placeholders there are.
 */
export interface TemplateScope {
  /** Each stands for words. */
  texts: string[]
  /** Each is repeated once for every thing in it, and what stands between is filled from that thing. */
  lists: Record<string, TemplateScope>
}

/** What placeholders stand for, by name; a list has the values of each thing in it. */
export interface TemplateValues {
  [name: string]: string | TemplateValues[]
}

/** Something wrong with a template, in words for the person who made it. */
export interface TemplateFault {
  /** An error keeps the template out; with a warning it is taken, and the person is told. */
  severity: 'error' | 'warning'
  /** `table 2, row 3`; empty where it is the file as a whole. */
  where: string
  message: string
}

/** A name as it is known: Word makes first letters large, people write `meeting_date`, `Meeting-date` or `meeting  date`. */
export function placeholderName(words: string): string {
  return words
    .normalize('NFKC')
    .replace(/[\s_\u00ad\-‐‑]+/gu, ' ')
    .trim()
    .toLowerCase()
}

/** Every name that the scopes know, each with the lists that it stands in, the outermost first. */
export function placesOfNames(scope: TemplateScope, within: readonly string[] = []): Map<string, string[][]> {
  const places = new Map<string, string[][]>()
  const add = (name: string, at: readonly string[]) => places.set(name, [...(places.get(name) ?? []), [...at]])
  for (const name of [...scope.texts, ...Object.keys(scope.lists)]) add(name, within)
  for (const [list, inner] of Object.entries(scope.lists))
    for (const [name, ats] of placesOfNames(inner, [...within, list])) for (const at of ats) add(name, at)
  return places
}

/** The known name that a misspelt one most likely means: at most a third of its letters wrong. */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  let best: { name: string; wrong: number } | undefined
  for (const one of known) {
    const wrong = lettersWrong(name, one)
    if (wrong <= Math.max(1, Math.floor(one.length / 3)) && (best === undefined || wrong < best.wrong)) best = { name: one, wrong }
  }
  return best?.name
}

/** How many letters must be put in, taken out or changed to make one word of another; two that changed places count once. */
function lettersWrong(one: string, other: string): number {
  const rows = Array.from({ length: one.length + 1 }, (_, i) =>
    Array.from({ length: other.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  for (let i = 1; i <= one.length; i += 1)
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] ? rows[i - 2]![j - 2]! + 1 : Infinity
      rows[i]![j] = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + same, swapped)
    }
  return rows[one.length]![other.length]!
}
