import type { CouncilDocument } from '../councils/council-document.ts'
import { dateOf, ownersOf, recommendation, rowsOf } from './second-document.ts'
import { wordFile } from './second-word.ts'

const ROWS = rowsOf(`
Patients told the inspectors that they often waited for more than an hour for a call bell to be answered at night. | Set a standard of five minutes for answering call bells and audit it on every ward each week. | Director of Nursing | 30 November 2013 | Partner trust's lead nurse | The standard was met in 88% of calls in the last four weeks, against 61% in August. | On track to deliver
Too few nurses on medical wards, with a high use of agency staff. | Recruit 54 registered nurses.⏎Review the establishment of every ward with an accepted tool. | DoN/DoHR | By the end of December 2013 ⇒ 2013-12-31 | Regional nursing directorate | 41 nurses have started or have a date to start. The overseas campaign was held up by registration checks. | Some issues – narrative disclosure
Boards of the trust received figures of mortality without explanation. | Set up a mortality review group led by the Medical Director and report to the Board every month. | Medical Director | 30 September 2013 | Public health observatory | The group has met three times and its first report was made to the September Board. | Delivered
Equipment for resuscitation was not checked every day. | Replace all trolleys with one sealed type and check them daily. | Matron for Critical Care | 31 August 2013 | None | All 46 trolleys were replaced by 23 August. Spot checks found no gap. | Delivered
Complaints took up to six months to be answered and letters did not say what had been learnt. | Clear the backlog of 117 complaints and answer new ones in 35 days. | Chief Executive | 31 October 2013 | Patients' association | 22 remain in the backlog. The average time is now 39 days. | Some issues – narrative disclosure
Medical records were missing in one clinic in ten. | Move to one library of records with tracking by bar code. | Director of Finance | By March 2014 ⇒ 2014-03-31 | None | Scanners have been bought and staff are being trained. | On track to deliver
Junior doctors were left without a senior to call on at weekends. | Have a consultant on site for 12 hours on each day of the weekend. | Medical Director | 1 November 2013 | Postgraduate deanery | The rota began on 5 October, four weeks early. | Delivered
Infection control practice was poor in the emergency department. | Refurbish the department's clean and dirty utility rooms and repeat hand hygiene training. | Director of Estates⏎Director of Nursing | 31st January 2014 ⇒ 2014-01-31 | Health protection agency | Building work begins on 4 November. 93% of staff have been trained. | On track to deliver
The Board had not visited wards as a matter of routine. | Each director to visit two wards a month, without notice. | Company Secretary | Ongoing | None | 28 visits made since July; themes are reported to the quality committee. | Delivered
`)
const GRADES = { Delivered: 'completed', 'On track to deliver': 'on_track', 'Some issues – narrative disclosure': 'slipped' } as const
const FILLS = { Delivered: '0070C0', 'On track to deliver': '92D050', 'Some issues – narrative disclosure': 'FFC000' } as const

export const corrowmoorTrust: CouncilDocument = {
  name: 'corrowmoor-trust',
  ending: 'docx',
  truth: {
    organisation: 'Corrowmoor Hospitals NHS Trust',
    document_date: '2013-10-31',
    reviews: [
      {
        title: 'Our improvement plan and our progress',
        recommendations: ROWS.map(([text = '', required = '', who = '', when = '', , evidence = '', indicator = '']) =>
          recommendation(
            { ref: '', text, owners: ownersOf(who), due: [dateOf(when)] },
            [{ text: required, who, when }],
            [{ evidence, grade: GRADES[indicator as keyof typeof GRADES], round: 'October 2013' }],
          ),
        ),
      },
    ],
  },
  make: () =>
    wordFile(
      [
        { heading: 'Corrowmoor Hospitals NHS Trust – Our improvement plan and our progress' },
        { line: 'October 2013', bold: true },
        { line: 'What are we doing?', bold: true },
        {
          line: 'The trust was placed in special measures in July 2013. This document shows our plan for making the improvements that were asked for, and how far we have come.',
        },
        { line: 'Key', bold: true },
        {
          widths: [2800, 10000],
          heads: ['Progress indicator', 'Meaning'],
          rows: [
            [{ text: 'Delivered', fill: '0070C0' }, 'The action has been carried out.'],
            [{ text: 'On track to deliver', fill: '92D050' }, 'The action will be carried out by the date agreed.'],
            [{ text: 'Some issues – narrative disclosure', fill: 'FFC000' }, 'The action is behind its timescale; the reason is told.'],
            [{ text: 'Not on track to deliver', fill: 'FF0000' }, 'The action will not be carried out as agreed.'],
          ],
        },
        {
          widths: [3200, 3200, 1700, 1500, 1500, 3200, 1400],
          heads: [
            'Summary of main concerns',
            'Summary of urgent actions required',
            'Owner',
            'Agreed timescale for implementation',
            'External support/ assurance',
            'Progress',
            'Progress indicator',
          ],
          rows: ROWS.map((row) => row.map((cell, at) => (at === 6 ? { text: cell, fill: FILLS[cell as keyof typeof FILLS] } : cell))),
        },
        { line: 'How our progress is being checked', bold: true },
        {
          line: 'Progress is looked at each month by the Board in public and by the regulator. If you wish to ask about it, write to the Company Secretary.',
        },
      ],
      { footer: 'Improvement plan v4' },
    ),
}
