import type { KeptMatter } from '../papers/record-paper.ts'
import { refuse } from '../platform/core/refusal.ts'
import { fillTemplateApart } from '../platform/documents/fill-template-apart.ts'
import { PLACEHOLDER_SCOPE, valuesOfPaper } from './paper-placeholders.ts'

/** The template filled with a paper's matter. Refuses (conflict) where today's Heed finds an error in it that an earlier one did not. */
export async function fillForPaper(bytes: Buffer, matter: KeptMatter): Promise<Uint8Array> {
  const { file: made, faults } = await fillTemplateApart({
    bytes,
    scope: PLACEHOLDER_SCOPE,
    values: valuesOfPaper(matter),
    title: matter.title,
  })
  return (
    made ??
    refuse(
      'conflict',
      `This template cannot be filled: ${faults[0]?.message ?? 'the reason is not known.'} An administrator can replace it.`,
    )
  )
}
