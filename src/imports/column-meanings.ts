import type { Field } from '../reading/heading-families.ts'

/** What a column may be told to mean, in words. */
export const COLUMN_MEANINGS: Partial<Record<Field, string>> = {
  ref: 'Reference or number',
  text: 'Recommendation',
  theme: 'Theme or heading',
  response: 'Response (accepted, rejected…)',
  action: 'Action',
  owner: 'Owner',
  due: 'Date or timescale',
  revisedDue: 'New date',
  measure: 'Success measure',
  budget: 'Budget or cost',
  evidence: 'Evidence of progress',
  grade: 'Grade or assessment',
  impact: 'Impact',
  percent: '% complete',
  paragraphs: 'Paragraphs of the report',
  closed: 'Date it was done',
  other: 'None of these: keep it with what found no field',
}
