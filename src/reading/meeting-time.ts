import { writtenDays } from './written-days.ts'

const CLOCK = '\\d{1,2}(?:[.:]\\d{2})?\\s*(?:[ap]\\.?\\s?m\\b\\.?|noon|hours|hrs)|\\d{1,2}[.:]\\d{2}\\b'
const WEEKDAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)'

/** The time at which a meeting began, as printed: `10.00 am`. Of two, the first. */
export function clockIn(line: string): string | null {
  const span = /^(\d{1,2}[.:]\d{2})\s*(?:-|–|to)\s*\d{1,2}[.:]\d{2}\s*([ap]\.?m)\b/i.exec(line.trim())
  if (span) return `${span[1]} ${span[2]}`
  const match = new RegExp(
    `(?:^|\\b(?:at|commencing|commenced|started|began|starting|from|time|on)\\b|,|–|\\(|\\d{4})\\s*:?\\s*(?:at\\s+)?(${CLOCK})`,
    'i',
  ).exec(line)
  return match?.[1] && line.length < 400 ? match[1].replace(/\.$/, '').replaceAll(/\s+/g, ' ').trim() : null
}

/** `The meeting commenced at 6.30pm in Committee Room 2, Town Hall` */
export function venueOfBeginning(line: string): string | null {
  return (
    /^(?:the )?meeting (?:commenced|began|started|opened)\b[^.]{0,4}[^()]*?\s(?:in|at) (?:the )?(\p{Lu}[^.:;]{3,100})\.?$/u.exec(
      line.replace(/^The m/, 'm').trim(),
    )?.[1] ?? null
  )
}

/** A line that is nothing but a place with rooms: `Service Headquarters, Quay Road, Wexcombe`. */
export function venueAlone(line: string): boolean {
  return (
    line.length < 120 &&
    /^\p{Lu}[^.:;|()]*$/u.test(line.trim()) &&
    /,/.test(line) &&
    /\b(?:room|suite|hall|chambers?|house|centre|offices?|headquarters|building|guildhall|library|street|road|lane|square)\b/i.test(line) &&
    writtenDays(line).length === 0 &&
    !/\b(?:councillors?|cllrs?|officers?|mr|mrs|ms|dr|head|director|committee|panel)\b/i.test(line)
  )
}

/** Where it was held: behind its day, or before it (`held in the Council Chambers on Wednesday 20 November 2024`). */
export function venueIn(line: string): string | null {
  const [day] = writtenDays(line)
  if (!day) return null
  const at = line.indexOf(day.words)
  const held = new RegExp(
    `\\b(?:held|meeting)\\b.*?\\s(?:in|at) (?:the )?(.+?),?\\s+(?:on|at)\\s+(?:${WEEKDAY},?\\s*)?(?:the\\s+)?$`,
    'i',
  ).exec(line.slice(0, at))?.[1]
  if (held && !/^\d/.test(held))
    return held.replace(/\s+(?:and|or) (?:by|via|through) (?:remote|video|online|virtual|microsoft|teams|zoom)\b.*$/i, '').trim()
  if (!/\b(?:held|meeting|minutes|notes|proceedings|at)\b/i.test(line) && !new RegExp(CLOCK, 'i').test(line)) return null
  const after = line
    .slice(at + day.words.length)
    .replace(
      new RegExp(
        `^[\\s,]*(?:(?:at|commencing at|from|starting at)?\\s*(?:${CLOCK})(?:\\s*(?:to|until|and finishing at|-|–)\\s*(?:${CLOCK}))?)?[\\s,–]*(?:(?:in|at) (?:the )?)?`,
        'i',
      ),
      '',
    )
    .replace(new RegExp(`[\\s,]*(?:at|commencing at|starting at|from)\\s+(?:${CLOCK}).*$`, 'i'), '')
    .replace(/\.$/, '')
    .trim()
  return after.length > 3 && /^\p{Lu}/u.test(after) ? after : null
}
