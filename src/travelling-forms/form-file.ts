import { slugOf } from '../platform/core/slug.ts'
import { writeDocx } from '../platform/documents/write-docx.ts'
import { formDocument } from './form-document.ts'
import type { FormMade } from './travelling-form.ts'

export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** `autumn-2026-head-of-inclusion-W4K7XC.docx` */
export function formFileName(form: FormMade): string {
  return `${slugOf(`${form.round.name} ${form.forWhom}`, 'form', 80)}-${form.code}.docx`
}

/** A travelling form as the Word file that somebody fills in. */
export async function formAsFile(form: FormMade): Promise<{ name: string; type: string; bytes: Buffer }> {
  return { name: formFileName(form), type: WORD, bytes: Buffer.from(await writeDocx(formDocument(form))) }
}
