/**
 * What a file from outside may cost. Each limit is far above any committee paper seen (the largest: 110 kB packed, 0.5 MB of XML)
 * and low enough that the worst file within them is read in seconds and in less than 400 MB.
 */
export const LIMITS = {
  /** Bytes of the file as it comes. */
  fileBytes: 40_000_000,
  /** Entries of an archive. */
  entries: 5_000,
  /** Bytes of one part of an archive once unpacked, counted while unpacking. */
  partBytes: 60_000_000,
  /** Elements of one XML part, and how deep they nest. */
  elements: 1_500_000,
  elementDepth: 200,
  /** Characters of text of the whole document, and of one cell. */
  characters: 20_000_000,
  cellCharacters: 300_000,
  rows: 20_000,
  cells: 200_000,
  /** Filled rows and cells of a workbook or of separated values, which are smaller than a page's. */
  sheetRows: 25_000,
  sheetCells: 300_000,
  /** Columns of a table, and tables within tables. */
  columns: 200,
  tableDepth: 8,
  /** Pages and characters of a PDF. */
  pdfPages: 1_000,
  pdfCharacters: 5_000_000,
  /** More words on one page are a drawing or an attack: the rest are let be. */
  pdfPageWords: 8_000,
  /** How long the pages of a PDF may take to open, with how much memory beyond what Heed has already; and how long to lay out. */
  pdfMs: 8_000,
  pdfMegabytes: 300,
} as const
