/** The paragraphs of a cell, between blank lines. */
export const blocksOf = (cell: string) =>
  cell
    .split(/\n[ \t]*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')

/** The rows with the tabs that were lost put back: a paragraph to a column, and where there are more, by the words that each column has elsewhere. */
export function putBack(rows: readonly string[][], whole: readonly string[][], width: number): string[][] {
  const place = rows.map((cells) => {
    const counts = cells.map((cell) => blocksOf(cell).length)
    return counts.indexOf(Math.max(...counts))
  })
  const words = Array.from({ length: width }, () => new Map<string, number>())
  const learn = (cells: readonly string[]) =>
    cells.forEach((cell, column) => {
      for (const word of new Set(wordsOf(cell))) words[column]?.set(word, (words[column]?.get(word) ?? 0) + 1)
    })
  whole.forEach(learn)
  rows.forEach((cells, at) => {
    const blocks = blocksOf(cells[place[at] ?? 0] ?? '')
    if (blocks.length === width - cells.length + 1) learn(cells.toSpliced(place[at] ?? 0, 1, ...blocks))
  })
  return rows.map((cells, at) => {
    const column = place[at] ?? 0
    const columns = width - cells.length + 1
    return cells.toSpliced(column, 1, ...shared(blocksOf(cells[column] ?? ''), words.slice(column, column + columns)))
  })
}

/** Paragraphs shared over columns in their order, each where its words stand oftenest; every column has one. */
function shared(blocks: readonly string[], words: readonly Map<string, number>[]): string[] {
  const groups: string[][] = words.map(() => [])
  let column = 0
  blocks.forEach((block, at) => {
    const left = blocks.length - at
    const needed = words.length - 1 - column
    const mustMove = groups[column]?.length !== 0 && left <= needed
    const may = groups[column]?.length !== 0 && column + 1 < words.length
    if (mustMove || (may && likeness(block, words[column + 1]) > likeness(block, words[column]))) column++
    groups[column]?.push(block)
  })
  return groups.map((group) => group.join('\n'))
}

function likeness(block: string, words: ReadonlyMap<string, number> | undefined): number {
  return wordsOf(block).reduce((sum, word) => sum + (words?.get(word) ?? 0), 0)
}

const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}{2,}/gu) ?? []
