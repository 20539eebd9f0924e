import type { LineFile } from './line-files.queries.ts'

interface LineFilesProps {
  /** Of the round. */
  slug: string
  itemId: string
  files: readonly LineFile[]
}

/** The files beside a line on the officer's page of it, and the way to more. */
export function LineFiles({ slug, itemId, files }: LineFilesProps) {
  const address = `/rounds/${slug}/items/${itemId}/attachments`
  return (
    <section aria-labelledby="line-files">
      <h2 class="govuk-heading-m" id="line-files">
        Files
      </h2>
      {files.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {files.map(({ id, name, by }) => (
            <li class="answering-file">
              <a class="govuk-link" href={`${address}/${id}`}>
                {name}
              </a>
              {`, ${by}`}
            </li>
          ))}
        </ul>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={address}>
          {files.length === 0 ? 'Attach files' : 'Add or remove files'}
        </a>
      </p>
    </section>
  )
}
