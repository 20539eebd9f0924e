import type { FillAnswer, FillAsked } from './fill-template-apart.ts'
import { fillTemplate } from './fill-template.ts'
import { unanswered } from './work-apart.ts'
import { readDocx } from './read-docx.ts'

// The untrusted part: opens a stranger's template and fills it, in a process that can be killed.

/** What was filled is read back, so that no file leaves Heed that cannot be opened. */
function answer({ bytes, scope, values, title }: FillAsked): FillAnswer {
  try {
    const { faults, used, file } = fillTemplate(bytes, scope, values, title)
    if (file) readDocx(file, 'filled.docx')
    return { faults, used: [...used], file }
  } catch (error) {
    return unanswered(error)
  }
}

process.once('message', (asked: FillAsked) => process.send?.(answer(asked), () => process.disconnect()))
process.once('disconnect', () => process.exit())
