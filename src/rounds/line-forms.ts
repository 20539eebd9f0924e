import { z } from 'zod'
import { several } from '../platform/web/fields.ts'
import type { LineSeen } from './accept-updates.ts'

const ids = several(z.guid())

/** `id:version id:version …`: what a page showed of each of its lines. */
const seen = z
  .preprocess((value) => (typeof value === 'string' ? value.split(' ').filter(Boolean) : []), z.array(z.string()))
  .transform((pairs) =>
    pairs.flatMap((pair): LineSeen[] => {
      const [, itemId, version] = /^([0-9a-f-]{36}):(\d{1,6})$/.exec(pair) ?? []
      return itemId && version ? [{ itemId, version: Number(version) }] : []
    }),
  )

export const WITH_LINES = ['accept', 'remind', 'send-back', 'no-update'] as const

/** What is to be done with lines ticked on a round's page. `all` is every line that the page showed. */
export const linesForm = z
  .object({
    what: z.enum(WITH_LINES, { error: 'Choose what to do with the lines.' }),
    all: z.preprocess((value) => value !== undefined && value !== '', z.boolean()),
    item: ids,
    seen,
  })
  .transform(({ what, all, item, seen: shown }) => ({ what, lines: all ? shown : shown.filter(({ itemId }) => item.includes(itemId)) }))
  .refine(({ lines }) => lines.length > 0, { path: ['item'], message: 'Tick at least one line, or all on this page.' })

export const itemsForm = z.object({ item: ids.refine((some) => some.length > 0, 'Choose at least one line.') })

/** Lines named in an address, as a confirmation page is given them. */
export function itemsIn(query: unknown): string[] {
  const read = itemsForm.safeParse(query)
  return read.success ? [...new Set(read.data.item)] : []
}

/** `?item=…&item=…` */
export function queryOfItems(lines: readonly { itemId: string }[]): string {
  return `?${new URLSearchParams(lines.map(({ itemId }) => ['item', itemId]))}`
}
