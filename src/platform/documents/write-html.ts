import type {
  PaperBlock,
  PaperCell,
  PaperContents,
  PaperDocument,
  PaperHeading,
  PaperItem,
  PaperList,
  PaperPairs,
  PaperRow,
  PaperTable,
  Run,
} from './paper-document.ts'
import { isSafeLink, withHeadingsInOrder } from './paper-document.ts'
import { squared } from './paper-rows.ts'
import { fittedWidths, pageOf } from './paper-widths.ts'
import { PAPER_STYLE } from './paper-style.ts'

/** The whole paper as one HTML file that needs nothing beside it: the reference that Word and PDF follow. */
export function writeHtml(paper: PaperDocument): string {
  const running = [paper.header, paper.footer].filter(Boolean).map((text) => `<p class="paper-running">${escapeHtml(text ?? '')}</p>`)
  return `<!doctype html>
<html lang="${paper.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(paper.title)}</title>
${paper.author ? `<meta name="author" content="${escapeHtml(paper.author)}">\n` : ''}<style>${PAPER_STYLE}</style>
</head>
<body>
${paper.header ? `<header>${running[0]}</header>\n` : ''}<main>
${writeHtmlFragment(paper)}
</main>
${paper.footer ? `<footer>${running.at(-1)}</footer>\n` : ''}</body>
</html>
`
}

/** The paper for a page that has its own head and `h1`: its headings begin at `firstLevel`. It brings classes and no styles. */
export function writeHtmlFragment(paper: PaperDocument, firstLevel: 1 | 2 | 3 = 1): string {
  const { sections } = withHeadingsInOrder(paper)
  return sections
    .map(
      (section) =>
        `<section class="paper paper-${pageOf(section)}">\n${section.blocks.map((block) => blockHtml(block, firstLevel)).join('\n')}\n</section>`,
    )
    .join('\n')
}

function blockHtml(block: PaperBlock, firstLevel: number): string {
  if (block.kind === 'heading') return headingHtml(block, firstLevel)
  if (block.kind === 'paragraph') return `<p${block.style ? ` class="paper-${block.style}"` : ''}>${runsHtml(block.runs)}</p>`
  if (block.kind === 'list') return listHtml(block)
  if (block.kind === 'contents') return contentsHtml(block)
  if (block.kind === 'pairs') return pairsHtml(block, firstLevel)
  return tableHtml(block, firstLevel)
}

function headingHtml({ level, text, anchor }: PaperHeading, firstLevel: number): string {
  const tag = `h${Math.min(level + firstLevel - 1, 6)}`
  return `<${tag}${anchor ? ` id="${escapeHtml(anchor)}"` : ''}>${escapeHtml(text)}</${tag}>`
}

function contentsHtml({ entries = [] }: PaperContents): string {
  if (entries.length === 0) return ''
  const lines = entries.map(({ text, anchor, level }) => {
    const deeper = level > 1 ? ' class="paper-deeper"' : ''
    return `<li${deeper}><a href="#${escapeHtml(anchor)}">${escapeHtml(text)}</a></li>`
  })
  return `<ul class="paper-contents">${lines.join('')}</ul>`
}

function runsHtml(runs: readonly Run[]): string {
  return runs.map(runHtml).join('')
}

function runHtml(run: Run): string {
  let html = escapeHtml(run.text).replaceAll('\n', '<br>')
  if (run.italic) html = `<em>${html}</em>`
  if (run.bold) html = `<strong>${html}</strong>`
  if (run.to) return `<a href="#${escapeHtml(run.to)}">${html}</a>`
  return run.link && isSafeLink(run.link) ? `<a href="${escapeHtml(run.link)}">${html}</a>` : html
}

function listHtml(list: PaperList): string {
  const tag = list.numbered ? 'ol' : 'ul'
  return `<${tag}>${list.items.map(itemHtml).join('')}</${tag}>`
}

function itemHtml(item: PaperItem): string {
  return `<li>${runsHtml(item.runs)}${item.list ? listHtml(item.list) : ''}</li>`
}

function pairsHtml(pairs: PaperPairs, firstLevel: number): string {
  const rows = pairs.pairs.map(
    (pair) => `<div><dt>${escapeHtml(pair.label)}</dt><dd>${pair.blocks.map((block) => blockHtml(block, firstLevel)).join('')}</dd></div>`,
  )
  return `<dl class="paper-pairs">\n${rows.join('\n')}\n</dl>`
}

function tableHtml(table: PaperTable, firstLevel: number): string {
  const { widths } = fittedWidths(table, 'landscape')
  const whole = widths.reduce((sum, width) => sum + width, 0)
  // Classes, since a page's content policy refuses inline styles.
  const columns = widths.map((width) => `<col class="paper-width-${Math.max(1, Math.round((100 * width) / whole))}">`).join('')
  const head = table.header.map((row) => rowHtml(row, 'col', firstLevel)).join('\n')
  const body = squared(table.rows, table.widths.length).map((row) => rowHtml(row, 'row', firstLevel))
  const title = escapeHtml(table.title)
  return `<div class="paper-table" role="group" tabindex="0" aria-label="${title}">
<table${(table.share ?? 1) < 1 ? ' class="paper-narrow"' : ''}>
<caption>${title}</caption>
<colgroup>${columns}</colgroup>
${head ? `<thead>\n${head}\n</thead>\n` : ''}<tbody>
${body.join('\n')}
</tbody>
</table>
</div>`
}

function rowHtml(row: PaperRow, scope: 'col' | 'row', firstLevel: number): string {
  return `<tr>${row.cells.map((cell) => cellHtml(cell, scope, firstLevel)).join('')}</tr>`
}

function cellHtml(cell: PaperCell, scope: 'col' | 'row', firstLevel: number): string {
  const names = scope === 'col' || cell.rowHeader
  const tag = names ? 'th' : 'td'
  const attributes = [
    names ? ` scope="${(cell.columns ?? 1) > 1 && scope === 'col' ? 'colgroup' : scope}"` : '',
    (cell.columns ?? 1) > 1 ? ` colspan="${cell.columns}"` : '',
    (cell.rows ?? 1) > 1 ? ` rowspan="${cell.rows}"` : '',
    cell.band ? ' class="paper-band"' : '',
  ]
  return `<${tag}${attributes.join('')}>${cell.blocks.map((block) => blockHtml(block, firstLevel)).join('')}</${tag}>`
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as it may stand in HTML, in an element or in a quoted attribute; characters that HTML forbids are dropped. */
export function escapeHtml(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the characters to be rid of
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)
}
