// Heed's two commands begin here, on any Node from 20 up and with nothing installed: plain JavaScript that imports only Node's own modules.
// It sees that Node 24 and the packages are there, and then becomes the program that was asked for.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bringNode, installPackages, ROOT } from './install.mjs'

const [name, ...args] = process.argv.slice(2)

/** What is not a command of Heed's but a task of its developers'. */
const TASKS = {
  'check-everything': 'tools/check-everything.mjs',
  bench: 'bench/run-benchmarks.ts',
  schema: 'tools/write-schema.mjs',
}

if (Number(process.versions.node.split('.')[0]) < 20) stop(`Heed needs Node 20 or later; this is Node ${process.versions.node}.`)
// Under npm, which can be killed without passing it on.
if (process.env.npm_lifecycle_event) await import('./stop-with-parent.mjs')
try {
  const node = bringNode()
  installPackages()
  if (name === 'setup') process.exit(0)
  const program = join(ROOT, TASKS[name] ?? 'src/cli.ts')
  if (!existsSync(program)) stop(`${name} is not there yet: ${program} is missing.`)
  const programArgs = name in TASKS ? args : process.argv.slice(2)
  process.env.NODE_COMPILE_CACHE ??= join(ROOT, '.cache/compiled')
  if (node === process.execPath) await become(program, programArgs)
  else startUnder(node, program, programArgs)
} catch (error) {
  stop(error.message)
}

/** This Node will do: the program runs in this very process. */
async function become(program, programArgs) {
  process.argv = [process.execPath, program, ...programArgs]
  process.getBuiltinModule('node:module').enableCompileCache(process.env.NODE_COMPILE_CACHE)
  await import('./tsx-loader.mjs')
  await import(pathToFileURL(program).href)
}

/** Another Node runs the program, told what this one was told of memory; its end, by code or by signal, becomes ours, and a request to stop is passed on to it. */
function startUnder(node, program, programArgs) {
  const imports = ['tsx-loader.mjs', 'stop-with-parent.mjs'].flatMap((file) => ['--import', new URL(file, import.meta.url).href])
  const child = spawn(node, [...process.execArgv, ...imports, program, ...programArgs], { stdio: 'inherit' })
  // Ctrl-C reaches the child by itself: it is in the same process group.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => stop(error.message))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal]
  })
}

function stop(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
