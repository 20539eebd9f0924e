/**
 * What the words of a cell say: `¦` is where a narrow column breaks a word without a hyphen, `⟦…⟧` a footnote, and neither is the author's text.
 * The day that a date means stands after `⇒` and is left to `dateOf`.
 */
export const said = (cell: string) => cell.replaceAll('¦', '').replaceAll(/⟦[^⟧]*⟧/g, '')

/** Rows written a line each, as `rowsOf` has them, with the place of each cell named. */
export const named = <Name extends string>(names: readonly Name[], rows: string[][]) =>
  rows.map((row) => {
    if (row.length !== names.length) throw new Error(`${row.length} cells for ${names.length} columns: ${row.join(' | ').slice(0, 90)}`)
    return Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])) as Record<Name, string>
  })

/** The paragraph or section numbers in brackets at the end of a text. */
export const paragraphsIn = (text: string) => {
  const inside = /\((?:paras?\.?|paragraphs?) ([\d., ]+)\)\.?$/i.exec(text)?.[1]
  return inside ? inside.split(',').map((each) => each.trim()) : []
}
