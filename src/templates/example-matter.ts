import { YOUNG_CARERS } from '../demonstration/young-carers.ts'
import type { KeptMatter } from '../papers/record-paper.ts'

/** A fictional paper, for a council that has no round yet to try a template with. */
export function exampleMatter(): KeptMatter {
  return {
    title: 'Progress on agreed recommendations',
    round: 'Autumn 2026',
    draft: true,
    councilContact: 'Democratic Services, Town Hall, Wexcombe',
    reading: {
      format: 'heed.reading/1',
      source: { name: 'Autumn 2026', kind: 'record' },
      organisation: 'Wexcombe Borough Council',
      committee: 'Children and Young People Panel',
      document_date: '2026-09-16',
      reviews: [YOUNG_CARERS],
      meetings: [],
      unplaced: [],
      doubts: [],
    },
    findings: [],
    covering: {
      points: ['Recommendation 1 tells what it told in the spring.'],
      contact: { name: 'Oswin Thorpe', post: 'Scrutiny Officer', telephone: '01632 960 001', email: 'scrutiny@wexcombe.example' },
    },
  }
}
