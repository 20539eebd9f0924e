/** Columns as shares of their table, in hundredths. */
const WIDTHS = Array.from({ length: 100 }, (_, index) => `.paper-width-${index + 1} { width: ${index + 1}%; }`).join(' ')

/** How a paper looks as HTML on a screen and on paper. Ink on white is 15:1, quiet ink 7:1, header ink on its shade 12:1. */
export const PAPER_STYLE = `
${WIDTHS}
:root { --ink: #1b2733; --quiet: #475666; --rule: #b9c3cd; --shade: #e6ecf1; --band: #f2f5f8; --link: #1d4f91; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff; font: 1rem/1.5 'Source Sans 3', 'Source Sans Pro', Arial, sans-serif; }
main, header, footer { max-width: 78rem; margin: 0 auto; padding: 0 1.5rem; }
main { padding-bottom: 3rem; }
h1, h2, h3, h4 { line-height: 1.25; margin: 1.6em 0 .5em; text-wrap: balance; }
h1 { font-size: 1.9rem; margin-top: 1em; } h2 { font-size: 1.4rem; } h3 { font-size: 1.15rem; } h4 { font-size: 1rem; }
p, ul, ol { margin: 0 0 .75em; max-width: 46rem; } ul, ol { padding-left: 1.4em; } li > ul, li > ol { margin: 0; }
a { color: var(--link); }
.paper-lead { margin: 0; }
.paper-note, .paper-running { color: var(--quiet); font-size: .9rem; }
.paper-running { margin: 1rem 0; }
.paper-table { overflow-x: auto; margin: 1em 0 1.5em; }
.paper-table:focus { outline: 3px solid #1d4f91; outline-offset: 2px; }
.paper-table table { border-collapse: collapse; width: 100%; min-width: 40rem; font-size: .92rem; line-height: 1.4; }
.paper-table caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.paper-table th, .paper-table td { border: 1px solid var(--rule); padding: .45rem .6rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
.paper-table thead th { background: var(--shade); }
.paper-table .paper-band { background: var(--band); }
.paper-table tbody th { font-weight: 600; }
.paper-table table.paper-narrow { width: auto; min-width: 16rem; }
.paper-table p, .paper-table ul, .paper-table ol { margin: 0 0 .35em; max-width: none; }
.paper-table :is(th, td) > :last-child { margin-bottom: 0; }
.paper-contents { list-style: none; padding: 0; } .paper-contents li { margin: .35em 0; } .paper-contents .paper-deeper { padding-left: 1.4em; }
.paper-pairs { margin: 1em 0 1.5em; border-top: 1px solid var(--rule); }
.paper-pairs > div { display: grid; grid-template-columns: minmax(9rem, 14rem) 1fr; gap: 0 1.5rem; padding: .45rem 0; border-bottom: 1px solid var(--rule); }
.paper-pairs dt { font-weight: 600; } .paper-pairs dd { margin: 0; } .paper-pairs dd > :last-child { margin-bottom: 0; }
@media (max-width: 40rem) { .paper-pairs > div { grid-template-columns: 1fr; } }
@media print {
  @page { size: A4; margin: 18mm; } @page wide { size: A4 landscape; margin: 15mm; } @page large { size: A3 landscape; margin: 15mm; }
  body { font-size: 10.5pt; } main, header, footer { max-width: none; padding: 0; }
  .paper { break-before: page; } .paper:first-child { break-before: auto; } .paper-landscape { page: wide; font-size: 9pt; } .paper-large { page: large; font-size: 9pt; }
  .paper-table { overflow: visible; } .paper-table table { min-width: 0; font-size: 9pt; } thead { display: table-header-group; }
  h1, h2, h3, h4 { break-after: avoid; } a { color: inherit; }
  .paper-table thead th, .paper-table .paper-band { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`
