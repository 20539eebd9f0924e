import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { openBrowser } from '../../support/browser.ts'

const FACES = ['400Regular/SourceSans3_400Regular', '700Bold/SourceSans3_700Bold', '400Regular_Italic/SourceSans3_400Regular_Italic']

/** A tagged PDF set by Typst. */
export function printTypst(source: string): Uint8Array {
  const { resolve } = createRequire(import.meta.url)
  const fonts = FACES.map((face) => readFileSync(resolve(`@expo-google-fonts/source-sans-3/${face}.ttf`)))
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] })
  const { result, ...failed } = compiler.compile({ mainFileContent: `#set text(font: "Source Sans 3", size: 9pt, lang: "en")\n${source}` })
  if (!result) throw new Error(JSON.stringify(failed))
  return compiler.pdf(result)
}

/** Words as Typst takes them: nothing in them is a mark. */
export const typst = (text: string) =>
  text
    .split('\n')
    .map((line) => (line.startsWith('- ') ? `- ${plain(line.slice(2))}` : plain(line)))
    .join('\n\n')

const plain = (text: string) => text.replaceAll(/[\\#*_`$<>@~[\]/"'+=-]/g, (mark) => `\\${mark}`).replace(/^(\d+)\./, '$1\\.')

export interface Print {
  landscape?: boolean
  tagged?: boolean
  header?: string
  footer?: string
  margin?: string
}

/** HTML as Chromium prints it to PDF. */
export async function printHtml(html: string, { landscape, tagged, header, footer, margin = '15mm' }: Print = {}): Promise<Uint8Array> {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    await page.setContent(`<!doctype html><html lang="en"><meta charset="utf-8">${html}`)
    const furniture = (words = '') => `<div style="font-size:8px;width:100%;text-align:center">${words}</div>`
    return await page.pdf({
      format: 'A4',
      landscape: landscape === true,
      tagged: tagged === true,
      printBackground: true,
      displayHeaderFooter: header !== undefined || footer !== undefined,
      headerTemplate: furniture(header),
      footerTemplate: furniture(footer),
      margin: { top: '20mm', bottom: '18mm', left: margin, right: margin },
    })
  } finally {
    await browser.close()
  }
}

/** Words as HTML: lines beginning `- ` are a list. */
export function html(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.startsWith('- ') ? `<ul><li>${safe(line.slice(2))}</li></ul>` : `<p>${safe(line)}</p>`))
    .join('')
    .replaceAll('</ul><ul>', '')
}

const safe = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
