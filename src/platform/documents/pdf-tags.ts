import type { PdfTag } from './pdf-page.ts'

/** A piece of the tree of tags that belongs to one page, as pdf.js gives it. */
interface TagNode {
  role?: string
  type?: string
  id?: string
  children?: TagNode[]
  colSpan?: number
  rowSpan?: number
}

const DEEPEST = 60
const MOST_TAGS = 100_000

/** By the number of marked content, the elements that it is in; undefined where the page has no tags. */
export function tagsOfPage(tree: TagNode | null): Map<number, PdfTag> | undefined {
  if (!tree) return undefined
  const tags = new Map<number, PdfTag>()
  let elements = 0
  const walk = (node: TagNode, path: PdfTag['path']): void => {
    if (path.length > DEEPEST || elements > MOST_TAGS) return
    if (node.type === 'content') {
      const mark = Number(/_mc(\d+)$/.exec(node.id ?? '')?.[1] ?? NaN)
      if (!Number.isNaN(mark)) tags.set(mark, { path })
      return
    }
    elements += 1
    const element = {
      role: node.role ?? '',
      id: elements,
      ...(node.colSpan ? { columns: node.colSpan } : {}),
      ...(node.rowSpan ? { rows: node.rowSpan } : {}),
    }
    const here = [...path, element]
    for (const child of node.children ?? []) walk(child, here)
  }
  walk(tree, [])
  return tags.size > 0 ? tags : undefined
}
