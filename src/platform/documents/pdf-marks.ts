const BULLET = /^[•▪●➤○◦❖■□‣⁃∙·➢✓✔\uf0b7\uf0a7\uf0d8\uf0fc\uf06f\uf0e0\uf02d]$/u
const STUCK = /^[•▪●➤○◦❖■‣\uf0b7\uf0a7]/u
const SOFT_BULLET = /^[o*–—-]$/
const MARKER = /^(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)$/i

/** A sign that stands before an item and says nothing else. */
export function isBullet(text: string): boolean {
  return BULLET.test(text)
}

/** A bullet with its first word right behind it. */
export function beginsWithBullet(text: string): boolean {
  return STUCK.test(text)
}

/** A sign that is a bullet only where it stands apart from the words: a dash, an `o`. */
export function isSoftBullet(text: string): boolean {
  return SOFT_BULLET.test(text)
}

/** The number or letter of an item: `2.`, `(a)`, `iv.`, `3.1`. */
export function isMarker(text: string): boolean {
  return MARKER.test(text)
}
