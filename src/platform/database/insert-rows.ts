/** A statement takes at most 65,535 values; fewer at a time keep it small to read. */
const MOST_ROWS = 500

/** Inserts rows many to a statement, in their order: one by one, each would wait for the database. Of none it does nothing. */
export async function insertRows<Row>(rows: readonly Row[], insert: (some: Row[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += MOST_ROWS) await insert(rows.slice(at, at + MOST_ROWS))
}
