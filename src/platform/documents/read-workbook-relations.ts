import type { Archive } from './read-archive.ts'
import { readXmlPart } from './read-xml.ts'
import { localName } from './read-workbook-styles.ts'

/** What one part of a workbook points at: another part of it, or an address outside, which is never followed. */
export interface Relation {
  kind: string
  target: string
  outside: boolean
}

/** The relations of a part by their mark; none where it has none. Paths are whole, from the root of the archive. */
export function readRelations(archive: Archive, part: string): Map<string, Relation> {
  const relations = new Map<string, Relation>()
  const at = part.lastIndexOf('/') + 1
  const folder = part.slice(0, at)
  readXmlPart(archive, `${folder}_rels/${part.slice(at)}.rels`, {
    open(name, attributes) {
      if (localName(name) !== 'Relationship') return
      const outside = attributes['TargetMode'] === 'External'
      const target = attributes['Target'] ?? ''
      relations.set(attributes['Id'] ?? '', {
        kind: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
        target: outside ? target : wholePath(folder, target),
        outside,
      })
    },
    close() {},
  })
  return relations
}

/** The part that a relation of this kind points at, the first of several. */
export function partOfKind(relations: ReadonlyMap<string, Relation>, kind: string): string | undefined {
  return [...relations.values()].find((relation) => relation.kind === kind && !relation.outside)?.target
}

function wholePath(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps = folder.split('/').filter((step) => step !== '')
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}
