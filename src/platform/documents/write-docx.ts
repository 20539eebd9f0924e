import {
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TabStopType,
  TextRun,
  convertMillimetersToTwip,
} from 'docx'
import type { ISectionOptions } from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'
import type { PaperDocument, PaperSection } from './paper-document.ts'
import { withHeadingsInOrder } from './paper-document.ts'
import { DOCX_NUMBERING, DOCX_STYLES, QUIET } from './docx-styles.ts'
import { blocksOfDocx, type DocxPlace, plainText } from './docx-blocks.ts'
import { pageOf, type PaperPage } from './paper-widths.ts'
import { corePropertiesOf } from './write-xlsx-parts.ts'

const A4 = { short: convertMillimetersToTwip(210), long: convertMillimetersToTwip(297) }
const A3 = { short: A4.long, long: convertMillimetersToTwip(420) }
const SHEETS = { portrait: A4, landscape: A4, large: A3 }
const MARGIN = { portrait: convertMillimetersToTwip(22), landscape: convertMillimetersToTwip(15), large: convertMillimetersToTwip(15) }

/** The paper as a Word file: real headings, lists and tables with rows that repeat, in British English, titled, pages numbered `Page 1 of 9`. */
export async function writeDocx(paper: PaperDocument): Promise<Uint8Array> {
  const numbers = { lists: 0 }
  const document = new Document({
    styles: DOCX_STYLES,
    numbering: DOCX_NUMBERING,
    // Word shows the pages of the contents as they are written here: asked to work them out itself, it asks the reader first.
    ...(hasContents(paper) ? { pageNumbers: estimatePageNumbersWith({ guess: true }) } : {}),
    sections: withHeadingsInOrder(paper).sections.map((section) => sectionOf(section, paper, numbers)),
  })
  const properties = [{ path: 'docProps/core.xml', data: corePropertiesOf(paper) }]
  return new Uint8Array(await Packer.toArrayBuffer(document, undefined, properties))
}

function hasContents({ sections }: PaperDocument): boolean {
  return sections.some((section) => section.blocks.some((block) => block.kind === 'contents'))
}

function sectionOf(section: PaperSection, paper: PaperDocument, numbers: { lists: number }): ISectionOptions {
  const page = pageOf(section)
  const margin = MARGIN[page]
  const place: DocxPlace = { page, width: widthOf(page), numbers }
  return {
    properties: {
      page: {
        // docx turns the page itself: it is given the sheet as it stands upright.
        size: {
          width: SHEETS[page].short,
          height: SHEETS[page].long,
          orientation: page === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
        },
        margin: { top: margin + 60, bottom: margin, left: margin, right: margin, header: 480, footer: 450 },
      },
    },
    ...(paper.header
      ? {
          headers: {
            default: new Header({ children: [new Paragraph({ style: 'Header', children: [new TextRun(plainText(paper.header))] })] }),
          },
        }
      : {}),
    footers: { default: footerOf(paper.footer, place.width) },
    children: blocksOfDocx(section.blocks, place),
  }
}

function widthOf(page: PaperPage): number {
  return (page === 'portrait' ? A4.short : SHEETS[page].long) - 2 * MARGIN[page]
}

function footerOf(text: string | undefined, width: number): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          new TextRun({ text: plainText(text ?? ''), color: QUIET }),
          new TextRun({ children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES], color: QUIET }),
        ],
      }),
    ],
  })
}
