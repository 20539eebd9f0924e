/** The text as a piece of an address: `Child & Youth Panel` becomes `child-youth-panel`; `fallback` where nothing is left. */
export function slugOf(text: string, fallback: string, longest = 60): string {
  const words = text
    .normalize('NFKD')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/[^a-zA-Z0-9-]/g, '')
    .toLowerCase()
    .replace(/^-+|-+$/g, '')
  if (words.length <= longest) return words || fallback
  const cut = words.slice(0, longest + 1)
  return cut.slice(0, cut.lastIndexOf('-') > 0 ? cut.lastIndexOf('-') : longest)
}

/** The slug, or the slug with the first number that is not taken: `housing`, `housing-2`. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  for (let number = 2; ; number++) if (!taken.has(`${slug}-${number}`)) return `${slug}-${number}`
}
