/** Rows as columns of letters, as a program lays out the text of a PDF's page: nothing between the columns but spaces. */
export function inColumns(widths: readonly number[], rows: readonly (readonly string[])[]): string[][] {
  return rows.map((row) => {
    const columns = row.map((text, at) => text.split('\n').flatMap((line) => wrapped(line, widths[at]! - 2)))
    const height = Math.max(1, ...columns.map((column) => column.length))
    return Array.from({ length: height }, (_, at) =>
      columns
        .map((column, each) => (column[at] ?? '').padEnd(widths[each]!))
        .join('')
        .trimEnd(),
    )
  })
}

export function wrapped(text: string, width: number): string[] {
  const made: string[] = ['']
  for (const word of text.split(' ')) {
    const last = made.at(-1)!
    if (last !== '' && last.length + word.length + 1 > width) made.push(word)
    else made[made.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return made
}
