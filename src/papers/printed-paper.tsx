import type { PaperDocument } from '../platform/documents/paper-document.ts'
import { writeHtmlFragment } from '../platform/documents/write-html.ts'

/** A paper as it is printed, its headings under those of the page. */
export function PrintedPaper({ document, firstLevel }: { document: PaperDocument; firstLevel: 2 | 3 }) {
  // Our own writer's markup: it escapes every word of the paper.
  return <div class="papers-page" dangerouslySetInnerHTML={{ __html: writeHtmlFragment(document, firstLevel) }} />
}
