import { z } from 'zod'
import { sitsAlways } from '../members/member.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { choice, optionalChoice, optionalText, text, ticked } from '../platform/web/fields.ts'
import { ATTENDANCE_STATES, attendanceOf, DECLARATION_KINDS, type InTheRoom } from './attendance.ts'
import type { DeclarationInPapers } from './declarations-in-papers.ts'
import type { AttendanceLine } from './record-attendance.ts'

/** A time of day as people write it, `18:40`, `6.40pm`, `6pm`; kept as `18:40`, null where blank. */
export function clockTime(typed: string): string | null | undefined {
  if (typed === '') return null
  const found = /^(\d{1,2})(?:[:.](\d\d))?\s*(am|pm)?$/i.exec(typed)
  if (!found) return undefined
  const [, hours = '', minutes = '00', half] = found
  if (half === undefined && found[2] === undefined) return undefined
  const hour = half ? (Number(hours) % 12) + (/pm/i.test(half) ? 12 : 0) : Number(hours)
  const isLikely = (half ? Number(hours) >= 1 && Number(hours) <= 12 : hour < 24) && Number(minutes) < 60
  return isLikely ? `${String(hour).padStart(2, '0')}:${minutes}` : undefined
}

const time = optionalText(12).transform((typed, context) => {
  const read = clockTime(typed)
  if (read === undefined) context.addIssue({ code: 'custom', message: 'Enter a time of day, for example 18:40' })
  return read ?? null
})

const optionalId = optionalText(36).transform((value) => (value === '' ? null : value))

export const attendanceForm = z.object({
  members: z
    .array(
      z.object({
        id: text('A member is missing', 36),
        version: z.coerce.number().int(),
        state: optionalChoice(ATTENDANCE_STATES),
        for: optionalId,
        arrived: time,
        departed: time,
      }),
    )
    .max(200),
})

/** What the form says of each member of whom it says anything; who is not present neither arrived nor sits for anybody. */
export function attendanceSaid({ members }: z.output<typeof attendanceForm>): AttendanceLine[] {
  return members.flatMap(({ id, version, state, for: forMemberId, arrived, departed }) => {
    if (state === null) return []
    const isThere = state === 'present'
    return [
      {
        memberId: id,
        version,
        state,
        forMemberId: isThere ? forMemberId : null,
        arrived: isThere ? arrived : null,
        departed: isThere ? departed : null,
      },
    ]
  })
}

/** The form as it opens: as last recorded; who was not spoken of yet is taken to be present from the meeting's day on, but for substitutes. */
export function formOfAttendance(there: InTheRoom, day: CalendarDate): object {
  const hasCome = day >= there.heldOn
  return {
    members: there.seats.map((seat) => {
      const said = attendanceOf(there, seat.member.id)
      return {
        id: seat.member.id,
        version: said?.version ?? 0,
        state: said?.state ?? (hasCome && sitsAlways(seat) ? 'present' : ''),
        for: said?.forMemberId ?? '',
        arrived: said?.arrived ?? '',
        departed: said?.departed ?? '',
      }
    }),
  }
}

export const declarationForm = z.object({
  member: text('Choose who declares the interest', 36),
  item: optionalId,
  kind: choice(DECLARATION_KINDS, 'Choose what kind of interest it is'),
  interest: text('Enter the interest as the minutes are to say it', 2000),
  leaves: ticked(),
})

/** Of several that the papers have, what is ticked. */
export const papersForm = z.object({
  lines: z.array(declarationForm.extend({ take: ticked() })).max(200),
})

/** The form as it opens: all is ticked whose member sits that day. */
export function formOfPapers(read: readonly DeclarationInPapers[]): object {
  return {
    lines: read.flatMap(({ memberId, agendaItemId, kind, interest, leaves }) =>
      memberId === null ? [] : [{ take: 'yes', member: memberId, item: agendaItemId ?? '', kind, interest, leaves: leaves ? 'yes' : '' }],
    ),
  }
}
