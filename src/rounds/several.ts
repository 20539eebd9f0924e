import { z } from 'zod'

/**
 * What was ticked in one or several groups of boxes: `name`, or `name.0`, `name.1` where a page has several groups, so that each has ids of its own.
 * Refuses with `missing` where nothing was ticked.
 */
export function severalOf<Each extends z.ZodType>(each: Each, missing: string) {
  const ticked = (value: unknown) => [value ?? []].flat(2).filter((one) => one !== '' && one !== undefined)
  return z.preprocess(ticked, z.array(each).min(1, missing))
}
