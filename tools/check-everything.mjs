// The whole gate, as `npm test` and CI run it: format, lint, types, then every test. Every stage runs, so that one run tells all; the
// test runner's own summary comes last. `npm test -- PATTERN` runs only the test files whose path contains the pattern, without the rest.
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { ROOT } from './install.mjs'

const CODE = ['src', 'checks', 'support', 'journeys', 'bench', 'tools']
const [pattern] = process.argv.slice(2)

const stages = {
  format: [bin('oxfmt'), '--check', ...CODE],
  lint: [bin('oxlint'), '--deny-warnings', ...CODE],
  types: [bin('tsc'), '--project', '.'],
}

const failed = pattern === undefined ? Object.keys(stages).filter((stage) => !passes(stage, stages[stage])) : []
if (failed.length > 0) process.stdout.write(`\nFAILED before the tests: ${failed.join(', ')}\n`)
if (!testsPass()) failed.push('tests')
if (failed.length > 0) {
  process.stdout.write(`\nFAILED: ${failed.join(', ')}\n`)
  process.exitCode = 1
}

function testsPass() {
  const files = globSync(['src/**/*.test.{ts,tsx}', 'checks/**/*.test.{ts,tsx}', 'journeys/**/*.test.{ts,tsx}'], { cwd: ROOT })
    .filter((file) => file.includes(pattern ?? ''))
    .toSorted()
  if (files.length === 0) {
    process.stdout.write('No test was found.\n')
    return false
  }
  const options = [
    '--import',
    './tools/tsx-loader.mjs',
    '--test',
    '--test-reporter=spec',
    '--test-timeout=600000',
    `--test-concurrency=${availableParallelism()}`,
  ]
  return passes(`tests (${files.length} files)`, [process.execPath, ...options, ...files])
}

function passes(stage, [program, ...args]) {
  process.stdout.write(`\n== ${stage}\n`)
  const env = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1' }
  return spawnSync(program, args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
}

function bin(name) {
  return `${ROOT}node_modules/.bin/${name}`
}
