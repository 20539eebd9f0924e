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
import type { PaperDocument, PaperSection } from './paper-document.ts'
import { withHeadingsInOrder } from './paper-document.ts'
import { DOCX_NUMBERING, DOCX_STYLES, QUIET } from './docx-styles.ts'
import { blocksOfDocx, type DocxPlace, plainText } from './docx-blocks.ts'

const A4 = { short: convertMillimetersToTwip(210), long: convertMillimetersToTwip(297) }
const MARGIN = { portrait: convertMillimetersToTwip(22), landscape: convertMillimetersToTwip(15) }

/** The paper as a Word file: real headings, lists and tables with rows that repeat, in British English, titled, pages numbered `Page 1 of 9`. */
export async function writeDocx(paper: PaperDocument): Promise<Uint8Array> {
  const numbers = { lists: 0 }
  const document = new Document({
    title: plainText(paper.title),
    creator: plainText(paper.author ?? ''),
    lastModifiedBy: plainText(paper.author ?? ''),
    styles: DOCX_STYLES,
    numbering: DOCX_NUMBERING,
    sections: withHeadingsInOrder(paper).sections.map((section) => sectionOf(section, paper, numbers)),
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

function sectionOf(section: PaperSection, paper: PaperDocument, numbers: { lists: number }): ISectionOptions {
  const margin = MARGIN[section.orientation]
  const place: DocxPlace = { orientation: section.orientation, width: widthOf(section.orientation), numbers }
  return {
    properties: {
      page: {
        // docx turns the page itself: it is given the sheet as it stands upright.
        size: {
          width: A4.short,
          height: A4.long,
          orientation: section.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
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

function widthOf(orientation: PaperSection['orientation']): number {
  return (orientation === 'landscape' ? A4.long : A4.short) - 2 * MARGIN[orientation]
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
