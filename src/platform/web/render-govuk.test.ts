import { deepEqual, equal } from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { govukOptionTypes } from './generate-govuk-options.ts'
import { govukFolder, renderGovuk } from './render-govuk.ts'

interface Fixture {
  name: string
  options: object
  html: string
}

test('every component renders as the package’s own fixtures have it', () => {
  const wrong: string[] = []
  let seen = 0
  for (const component of readdirSync(`${govukFolder}/components`, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const { fixtures } = JSON.parse(readFileSync(`${govukFolder}/components/${component.name}/fixtures.json`, 'utf8')) as {
      fixtures: Fixture[]
    }
    for (const fixture of fixtures) {
      seen += 1
      if (lines(renderGovuk(component.name, fixture.options)) !== lines(fixture.html)) wrong.push(`${component.name}: ${fixture.name}`)
    }
  }
  deepEqual(wrong, [])
  equal(seen > 400, true, `only ${seen} fixtures were found`)
})

/** The templates' indentation and blank lines are no part of what a browser shows. */
function lines(html: string): string {
  return html.replace(/\s+/g, ' ').replaceAll(' >', '>').trim()
}

test('the committed types are those that the installed package gives', () => {
  const committed = readFileSync(new URL('govuk-options.ts', import.meta.url), 'utf8')
  equal(bare(committed), bare(govukOptionTypes()))
})

/** The formatter may add and remove quotation marks, commas, brackets and spaces. */
function bare(source: string): string {
  return source.replace(/[\s'",;()|]/g, '')
}

test('a text of many spaces costs no more than its length', () => {
  const steps = (spaces: number) => {
    const start = process.cpuUsage()
    renderGovuk('textarea', { name: 'evidence', label: { html: `a${' '.repeat(spaces)}b` } })
    return process.cpuUsage(start).user
  }
  steps(1000)
  // Quadratic trimming of 100,000 spaces takes a quarter of a minute and more.
  equal(steps(100_000) < 5_000_000, true)
})
