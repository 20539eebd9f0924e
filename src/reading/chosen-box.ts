/** All the grades with a box before (or after) each, one of them ticked: the words of that one. */
export function chosenIn(text: string): string {
  if (text.length > 400 || !/[☒☑✓✔]|\[x\]/i.test(text) || !/☐|□|\[\s?\]/.test(text)) return text
  const marks = [...text.matchAll(/([☒☑✓✔]|\[x\])|(?:☐|□|\[\s?\])/gi)]
  const before = marks[0]?.index === 0
  const words = marks.map((mark, at) =>
    before
      ? text.slice(mark.index + mark[0].length, marks[at + 1]?.index)
      : text.slice(at === 0 ? 0 : (marks[at - 1]?.index ?? 0) + (marks[at - 1]?.[0].length ?? 0), mark.index),
  )
  const ticked = words.filter((_, at) => marks[at]?.[1] !== undefined)
  return ticked.length === 1 ? (ticked[0] ?? '').replaceAll(/^[\s|/,]+|[\s|/,]+$/g, '') : text
}
