/**
 * The code points that a TrueType font can show, from its `cmap` table (formats 4 and 12).
 * PDF/UA allows no character without a glyph, so what no font can show must be found before.
 */
export function charactersOfFont(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = offsetOfTable(view, 'cmap')
  const characters = new Set<number>()
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
    const subtable = cmap + view.getUint32(cmap + 4 + index * 8 + 4)
    if (view.getUint16(subtable) === 4) addFormat4(view, subtable, characters)
    if (view.getUint16(subtable) === 12) addFormat12(view, subtable, characters)
  }
  return characters
}

function offsetOfTable(view: DataView, name: string): number {
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const entry = 12 + index * 16
    const tag = String.fromCharCode(view.getUint8(entry), view.getUint8(entry + 1), view.getUint8(entry + 2), view.getUint8(entry + 3))
    if (tag === name) return view.getUint32(entry + 8)
  }
  throw new Error(`The font has no ${name} table.`)
}

function addFormat4(view: DataView, at: number, characters: Set<number>): void {
  const doubled = view.getUint16(at + 6)
  for (let step = 0; step < doubled; step += 2) {
    const last = view.getUint16(at + 14 + step)
    const first = view.getUint16(at + 16 + doubled + step)
    const delta = view.getUint16(at + 16 + 2 * doubled + step)
    const rangeAt = at + 16 + 3 * doubled + step
    const range = view.getUint16(rangeAt)
    for (let code = first; code <= last && code !== 0xffff; code += 1) {
      const glyph = range === 0 ? (code + delta) & 0xffff : view.getUint16(rangeAt + range + 2 * (code - first))
      if (glyph !== 0) characters.add(code)
    }
  }
}

function addFormat12(view: DataView, at: number, characters: Set<number>): void {
  for (let group = 0; group < view.getUint32(at + 12); group += 1) {
    const entry = at + 16 + group * 12
    for (let code = view.getUint32(entry); code <= view.getUint32(entry + 4); code += 1) characters.add(code)
  }
}
