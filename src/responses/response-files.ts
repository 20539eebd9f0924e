import type { LetterFile } from '../platform/mail/letter.ts'
import { slugOf } from '../platform/core/slug.ts'
import { paperFormat } from '../platform/web/send-paper.ts'
import { chaserPaper, noticePaper, type ResponseMatter } from './response-papers.ts'

/** The paper that goes with a message about a notice: the notice itself or, later, the reminder of what has no answer. */
export async function noticeFile(matter: ResponseMatter, step: string): Promise<LetterFile> {
  const paper = step === 'response-notice' ? noticePaper(matter) : chaserPaper(matter)
  const { ending, type, write } = paperFormat('word')
  return { name: `${slugOf(paper.title, 'notice', 80)}.${ending}`, type, bytes: Buffer.from(await write(paper)) }
}
