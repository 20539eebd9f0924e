import { writtenDays } from './written-days.ts'

const CLOCK = '\\d{1,2}(?:[.:]\\d{2})?\\s*(?:[ap]\\.?\\s?m\\b\\.?|noon|hours|hrs)|\\d{1,2}[.:]\\d{2}\\b'
const WEEKDAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)'

/** The time at which a meeting began, as printed: `10.00 am`. Of two, the first. */
export function clockIn(line: string): string | null {
  const span = /^(\d{1,2}[.:]\d{2})\s*(?:-|–|to)\s*\d{1,2}[.:]\d{2}\s*([ap]\.?m)\b/i.exec(line.trim())
  if (span) return `${span[1]} ${span[2]}`
  const match = new RegExp(
    `(?:^|\\b(?:at|commencing|commenced|started|began|starting|from|time|on)\\b|,|–|\\d{4})\\s*:?\\s*(?:at\\s+)?(${CLOCK})`,
    'i',
  ).exec(line)
  return match?.[1] && line.length < 400 ? match[1].replace(/\.$/, '').replaceAll(/\s+/g, ' ').trim() : null
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
  if (held && !/^\d/.test(held)) return held.replace(/\s+(?:and|or) (?:by|via|through) (?:remote|video|online|virtual)\b.*$/i, '').trim()
  if (!/\b(?:held|meeting|minutes|notes|at)\b/i.test(line) && !new RegExp(CLOCK, 'i').test(line)) return null
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
