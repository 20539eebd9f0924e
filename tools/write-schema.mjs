// `npm run schema`: writes src/platform/database/schema.ts from a freshly migrated database. The check that compares them does the work.
import { spawnSync } from 'node:child_process'
import { ROOT } from './install.mjs'

const { status } = spawnSync(process.execPath, ['--test', 'checks/schema-drift.test.ts'], {
  cwd: ROOT,
  env: { ...process.env, HEED_WRITE_SCHEMA: '1' },
  stdio: 'inherit',
})
process.exitCode = status ?? 1
