// Written by `npm run schema` from the migrated database: change a migration, then run it.
export type Schema = Record<never, never>
