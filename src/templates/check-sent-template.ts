import { Refusal } from '../platform/core/refusal.ts'
import { fillTemplateApart } from '../platform/documents/fill-template-apart.ts'
import type { TemplateFault } from '../platform/documents/template-words.ts'
import type { KeptMatter } from '../papers/record-paper.ts'
import { exampleMatter } from './example-matter.ts'
import { PLACEHOLDER_SCOPE, valuesOfPaper } from './paper-placeholders.ts'

/** What was found in a template that was sent. */
export interface TemplateVerdict {
  /** With any of these it is not taken. */
  errors: TemplateFault[]
  warnings: TemplateFault[]
}

/** Every paper in it would be the same. */
const NO_PLACEHOLDER: TemplateFault = {
  severity: 'error',
  where: '',
  message:
    'Heed finds no placeholder in it, so it would write nothing into it. Begin with the starter template, or put {title} where the title goes.',
}

/**
 * Checks a template by filling it with the council's latest round, or with a fictional one where there is none, in a process of its own. What
 * cannot be opened at all is an error too, so that everything is told in one way.
 */
export async function checkSentTemplate(bytes: Uint8Array, latest: KeptMatter | null): Promise<TemplateVerdict> {
  const matter = latest ?? exampleMatter()
  try {
    const { faults, used } = await fillTemplateApart({
      bytes,
      scope: PLACEHOLDER_SCOPE,
      values: valuesOfPaper(matter),
      title: matter.title,
    })
    const errors = faults.filter(({ severity }) => severity === 'error')
    if (errors.length === 0 && used.length === 0) return { errors: [NO_PLACEHOLDER], warnings: [] }
    return {
      errors,
      warnings: [...faults.filter(({ severity }) => severity === 'warning'), ...(errors.length === 0 ? missed(new Set(used)) : [])],
    }
  } catch (error) {
    if (error instanceof Refusal) return { errors: [{ severity: 'error', where: '', message: error.message }], warnings: [] }
    throw error
  }
}

/** What a template may leave out and most likely should not. */
function missed(used: ReadonlySet<string>): TemplateFault[] {
  const warning = (message: string): TemplateFault => ({ severity: 'warning', where: '', message })
  const told = [...used].some((name) => /(^| )recommendations /.test(name))
  return [
    ...(told
      ? []
      : [
          warning('Nothing of the recommendations is in it. A row with {#recommendations}{ref} … {/recommendations} is repeated for each.'),
        ]),
    ...(used.has('draft')
      ? []
      : [
          warning(
            'A draft paper would not say that it is one. Put {draft} in the page header: it says DRAFT until the round is frozen, and then nothing.',
          ),
        ]),
  ]
}
