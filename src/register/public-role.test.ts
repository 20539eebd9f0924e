import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '../../support/test-database.ts'

const REFUSED = '42501'

test('the public role reads the views of the register, and no table, view, sequence or function besides', async (t) => {
  const database = await testDatabase(t)
  const { rows: relations } = await sql<{ schema: string; name: string; address: string }>`
    select n.nspname as schema, c.relname as name, format('%I.%I', n.nspname, c.relname) as address
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relkind in ('r', 'v', 'm', 'p', 'S', 'f')`.execute(
    database.owner,
  )
  const opened: string[] = []
  for (const { address } of relations) {
    const read = sql.raw(`select * from ${address} limit 1`).execute(database.public)
    await read.then(
      () => opened.push(address),
      (error: { code?: string }) => equal(error.code, REFUSED, `${address}: ${String(error)}`),
    )
  }
  deepEqual(opened.sort(), [
    'register.committee',
    'register.council',
    'register.meeting',
    'register.publication',
    'register.publication_file',
  ])
  ok(relations.length > 150, `only ${relations.length} tables and views were found`)

  const { rows: functions } = await sql<{ address: string; arguments: string }>`
    select format('%I.%I', n.nspname, p.proname) as address,
           (select coalesce(string_agg(format('null::%s.%I', y.typnamespace::regnamespace, y.typname), ', '), '')
              from unnest(p.proargtypes) a join pg_type y on y.oid = a) as arguments
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and p.prokind = 'f' and p.prorettype <> 'trigger'::regtype`.execute(
    database.owner,
  )
  ok(functions.length > 5, `only ${functions.length} functions were found`)
  for (const { address, arguments: given } of functions)
    await rejects(sql.raw(`select ${address}(${given})`).execute(database.public), { code: REFUSED }, address)
})

test('the public role changes nothing, even where the connection is told that it may write', async (t) => {
  const { public: db, owner } = await testDatabase(t)
  const { rows } = await sql<{ name: string; may: string }>`
    select c.relname as name, p as may from pg_class c cross join unnest(array['insert', 'update', 'delete', 'truncate', 'references', 'trigger']) p
     where c.relnamespace in ('register'::regnamespace, 'public'::regnamespace) and c.relkind in ('r', 'v')
       and has_table_privilege('heed_public', c.oid, p)`.execute(owner)
  deepEqual(rows, [])
  await rejects(sql`create table register.mine ()`.execute(db), /read-only|permission denied/)
  await db.connection().execute(async (one) => {
    await sql`set default_transaction_read_only to off`.execute(one)
    await rejects(sql`create table register.mine ()`.execute(one), { code: REFUSED })
  })
})

test('only the public role reads the register, and each of its views keeps conditions of whoever asks off the rows that it leaves out', async (t) => {
  const { app, owner } = await testDatabase(t)
  await rejects(sql`select * from register.publication`.execute(app), { code: REFUSED })
  const { rows } = await sql<{ name: string; options: string[] | null; readers: string }>`
    select c.relname as name, c.reloptions as options,
           (select string_agg(distinct a.grantee::regrole::text, ', ') from aclexplode(c.relacl) a where a.grantee <> c.relowner) as readers
      from pg_class c where c.relnamespace = 'register'::regnamespace`.execute(owner)
  deepEqual(
    rows.filter(({ options, readers }) => !options?.includes('security_barrier=true') || readers !== 'heed_public'),
    [],
  )
  equal(rows.length, 5)
  // What a barrier is for: without it the error of a cast would print the text of an exempt row.
  const { rows: plan } = await sql<{ 'QUERY PLAN': string }>`
    explain select 1 from register.publication where content::int = 1`.execute(owner)
  match(plan.map((line) => line['QUERY PLAN']).join('\n'), /Subquery Scan on publication/)
})
