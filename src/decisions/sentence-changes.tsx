import { diffArrays } from 'diff'
import { likeness } from '../platform/core/word-likeness.ts'
import { InlineDiff } from '../platform/web/inline-diff.tsx'
import { sentencesOf } from '../referee/sentences.ts'

interface Change {
  before: string
  after: string
}

/** What became of a text sentence by sentence: a sentence that was put in the place of another stands with it. */
export function changesOf(before: string, after: string): Change[] {
  const pieces = diffArrays(sentencesOf(before), sentencesOf(after))
  const changes: Change[] = []
  for (let at = 0; at < pieces.length; at++) {
    const { value, added, removed } = pieces[at]!
    if (!added && !removed) changes.push(...value.map((same) => ({ before: same, after: same })))
    else {
      const next = removed && pieces[at + 1]?.added ? pieces[++at]!.value : added ? value : []
      const gone = removed ? value : []
      for (let one = 0; one < Math.max(gone.length, next.length); one++) changes.push(...inPlaceOf(gone[one] ?? '', next[one] ?? ''))
    }
  }
  return changes
}

/** Sentences that share little are not one changed: the earlier went, the later came. */
const SAME_SENTENCE = 0.4

function inPlaceOf(before: string, after: string): Change[] {
  if (before === '' || after === '' || likeness(before, after) >= SAME_SENTENCE) return [{ before, after }]
  return [
    { before, after: '' },
    { before: '', after },
  ]
}

/** What changed in a text since it was last said; what stayed is quieter. */
export function SentenceChanges({ before, after }: Change) {
  return (
    <ul class="decisions-sentences">
      {changesOf(before, after).map((change) =>
        change.before === change.after ? (
          <li class="decisions-same">{change.after}</li>
        ) : (
          <li>
            <InlineDiff before={change.before} after={change.after} />
          </li>
        ),
      )}
    </ul>
  )
}
