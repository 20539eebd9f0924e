import type { CouncilDocument } from '../councils/council-document.ts'
import { aldersykeFollowUp } from './aldersyke-follow-up.ts'
import { brockhurstInquiry } from './brockhurst-inquiry.ts'
import { castlemoorAccounts } from './castlemoor-accounts.ts'
import { corrowmoorTrust } from './corrowmoor-trust.ts'
import { dunlarrowInquiry } from './dunlarrow-inquiry.ts'
import { fenbridgeScrutiny } from './fenbridge-scrutiny.ts'
import { hallowmereTwoUpdates } from './hallowmere-two-updates.ts'
import { hawkridgePaste } from './hawkridge-paste.ts'
import { lindenshawTaskGroups } from './lindenshaw-task-groups.ts'
import { marrowdaleOutstanding } from './marrowdale-outstanding.ts'
import { orrinshireSend } from './orrinshire-send.ts'
import { penrhosfaGovernance } from './penrhosfa-governance.ts'
import { quillmouthRescue } from './quillmouth-rescue.ts'
import { sarnholmMinutes } from './sarnholm-minutes.ts'
import { stourwickRegister } from './stourwick-register.ts'
import { strathgarveBoard } from './strathgarve-board.ts'
import { tarrowbyPeerChallenge } from './tarrowby-peer-challenge.ts'
import { tesboroughMonitor } from './tesborough-monitor.ts'
import { veylandCustody } from './veyland-custody.ts'
import { wrayholmExport } from './wrayholm-export.ts'

/** Six Word files, six PDFs, four workbooks, two of separated values and two of text. */
export const SECOND_COUNCILS: readonly CouncilDocument[] = [
  aldersykeFollowUp,
  brockhurstInquiry,
  castlemoorAccounts,
  corrowmoorTrust,
  dunlarrowInquiry,
  fenbridgeScrutiny,
  hallowmereTwoUpdates,
  hawkridgePaste,
  lindenshawTaskGroups,
  marrowdaleOutstanding,
  orrinshireSend,
  penrhosfaGovernance,
  quillmouthRescue,
  sarnholmMinutes,
  stourwickRegister,
  strathgarveBoard,
  tarrowbyPeerChallenge,
  tesboroughMonitor,
  veylandCustody,
  wrayholmExport,
]
