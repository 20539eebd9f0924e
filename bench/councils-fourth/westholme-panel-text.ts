import { readFileSync } from 'node:fs'
import type { CouncilDocument } from '../councils/council-document.ts'
import { WESTHOLME_TRUTH } from './westholme-police-crime-panel.ts'

/** The panel's printed tracker as `pdftotext -layout` gives it. */
export const westholmePanelText: CouncilDocument = {
  name: 'westholme-panel-text',
  ending: 'txt',
  truth: WESTHOLME_TRUTH,
  make: () => new Uint8Array(readFileSync(new URL('./westholme-panel-text.txt', import.meta.url))),
}
