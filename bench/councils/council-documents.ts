import { aldermoorRules } from './aldermoor-rules.ts'
import { ashcombeForm } from './ashcombe-form.ts'
import { barnfieldLines } from './barnfield-lines.ts'
import { brackenQuarters } from './bracken-quarters.ts'
import { calderwickParts } from './calderwick-parts.ts'
import type { CouncilDocument } from './council-document.ts'
import { dovestonePlain } from './dovestone-plain.ts'
import { dunsfordSemicolons } from './dunsford-semicolons.ts'
import { eastmereExport } from './eastmere-export.ts'
import { fernhurstForm } from './fernhurst-form.ts'
import { holmbridgeColours } from './holmbridge-colours.ts'
import { ilvertonForm } from './ilverton-form.ts'
import { kestrelTrust } from './kestrel-trust.ts'
import { larkfieldPrison } from './larkfield-prison.ts'
import { millbeckLong } from './millbeck-long.ts'
import { oxcombeSpaces } from './oxcombe-spaces.ts'
import { penmoorFire } from './penmoor-fire.ts'
import { raddlebarnSheets } from './raddlebarn-sheets.ts'
import { rookhopeNarrow } from './rookhope-narrow.ts'
import { saltmarshAudit } from './saltmarsh-audit.ts'
import { stavelyReport } from './stavely-report.ts'
import { thistledownTracked } from './thistledown-tracked.ts'
import { tollgatePrison } from './tollgate-prison.ts'
import { wexcombeTracker } from './wexcombe-tracker.ts'
import { winterslowPaste } from './winterslow-paste.ts'

/** Other councils' documents, by someone who did not know how Heed reads. Not for making the reader on: they are there to measure it. */
export const COUNCIL_DOCUMENTS: CouncilDocument[] = [
  thistledownTracked,
  holmbridgeColours,
  penmoorFire,
  ashcombeForm,
  larkfieldPrison,
  calderwickParts,
  wexcombeTracker,
  saltmarshAudit,
  kestrelTrust,
  raddlebarnSheets,
  tollgatePrison,
  brackenQuarters,
  ilvertonForm,
  dunsfordSemicolons,
  eastmereExport,
  winterslowPaste,
  oxcombeSpaces,
  barnfieldLines,
  millbeckLong,
  rookhopeNarrow,
  aldermoorRules,
  dovestonePlain,
  fernhurstForm,
  stavelyReport,
]
