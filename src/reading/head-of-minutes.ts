import type { SourceBlock } from '../platform/documents/source-document.ts'
import { BEGAN_AND_ENDED, ENDS } from './end-of-minutes.ts'
import { clockIn, venueAlone, venueIn, venueOfBeginning } from './meeting-time.ts'
import { isShouted, titleCase } from './read-particulars.ts'
import type { ReadMeeting } from './reading.ts'
import { englishOf } from './two-languages.ts'
import { writtenDays } from './written-days.ts'

const BODY =
  /\b(?:committee|panel|board|commission|cabinet|forum|sub-committee|council|authority|partnership|(?:working|task|finish) group)\b/i

/** `Minutes of the meeting of the X Committee held on 1 May 2025 in the Guildhall`, or the same on lines of their own. */
export function headOf(
  text: string,
  head: readonly SourceBlock[],
  committee: string,
): Pick<ReadMeeting, 'body' | 'date' | 'time' | 'venue'> {
  const lines = head
    .flatMap((block) => (block.kind === 'paragraph' && block.text.length < 400 ? block.text.split('\n') : []))
    .filter((one) => !ENDS.test(one) || BEGAN_AND_ENDED.test(one))
  const line = englishOf(text.replaceAll(/\s+/g, ' '))
  const own = [line, ...lines.map((one) => englishOf(one))]
  const day = own.flatMap(writtenDays)[0]
  const [ownDay] = writtenDays(line)
  const at = Math.min(
    ...[ownDay ? line.indexOf(ownDay.words) : line.length, line.search(/\b(?:which was )?held\b/i)].filter((one) => one !== -1),
  )
  const named = line
    .slice(0, at)
    .replace(/^.*?\b(?:meeting|proceedings|minutes?|decisions?) (?:of|by|taken by) (?:the |a )?(?:meeting of (?:the )?)?/i, '')
    .replace(/[\s,]*(?:,? (?:which was )?held)?(?: on| at)?[\s,]*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)?[\s,]*$/i, '')
    .trim()
  const body =
    BODY.test(named) && !/\bcouncil$/i.test(line) && !(/\bauthority$/i.test(named) && lines.some((one) => isBody(englishOf(one).trim())))
      ? named
      : (lines.flatMap((one) => bodyIn(englishOf(one).trim()) ?? [])[0] ??
        (committee || (/^\W*(?:(?:draft|confirmed|unconfirmed)\W+)?(?:minutes|notes)\W*$/i.test(named) ? '' : named)))
  const time = own.map(clockIn).find((one) => one !== null)
  const venue =
    own.map(venueIn).find((one) => one !== null) ?? own.find(venueAlone)?.trim() ?? own.map(venueOfBeginning).find((one) => one !== null)
  return {
    body: isShouted(body) ? titleCase(body) : body,
    ...(day ? { date: day.day } : {}),
    ...(time ? { time } : {}),
    ...(venue ? { venue } : {}),
  }
}

/** The name of a body that meets, and no council's, where a line is that and nothing else but perhaps its council before a dash. */
function bodyIn(line: string): string | null {
  const name = line
    .replace(/^(?:draft |confirmed )?decisions (?:of|taken by|from) (?:the )?/i, '')
    .split(/\s+[–-]\s+/)
    .at(-1)!
    .trim()
  const isName =
    name.length < 110 &&
    /\b(?:committee|panel|board|commission|cabinet|forum|sub-committee|partnership|(?:working|task|finish|reference|liaison) group)$/i.test(
      name,
    ) &&
    /^\p{Lu}/u.test(name) &&
    !/\b(?:minutes|meeting|held)\b/i.test(name)
  return isName ? name : null
}

export const isBody = (line: string) => bodyIn(line) !== null
