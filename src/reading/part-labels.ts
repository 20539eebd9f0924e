/** The letters and roman numerals that label parts, and the ways in which they are written: `a.`, `a)`, `(a)`, `iv.`, `(iv)`. */
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv']
const LABEL = /^(?:\(?([a-h]|[ivx]{1,5}|[A-H])\)\s*(?=\S)|\(?([a-h]|[ivx]{1,5})[.:]\)?\s+(?=\S))/
const INLINE_LABEL = /(?<=^|\s)\(?([a-h]|[ivx]{1,5})[.)]\s+(?=[A-Z\d£'"‘“])/g

export interface LabelledText {
  part: string
  text: string
}

/** The label at the head of a line and the words after it; null where there is none. */
export function labelOf(line: string): { label: string; rest: string } | null {
  const match = LABEL.exec(line.trimStart())
  const label = (match?.[1] ?? match?.[2])?.toLowerCase()
  if (!match || label === undefined || (label.length > 1 && !ROMAN.includes(label))) return null
  return { label, rest: line.trimStart().slice(match[0].length) }
}

/** Which label comes after another in its own row of letters or numerals; `first` of either for none. */
export function followsLabel(label: string, before: string | undefined): boolean {
  if (before === undefined) return label === 'a' || label === 'i'
  const roman = ROMAN.indexOf(before)
  if (roman >= 0 && ROMAN[roman + 1] === label) return true
  return before.length === 1 && label.length === 1 && label.charCodeAt(0) === before.charCodeAt(0) + 1
}

/**
 * Lines cut by the labels at their heads, or a single line cut by labels inside it (`a. July 2015 b. May 2015`). Labels must run in order
 * from the first of their row, or (from a cell that a page cut) from wherever `after` left off. Empty where there are none.
 */
export function splitParts(lines: readonly string[], after?: string): LabelledText[] {
  const parts: LabelledText[] = []
  const queue = [...lines]
  for (let line = queue.shift(); line !== undefined; line = queue.shift()) {
    const pieces = cutInside(line, parts.at(-1)?.part ?? after)
    if (pieces.length > 1) {
      queue.unshift(...pieces.slice(1))
      line = pieces[0] ?? ''
    }
    const found = labelOf(line)
    const last = parts.at(-1)
    if (found && (followsLabel(found.label, last?.part ?? after) || (!last && after === undefined && isFirst(found.label)))) {
      parts.push({ part: found.label, text: found.rest.trim() })
    } else if (last) last.text = `${last.text}\n${line}`.trim()
    else return []
  }
  return parts
}

function isFirst(label: string): boolean {
  return label === 'a' || label === 'i'
}

function cutInside(line: string, after: string | undefined): string[] {
  const starts: number[] = []
  let before: string | undefined = after
  for (const match of line.matchAll(INLINE_LABEL)) {
    const label = (match[1] ?? '').toLowerCase()
    if (!followsLabel(label, before)) continue
    starts.push(match.index)
    before = label
  }
  if (starts.length < (after === undefined ? 2 : 1) || (starts.length === 1 && starts[0] === 0)) return [line]
  const pieces = [line.slice(0, starts[0]), ...starts.map((start, at) => line.slice(start, starts[at + 1]))]
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '')
}

/** The lines of a recommendation, cut also where a part begins inside one. */
export function markedLines(lines: readonly string[], after?: string): string[] {
  let before = after
  return lines.flatMap((line) => {
    const own = labelOf(line)?.label
    if (own !== undefined && followsLabel(own, before)) before = own
    const pieces = cutAtMarks(line, before)
    before = pieces.map((piece) => labelOf(piece)?.label).findLast((label) => label !== undefined) ?? before
    return pieces
  })
}

/** Parts that run on in one line: `… to: a) map provision; b) find gaps`, `… (para 102) i. That all…`. `before` is the last part so far. */
function cutAtMarks(line: string, before: string | undefined): string[] {
  const starts: number[] = []
  let last = before
  for (const match of line.matchAll(
    /(?:(?<=[\s;:,])\(?([a-h]|[ivx]{1,5})\)\s+(?=\S))|(?:(?<=[.:;)]\s+)([a-h]|[ivx]{1,5})\.\s+(?=[A-Z]))/g,
  )) {
    const label = (match[1] ?? match[2] ?? '').toLowerCase()
    if (!followsLabel(label, last)) continue
    starts.push(match.index)
    last = label
  }
  return starts.length === 0
    ? [line]
    : [line.slice(0, starts[0]), ...starts.map((start, at) => line.slice(start, starts[at + 1]))].map((piece) => piece.trim())
}

/** Lettered or roman sub-items at the ends of the lines of a recommendation are its parts; other lists stay in its words. */
export function partsOfWords(text: string): { text: string; parts: { ref: string; text: string }[] } {
  const all = text.split('\n')
  const from = all.findIndex((line, at) => at > 0 && ['a', 'i'].includes(labelOf(line)?.label ?? ''))
  const parts = from === -1 ? [] : splitParts(all.slice(from).map((line) => line.trim()))
  if (parts.length < 2) return { text, parts: [] }
  return { text: all.slice(0, from).join('\n'), parts: parts.map((one) => ({ ref: one.part, text: one.text })) }
}
