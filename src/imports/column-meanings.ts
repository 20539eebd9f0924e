import type { ColumnMeaning } from '../reading/column-hint.ts'

/** What a column may be told to mean, in words. */
export const COLUMN_MEANINGS: Partial<Record<ColumnMeaning, string>> = {
  ref: 'Reference or number',
  text: 'Recommendation',
  theme: 'Theme or heading',
  response: 'Response (accepted, rejected…)',
  action: 'Action',
  owner: 'Owner',
  due: 'Date or timescale',
  'owner+due': 'Owner and date, both in one cell',
  revisedDue: 'New date',
  measure: 'Success measure',
  budget: 'Budget or cost',
  evidence: 'Evidence of progress',
  grade: 'Grade or assessment',
  'grade+evidence': 'Grade and evidence, both in one cell',
  impact: 'Impact',
  percent: '% complete',
  paragraphs: 'Paragraphs of the report',
  closed: 'Date it was done',
  review: 'Name of the review',
  round: 'Round: when this was said',
  other: 'None of these: keep it with what found no field',
}
