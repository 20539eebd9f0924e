import { kindAndSize, type KeptFile } from './file.ts'

interface FilesBesideProps {
  files: readonly (Pick<KeptFile, 'name' | 'kind' | 'size'> & { item: string; href?: string })[]
  level: 'm' | 's'
}

/** Files that are published beside a pack as they came. */
export function FilesBeside({ files, level }: FilesBesideProps) {
  if (files.length === 0) return null
  const title = 'Files beside it, as they came'
  return (
    <>
      {level === 'm' ? <h2 class="govuk-heading-m">{title}</h2> : <h3 class="govuk-heading-s">{title}</h3>}
      <ul class="govuk-list govuk-list--bullet">
        {files.map((file) => (
          <li>
            {`${file.item}: `}
            {file.href ? (
              <a class="govuk-link files-name" href={file.href}>
                {file.name}
              </a>
            ) : (
              <span class="files-name">{file.name}</span>
            )}
            {` (${kindAndSize(file)})`}
          </li>
        ))}
      </ul>
    </>
  )
}
