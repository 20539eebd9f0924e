import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import pg from 'pg'
import { schemaTypes } from '../src/platform/database/schema-types.ts'
import { testDatabase } from '../support/test-database.ts'

const SCHEMA = new URL('../src/platform/database/schema.ts', import.meta.url)

test('the types of the tables are those of the migrated database', async (t) => {
  const { url } = await testDatabase(t)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const types = await schemaTypes(client)
  await client.end()
  // `npm run schema` is this test, allowed to write.
  if (process.env.HEED_WRITE_SCHEMA) writeFileSync(SCHEMA, types)
  assert.equal(readFileSync(SCHEMA, 'utf8'), types, 'src/platform/database/schema.ts is not what the migrations make: run npm run schema')
})
