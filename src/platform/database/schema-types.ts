import type pg from 'pg'

type Column = {
  relation: number
  schema: string
  table: string
  view: boolean
  definition: string | null
  number: number
  name: string
  type: number
  required: boolean
  given: boolean
  always: boolean
  words: string[] | null
  comment: string | null
}

/** What a column gives when read and what it takes when written. */
type Type = { read: string; write: string }

const HEADER = `// Written by \`npm run schema\` from the migrated database: change a migration, then run it.
import type { ColumnType, GeneratedAlways } from 'kysely'

/** The database gives a value where none is written. */
type Generated<T> = T extends ColumnType<infer Read, infer Write, infer Change> ? ColumnType<Read, Write | undefined, Change> : ColumnType<T, T | undefined, T>

/** JSON is written as text (JSON.stringify), because a bare array would become an array of PostgreSQL's; it is read as what was stored. */
type Json = ColumnType<unknown, string, string>
type Timestamp = ColumnType<Date, Date | string, Date | string>
type Numeric = ColumnType<string, string | number, string | number>
`

const NUMBER = { read: 'number', write: 'number' }
const TEXT = { read: 'string', write: 'string' }
/** As `database.ts` parses them, by the type's own number. */
const TYPES: Record<number, Type> = {
  16: { read: 'boolean', write: 'boolean' },
  17: { read: 'Buffer', write: 'Buffer' },
  20: NUMBER,
  21: NUMBER,
  23: NUMBER,
  25: TEXT,
  114: { read: 'unknown', write: 'Json' },
  700: NUMBER,
  701: NUMBER,
  1007: { read: 'number[]', write: 'number[]' },
  1009: { read: 'string[]', write: 'string[]' },
  1043: TEXT,
  1082: TEXT,
  1184: { read: 'Date', write: 'Timestamp' },
  1700: { read: 'string', write: 'Numeric' },
  2950: TEXT,
  2951: { read: 'string[]', write: 'string[]' },
  3614: TEXT,
  3802: { read: 'unknown', write: 'Json' },
}

/**
 * The TypeScript that describes the migrated database to Kysely. A `check (column in ('a', 'b'))` becomes `'a' | 'b'`; a view's column
 * is as required as the table's column that it shows, and an expression's is nullable unless its comment is "never null".
 */
export async function schemaTypes(client: pg.ClientBase): Promise<string> {
  const columns = (await client.query<Column>(COLUMNS)).rows
  const relations = Map.groupBy(columns, (column) => column.relation)
  const bases = new Map(columns.map((column) => [`${column.relation}.${column.number}`, column]))
  const interfaces: string[] = []
  const entries: string[] = []
  for (const [, own] of relations) {
    const [{ schema, table, view, definition }] = own as [Column]
    const name = typeName(schema, table)
    const lines = view
      ? await viewLines(client, own, definition ?? '', bases)
      : own.map((column) => `  ${column.name}: ${tableColumn(column)}`)
    interfaces.push(`export type ${name} = {\n${lines.join('\n')}\n}`)
    entries.push(`  ${schema === 'public' ? table : `'${schema}.${table}'`}: ${name}`)
  }
  const header = interfaces.some((text) => text.includes('Numeric')) ? HEADER : HEADER.replace(/type Numeric.*\n/, '')
  return `${header}\n${interfaces.join('\n\n')}\n\nexport type Schema = {\n${entries.join('\n')}\n}\n`
}

function typeName(schema: string, table: string): string {
  const words = [...(schema === 'public' ? [] : [schema]), ...table.split('_'), 'table']
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

function tableColumn(column: Column): string {
  const { read, write } = typeOf(column)
  const orNull = column.required ? '' : ' | null'
  if (column.always) return `GeneratedAlways<${read}>`
  if (column.given) return `Generated<${write}${orNull}>`
  return `${write}${orNull}`
}

/** A view's columns are read only. PostgreSQL says which table's column each shows when its definition is run as a query. */
async function viewLines(client: pg.ClientBase, own: Column[], definition: string, bases: Map<string, Column>): Promise<string[]> {
  const { fields } = await client.query(`${definition.replace(/;\s*$/, '')} limit 0`)
  const outer = /\b(left|right|full) join\b/i.test(definition)
  return own.map((column, index) => {
    const shown = fields[index]
    const base = bases.get(`${shown?.tableID}.${shown?.columnID}`)
    const required = column.comment === 'never null' || (base !== undefined && !outer && base.required)
    return `  ${column.name}: ${typeOf(base ?? column).read}${required ? '' : ' | null'}`
  })
}

function typeOf({ type, words, schema, table, name }: Column): Type {
  const found = TYPES[type]
  if (!found) throw new Error(`${schema}.${table}.${name} has a type (${type}) that schema-types.ts does not know yet.`)
  if (words === null) return found
  const union = words.map((word) => `'${word}'`).join(' | ')
  return { read: union, write: union }
}

const COLUMNS = `
select c.oid::int as relation, n.nspname as schema, c.relname as table, c.relkind = 'v' as view,
       case when c.relkind = 'v' then pg_get_viewdef(c.oid) end as definition,
       a.attnum as number, a.attname as name, a.atttypid::int as type, a.attnotnull as required,
       a.atthasdef or a.attidentity <> '' as given, a.attidentity = 'a' or a.attgenerated <> '' as always,
       (select array(select m[1] from regexp_matches(pg_get_constraintdef(k.oid), '''([^'']*)''::text', 'g') m)
          from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
           and pg_get_constraintdef(k.oid) ~ '^CHECK \\(\\(\\w+ = ANY \\(ARRAY\\[[^]]*\\]\\)\\)\\)$' limit 1) as words,
       col_description(c.oid, a.attnum) as comment
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
 where n.nspname in ('public', 'register') and c.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped
 order by n.nspname, c.relkind = 'v', c.relname collate "C", a.attnum`
