import { dueOf, ownersOf, recommendation, rowsOf } from '../councils-second/second-document.ts'
import { named } from './third-document.ts'
import type { CouncilDocument } from '../councils/council-document.ts'

const COLUMNS = ['ref', 'inspection', 'text', 'who', 'when', 'update', 'status'] as const
const ROWS = named(
  COLUMNS,
  rowsOf(`
WK/21/003 | Crime Data Integrity | The force should make sure that crimes reported in incidents of antisocial behaviour are recorded at the first opportunity. | Detective Superintendent, Crime Standards | 30/09/2022 | A dedicated desk reviews all such incidents within 24 hours. Compliance in the last audit was 96.2%. | Complete
WK/21/007 | Crime Data Integrity | The force should inform victims when the record of their crime is cancelled. | Force Crime Registrar | 31/07/2022 | A letter and a text message have been built into the system. The latest audit found that 41 of 43 victims had been told. | Complete
WK/22/001 | PEEL 2021/22 | The force should improve the time it takes to answer 101 calls and the proportion that are abandoned. | Head of Contact | 31/03/2023 | Twenty-two call handlers have joined since April.⏎The rate of abandonment was 14% in August, compared with 27% a year ago, but the target of 10% will not be met by the date set. | Behind schedule
WK/22/002 | PEEL 2021/22 | The force should make sure that repeat callers are identified and that vulnerability is assessed by a structured method at first contact. | Head of Contact | 31/12/2022 | Refresher training has been given to 78% of staff. Quality checks are made on ten calls for each operator every month. | On track
WK/22/003 | PEEL 2021/22 | The force should ensure that investigation plans are created where needed, with supervisory oversight that makes sure that all lines of inquiry are taken. | Detective Chief Superintendent, Investigations | 31/01/2023 | An investigation plan became compulsory in the system on 4 July. Dip samples show that 71% of plans are of the standard expected. | On track
WK/22/004 | PEEL 2021/22 | The force should make sure that it takes the views of victims into account when it decides to use an outcome in which the victim does not support an investigation. | Detective Chief Superintendent, Investigations / Victim Services Manager | 30/11/2022 | A form for the views of victims is being tested in two districts, with a decision on its use across the force to follow in October. | On track
WK/22/005 | PEEL 2021/22 | The force should improve the way it records the grounds for stop and search. | Chief Inspector, Local Policing | 31/10/2022 | The external scrutiny panel looked at 120 records in June and found that grounds were reasonable in 93%. Body-worn video is looked at for a sample each month. | On track
WK/22/006 | PEEL 2021/22 | The force should review the capacity of the team which manages sexual and violent offenders, so that visits are made in time. | Detective Superintendent, Public Protection | 30/06/2022 | Four posts have been approved but only two have been filled. Overdue visits have fallen from 118 to 52. A second recruitment campaign closes on 7 October. | Behind schedule
WK/22/007 | PEEL 2021/22 | The force should ensure that officers and staff have meaningful conversations about their welfare and development at least every quarter. | Head of People | 31/03/2023 | A new form for the conversation went live on 1 September. | On track
WK/22/011 | Custody | The force should ensure that detainees are offered exercise and reading material, and that the offer is recorded. | Chief Inspector, Custody | 30/09/2022 | New books, some in other languages, have been bought for all three suites, and a prompt has been added to the custody record. | Complete
WK/22/012 | Custody | The force should make an adequate number of places available for the review of detention by telephone, which should take place only where it is justified. | Chief Inspector, Custody | 31/12/2022 | Inspectors have been reminded of the guidance. An audit of thirty reviews is to be made in November. | On track
WK/22/014 | Custody | The force should work with the health provider so that detainees wait no more than an hour to see a nurse. | Health Commissioning Manager | 31/12/2022 | Discussions on the contract for 2023 have begun, and the provider has been asked to price a second nurse at night. | On track
WK/22/019 | Counter-corruption | The force should monitor its information systems in a proactive way, including mobile devices. | Head of Professional Standards / Chief Information Officer | 31/05/2023 |  | Not started
WK/22/020 | Counter-corruption | The force should put in place a process for telling the counter-corruption unit of changes in the circumstances of officers, such as debt or a new business interest. | Head of Professional Standards | 28/02/2023 | The policy has been rewritten and is with the staff associations for comment until 14 October. | On track
`),
)
const GRADES = { Complete: 'completed', 'On track': 'on_track', 'Behind schedule': 'slipped', 'Not started': 'not_started' } as const
const HEADS = ['Reference', 'Inspection', 'Recommendation', 'Force lead', 'Target date', 'Update (September 2022)', 'Status']
const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** An export as a spreadsheet saves it: a mark at the start, `\r\n`, title lines above the heading, new lines in quotes. */
export const wickmerePoliceExport: CouncilDocument = {
  name: 'wickmere-police-export',
  ending: 'csv',
  truth: {
    organisation: 'Wickmere Police',
    reviews: [
      {
        title: 'Inspection recommendations tracker',
        recommendations: ROWS.map(({ ref, text, who, when, update, status }) =>
          recommendation(
            { ref, text, owners: ownersOf(who), due: dueOf(when) },
            [],
            [{ evidence: update, grade: GRADES[status as keyof typeof GRADES] }],
          ),
        ),
      },
    ],
  },
  make: () => {
    const rows = ROWS.map((row) => COLUMNS.map((column) => row[column]))
    const lines = [
      ['Wickmere Police: inspection recommendations tracker', '', '', '', '', '', ''],
      ['', '', '', '', '', '', ''],
      HEADS,
      ...rows,
    ]
    return new TextEncoder().encode(`\uFEFF${lines.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`)
  },
}
