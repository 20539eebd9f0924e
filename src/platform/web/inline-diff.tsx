import { diffWords } from 'diff'

/** Comparing two long texts that share little can take minutes; past this they are shown one after the other. */
const PATIENCE_MS = 100

/**
 * What became of a text, word by word. Words taken out and put in are marked up as such, and said so to screen readers,
 * never by colour alone.
 */
export function InlineDiff({ before, after }: { before: string; after: string }) {
  const pieces = diffWords(before, after, { timeout: PATIENCE_MS }) ?? [
    { value: before, removed: true, added: false },
    { value: ' ', removed: false, added: false },
    { value: after, removed: false, added: true },
  ]
  return (
    <div class="heed-diff">
      {pieces.map(({ value, added, removed }) => {
        if (added) return <ins>{marked('added', value)}</ins>
        return removed ? <del>{marked('removed', value)}</del> : value
      })}
    </div>
  )
}

function marked(what: string, value: string) {
  return (
    <>
      <span class="govuk-visually-hidden">{`[${what}: `}</span>
      {value}
      <span class="govuk-visually-hidden">] </span>
    </>
  )
}
