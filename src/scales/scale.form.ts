import { z } from 'zod'
import { choice, optionalChoice, optionalLongText, optionalText, text, ticked } from '../platform/web/fields.ts'
import type { Grade } from './scale.ts'
import { MEANINGS, SEVERITIES } from './scale.ts'

const gradeRow = z.object({
  code: optionalText(20),
  label: optionalText(200),
  definition: optionalLongText(3000),
  meaning: optionalChoice(MEANINGS),
})

type GradeRow = z.output<typeof gradeRow>

/** Rows left blank are no grades; a grade without a number is known by its words. */
export const scaleForm = z
  .object({
    name: text('Enter what the scale is called', 200),
    version: z.coerce.number().default(0),
    grades: z.array(gradeRow).default([]),
  })
  .superRefine(({ grades }, context) => {
    const fault = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
    const said = grades.map((row, index) => ({ row, index })).filter(({ row }) => !isBlank(row))
    if (said.length === 0) fault(['grades', 0, 'label'], 'Enter at least one grade')
    for (const { row, index } of said) {
      if (row.label === '') fault(['grades', index, 'label'], `Enter the words of grade ${row.code || index + 1}`)
      else if (said.some((other) => other.index < index && codeOf(other.row) === codeOf(row)))
        fault(['grades', index, 'code'], `Another grade is ${codeOf(row)} already`)
    }
  })
  .transform(({ name, version, grades }) => ({ version, said: { name, grades: grades.filter((row) => !isBlank(row)).map(gradeOf) } }))

function isBlank({ code, label, definition, meaning }: GradeRow): boolean {
  return code === '' && label === '' && definition === '' && meaning === null
}

function codeOf({ code, label }: GradeRow): string {
  return code || label
}

function gradeOf(row: GradeRow): Grade {
  return { code: codeOf(row), label: row.label, ...(row.definition ? { definition: row.definition } : {}), meaning: row.meaning }
}

export const ruleForm = z.object({
  version: z.coerce.number(),
  on: ticked(),
  severity: choice(SEVERITIES, 'Choose how much it matters'),
  words: optionalText(500),
})
