import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readFile } from '../platform/documents/read-file.ts'
import { readDocument } from '../reading/read-document.ts'
import type { Finding } from './finding.ts'
import { judgeReading } from './judge-reading.ts'

interface Breach {
  seed: string
  review?: string | null
  ref?: string | null
  part?: string
  action?: number
  round?: string
  presented_on?: string
  rule: string
  certainty?: string
  detect?: string
}

const SEEDS = new URL('../../../shared/seeds/', import.meta.url)
const skip = existsSync(SEEDS) ? false : 'The seed documents are not beside the project.'

test('on the seed documents the referee finds what any careful reader would, and raises no false alarm', { skip }, async () => {
  const gold: { breaches: Breach[]; not_breaches: Breach[] } = JSON.parse(readFileSync(new URL('breaches.gold.json', SEEDS), 'utf8'))
  const found = new Map<string, Finding[]>()
  for (const name of readdirSync(SEEDS).filter((file) => file.endsWith('.docx')))
    found.set(name.replace('.docx', ''), judgeReading(readDocument(await readFile(readFileSync(new URL(name, SEEDS)), name))))
  const of = (breach: Breach) => (found.get(breach.seed) ?? []).filter((one) => isSame(breach, one))
  const demanded = gold.breaches.filter(({ certainty, detect }) => certainty === 'certain' && detect === 'mechanical')
  const judged = [...found].flatMap(([seed, findings]) => findings.map((one) => ({ seed, one })))
  const supported = judged.filter(({ seed, one }) => gold.breaches.some((breach) => breach.seed === seed && isSame(breach, one)))
  assert.ok(demanded.filter((breach) => of(breach).length > 0).length >= demanded.length * 0.9)
  assert.ok(supported.length >= judged.length * 0.92)
  assert.deepEqual(gold.not_breaches.flatMap(of), [])
})

function isSame(breach: Breach, one: Finding): boolean {
  const agree = (a?: string | number | null, b?: string | number | null) => plain(a) === '' || plain(b) === '' || plain(a) === plain(b)
  return (
    breach.rule === one.rule &&
    plain(breach.ref) === plain(one.ref) &&
    agree(breach.part, one.part) &&
    agree(breach.action, one.action) &&
    agree(breach.presented_on ?? breach.round, one.presented_on ?? one.round) &&
    (plain(breach.review) === '' ||
      one.review === null ||
      plain(one.review).includes(plain(breach.review)) ||
      plain(breach.review).includes(plain(one.review)))
  )
}

function plain(value: string | number | null | undefined): string {
  return `${value ?? ''}`
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]/gu, '')
    .replace(/\.$/, '')
}
