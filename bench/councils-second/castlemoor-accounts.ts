import { readFileSync } from 'node:fs'
import type { CouncilDocument } from '../councils/council-document.ts'
import { dueOf, ownersOf, recommendation, rowsOf } from './second-document.ts'
import { printed } from './second-print.ts'

const ROWS = rowsOf(`
1 | The Committee recommends that departments publish the full cost of every major project at each gateway. | Accept | Departments will publish costs from the outline case onwards, leaving out figures that would harm a procurement in progress. | Head of the Project Office | January 2024
2 | The Committee recommends that the Treasury sets out how it tests the optimism of business cases. | Accept | The guidance on appraisal has been revised and a note on optimism bias was placed on the website in July. | Chief Economist | Complete
3 | The Committee recommends that one accounting officer be named for each project and stays in that role until it opens. | Accept in part | The Government agrees that one person should be named, but cannot bind officers to remain in a post for the whole life of a project. | Permanent Secretary | March 2024
4 | The Committee recommends that lessons from the hospital at Carrick Point be gathered and shared. | Accept | A review led by an independent engineer began in September and its findings will be published in full. | Director of Infrastructure | June 2024
5 | The Committee recommends that the contract for the ferry be ended. | Reject | To end the contract would cost more than to complete it. The Minister set out the figures in a letter to the Committee in May. | Minister for Transport | 
6 | The Committee recommends that an annual report on all projects over £20 million be laid before the Assembly. | Accept | The first report will be laid before the summer recess and will cover 34 projects. | Head of the Project Office / Treasury | July 2024
7 | The Committee recommends that training for project sponsors be made compulsory. | Accept in part | Training will be compulsory for projects over £20 million and offered to the sponsors of smaller ones. | Head of the Project Office | April 2024
8 | The Committee recommends that penalties for delay be included in all contracts for construction. | Accept | Standard clauses have been in use since 1 August 2023. | Head of Procurement | Complete
9 | The Committee recommends that the register of assets be reconciled with the accounts each year. | Accept | The first reconciliation will be made for the accounts of 2023-24 and looked at by the Auditor General. | Financial Controller | 31 August 2024
10 | The Committee recommends that a single website show the progress of every project, with its first budget and its present one. | Accept in part | A website will show projects over £5 million. Smaller projects are reported by departments in their annual accounts. | Head of Digital Services | September 2024
11 | The Committee recommends that consultants who wrote a business case be barred from building what it proposes. | Reject | The market in the island is small and a bar would leave some tenders without a bidder. Conflicts of interest will be declared and managed. | Head of Procurement | 
12 | The Committee recommends that the findings of gateway reviews be sent to it in confidence. | Accept | Summaries will be sent within a month of each review, beginning with those held after 1 November 2023. | Head of the Project Office | 30 November 2023
13 | The Committee recommends that communities near a large site be told each quarter what is to come. | Accept | Contractors will be required to send a newsletter. The first has been delivered to homes near the new school at Balreagh. | Director of Infrastructure | Ongoing
14 | The Committee recommends that the contingency of a project be held by the Treasury and not by the department. | Accept in part | The Treasury will hold half of the contingency for projects over £20 million from the next financial year. | Treasury | April 2024
15 | The Committee recommends that the Auditor General be asked to return to this subject within three years. | Accept | The Government would welcome a further report, though the choice of subjects is for the Auditor General alone. | Auditor General | December 2026
`)
const ANSWERS = { Accept: 'accepted', 'Accept in part': 'accepted_in_part', Reject: 'rejected' } as const

export const castlemoorAccounts: CouncilDocument = {
  name: 'castlemoor-accounts',
  ending: 'txt',
  truth: {
    organisation: 'Castlemoor Assembly',
    committee: 'Public Accounts Committee',
    document_date: '2023-10-12',
    reviews: [
      {
        title: 'Management of Major Projects',
        recommendations: ROWS.map(([ref = '', text = '', answer = '', comment = '', who = '', when = '']) =>
          recommendation({
            ref,
            text,
            owners: ownersOf(who),
            due: dueOf(when),
            response: { answer: ANSWERS[answer as keyof typeof ANSWERS], text: comment },
          }),
        ),
      },
    ],
  },
  make: () => new Uint8Array(readFileSync(new URL('castlemoor-accounts.txt', import.meta.url))),
}

/** The PDF whose text, by `pdftotext -layout`, is the document. */
export const castlemoorPrinted = () =>
  printed(
    [
      { line: 'Castlemoor Assembly – Public Accounts Committee', bold: true },
      { line: 'Government response to the report on the Management of Major Projects', bold: true },
      { line: '12 October 2023' },
      {
        widths: [0.5, 3.4, 1.1, 3.8, 1.8, 1.3],
        heads: ['No.', 'PAC recommendation', 'Response', 'Comment from Responsible Minister', 'Responsible Officer', 'Timescale'],
        rows: ROWS,
      },
    ],
    { footer: 'Response of the Government', size: 11 },
  )
