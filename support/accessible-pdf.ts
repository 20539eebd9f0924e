import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { faintWords } from './contrast.ts'

/** An element of a PDF's tags as its object says it. */
interface Tag {
  role: string
  object: string
  parent: number | null
}

/**
 * What keeps a PDF from being read by everyone: no tags, language or title, headings that skip, cells without headers, tables and pictures that
 * do not say what they hold, links that do not say where they lead, words outside the tags or too faint, headings without bookmarks. Empty where there is nothing.
 */
export async function faultsOfPdf(bytes: Uint8Array): Promise<string[]> {
  const text = Buffer.from(bytes).toString('latin1')
  const tags = tagsIn(text)
  const roles = [...tags.values()].map(({ role }) => role)
  const pdf = await getDocument({ data: new Uint8Array(bytes) }).promise
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, async (_, index) => pageOf(await pdf.getPage(index + 1))))
  return [
    ...missing(text, {
      'it is not marked as tagged': /\/MarkInfo <<\s*\/Marked true/,
      'it does not say its language': /\/Lang \(en-GB\)/,
      'its title is not shown in the window': /\/DisplayDocTitle true/,
    }),
    ...((await pdf.getMetadata()).metadata?.getRaw()?.includes('pdfuaid:part>1<') ? [] : ['it does not claim PDF/UA-1']),
    ...headingFaults(roles),
    ...[...tags].flatMap(([number, tag]) => tagFaults(number, tag, tags)),
    ...pages.flatMap(({ untagged }, index) => untagged.map((words) => `“${words}” on page ${index + 1} is outside the tags`)),
    ...faintWords(
      pages.flatMap(({ inks }) => inks),
      pages.flatMap(({ grounds }) => grounds),
    ),
    ...[...text.matchAll(/\/Subtype \/Link\b[^]*?endobj/g)].flatMap(([link]) =>
      /\/Contents /.test(link) ? [] : ['a link does not say where it leads'],
    ),
    ...(countOf(await pdf.getOutline()) < roles.filter((role) => /^H\d$/.test(role)).length ? ['a heading has no bookmark'] : []),
  ]
}

/** The words of a PDF in the order of its tags, a line a page: what a screen reader says, but for labels of lists and the contents. */
export async function wordsInTagOrder(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes) }).promise
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const page = await pdf.getPage(index + 1)
      const { said } = await markedWords(page)
      return idsIn(await page.getStructTree())
        .map((id) => said.get(id) ?? '')
        .join('')
    }),
  )
}

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>

async function pageOf(page: PdfPage): Promise<{ untagged: string[]; inks: string[]; grounds: string[] }> {
  const { untagged } = await markedWords(page)
  const { fnArray, argsArray } = await page.getOperatorList()
  const inks = new Set<string>()
  const grounds = new Set<string>()
  const kept: string[] = []
  let colour = '000000'
  fnArray.forEach((operator, at) => {
    const given = argsArray[at] as unknown[]
    if (operator === OPS.save) kept.push(colour)
    else if (operator === OPS.restore) colour = kept.pop() ?? '000000'
    else if (operator === OPS.setFillRGBColor) colour = String(given[0]).replace('#', '').toUpperCase()
    else if (operator === OPS.showText) inks.add(colour)
    else if (operator === OPS.constructPath && given[0] === OPS.fill) grounds.add(colour)
  })
  return { untagged, inks: [...inks], grounds: [...grounds] }
}

/** The words under each mark of a page, and those that are neither under a mark nor declared to be furniture of the page. */
async function markedWords(page: PdfPage): Promise<{ said: Map<string, string>; untagged: string[] }> {
  const said = new Map<string, string>()
  const untagged: string[] = []
  const marks: (string | null)[] = []
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if ('str' in item) {
      const id = marks.findLast((mark) => mark !== '')
      if (id === undefined && item.str.trim() !== '') untagged.push(item.str)
      if (id) said.set(id, (said.get(id) ?? '') + item.str + (item.hasEOL ? ' ' : ''))
    } else if (item.type === 'endMarkedContent') marks.pop()
    else marks.push((item as { tag?: string }).tag === 'Artifact' ? null : (item.id ?? ''))
  }
  return { said, untagged }
}

interface TreeNode {
  role?: string
  children?: TreeNode[]
  type?: string
  id?: string
}

/** What lists count by and the lines of the contents are left out: other formats have them from elsewhere. */
function idsIn(node: unknown): string[] {
  const { role = '', children = [], type, id } = (node ?? {}) as TreeNode
  if (role === 'Lbl' || role === 'TOC') return []
  return type === 'content' && id ? [id] : children.flatMap(idsIn)
}

/** The elements by the number of their object, in the order in which they are read. */
function tagsIn(text: string): Map<number, Tag> {
  const found = foundTags(text)
  const root = /\n\d+ 0 obj\n(?:(?!endobj)[^])*?\/Type \/StructTreeRoot[^]*?\nendobj/.exec(text)?.[0] ?? ''
  const ordered = new Map<number, Tag>()
  const walk = (object: string): void => {
    for (const number of childrenOf(object)) {
      const tag = found.get(number)
      if (!tag) continue
      ordered.set(number, tag)
      walk(tag.object)
    }
  }
  walk(root)
  return ordered
}

function childrenOf(object: string): number[] {
  const kids = /\/K \[([^\]]*)\]/.exec(object)?.[1] ?? /\/K (\d+ 0 R)/.exec(object)?.[1] ?? ''
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number))
}

function foundTags(text: string): Map<number, Tag> {
  const objects = [...text.matchAll(/\n(\d+) 0 obj\n([^]*?)\nendobj/g)].filter(([, , object = '']) => object.includes('/Type /StructElem'))
  return new Map(
    objects.map(([, number, object = '']) => [
      Number(number),
      { role: /\/S \/(\w+)/.exec(object)?.[1] ?? '', object, parent: Number(/\/P (\d+) 0 R/.exec(object)?.[1]) || null },
    ]),
  )
}

function missing(text: string, wanted: Record<string, RegExp>): string[] {
  return Object.entries(wanted).flatMap(([fault, pattern]) => (pattern.test(text) ? [] : [fault]))
}

function headingFaults(roles: readonly string[]): string[] {
  const levels = roles.filter((role) => /^H\d$/.test(role)).map((role) => Number(role.slice(1)))
  if (levels.length === 0) return ['it has no heading']
  return levels.flatMap((level, at) =>
    level > (levels[at - 1] ?? 0) + 1 ? [`a heading of level ${level} follows one of ${levels[at - 1] ?? 0}`] : [],
  )
}

function tagFaults(number: number, { role, object, parent }: Tag, tags: ReadonlyMap<number, Tag>): string[] {
  const under = parent === null ? undefined : tags.get(parent)?.role
  if (role === 'TH') return /\/Scope \/(Row|Column|Both)/.test(object) ? [] : [`header ${number} does not say what it heads`]
  if (role === 'TD') return /\/Headers \[\s*[(<]/.test(object) ? [] : [`cell ${number} has no header`]
  if (role === 'TR') return under && /^(Table|TBody|THead|TFoot)$/.test(under) ? [] : [`row ${number} is in no table`]
  if (role === 'LI') return under === 'L' ? [] : [`item ${number} is in no list`]
  if (role === 'Figure' || role === 'Formula') return /\/Alt /.test(object) ? [] : [`picture ${number} has no words`]
  return role === '' ? [`element ${number} has no role`] : []
}

function countOf(outline: readonly { items: unknown[] }[] | null): number {
  return (outline ?? []).reduce((sum, { items }) => sum + 1 + countOf(items as { items: unknown[] }[]), 0)
}
