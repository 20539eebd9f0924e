import { meetingDocument } from './meeting-document.ts'

/** Other bodies' agendas and minutes, by someone who did not know how Heed reads them. Not for making the reader on: they are there to measure it. */
export const FIRST_MEETINGS = [
  meetingDocument('brackenshire-place', ['docx', 'pdf', 'txt']),
  meetingDocument('caerfelin-resources', ['docx', 'txt']),
  meetingDocument('strathorran-audit', ['docx', 'txt']),
  meetingDocument('loughderrin-governance', ['docx', 'pdf']),
  meetingDocument('ravensmoor-fire', ['docx', 'pdf']),
  meetingDocument('threeshires-health', ['docx', 'pdf']),
  meetingDocument('tamarside-agenda', ['docx', 'pdf']),
  meetingDocument('oakhanger-agenda', ['docx', 'pdf', 'txt']),
  meetingDocument('wyrefold-panel', ['docx', 'txt']),
  meetingDocument('hallowgate-children', ['docx', 'pdf', 'txt']),
]

/** Four more, written when the first had been read and the reader mended by them. */
export const SECOND_MEETINGS = [
  meetingDocument('merrowdale-board', ['docx', 'pdf', 'txt']),
  meetingDocument('greywater-cabinet-scrutiny', ['docx', 'pdf']),
  meetingDocument('fennside-task-group', ['docx', 'pdf']),
  meetingDocument('marchlands-joint-agenda', ['docx', 'txt']),
]
