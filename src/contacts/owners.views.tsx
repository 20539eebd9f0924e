import type { FilledForm } from '../platform/web/form.ts'
import { Button, Checkboxes, Form, HiddenField } from '../platform/web/form-fields.tsx'
import { Details, EmptyState, InsetText, Tag, WarningText } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { choicesOf } from './contact.form.ts'
import type { Contact } from './contact.ts'
import { count, orphanWords } from './contact.views.tsx'
import { unspokenFor, type OwnedRecommendation, type Owner } from './owners.queries.ts'
import type { Suggestion } from './suggest-contacts.ts'

export function OwnerList({ owners, suggestions, form }: { owners: Owner[]; suggestions: Suggestion[]; form: FilledForm }) {
  if (owners.length === 0)
    return (
      <EmptyState title="No owners yet">
        <p class="govuk-body">Owners come with the recommendations of a review: bring in a paper, or add a recommendation.</p>
      </EmptyState>
    )
  const orphans = unspokenFor(owners)
  const others = owners.filter((owner) => owner.recommendations > 0 && !orphans.includes(owner))
  return (
    <>
      {orphans.length > 0 && <WarningText>{orphanWords(orphans)}</WarningText>}
      {suggestions.length > 0 && <Suggestions suggestions={suggestions} form={form} />}
      <Table
        caption={orphans.length > 0 ? 'Owners, those that nobody speaks for first' : 'Owners by name'}
        rows={[...orphans, ...others]}
        columns={[
          {
            head: 'Owner',
            names: true,
            width: 'third',
            cell: ({ id, name }) => (
              <a class="govuk-link" href={`/owners/${id}`}>
                {name}
              </a>
            ),
          },
          { head: 'Answers for', cell: ({ recommendations }) => count(recommendations) },
          { head: 'Spoken for by', cell: (owner) => <Speakers owner={owner} /> },
        ]}
      />
    </>
  )
}

function Speakers({ owner }: { owner: Owner }) {
  const there = owner.speakers.filter(({ gone }) => !gone)
  return there.length === 0 ? <Tag colour="red">Nobody</Tag> : <>{there.map(({ name }) => name).join('; ')}</>
}

/** Offered, never taken without a person: every box opens unticked. */
function Suggestions({ suggestions, form }: { suggestions: Suggestion[]; form: FilledForm }) {
  return (
    <Form action="/owners/suggestions">
      <Checkboxes
        form={form}
        name="taken"
        label={suggestions.length === 1 ? 'Does this contact speak for the owner?' : 'Which of these contacts speak for the owner?'}
        hint="Nobody speaks for these owners yet. Heed offers whoever has the same name or post, or one that is alike. Tick only what you know to be right."
        choices={suggestions.map(({ owner, contact, why }) => ({
          value: `${owner.id} ${owner.version} ${contact.id}`,
          text: `${contact.name} speaks for ${owner.name}`,
          hint: `${why}; ${count(owner.recommendations)}`,
        }))}
      />
      <Button text="Save what is ticked" />
    </Form>
  )
}

interface OwnerPageProps {
  owner: Owner
  contacts: Contact[]
  owned: OwnedRecommendation[]
  form: FilledForm
  suggestion: Suggestion | undefined
}

export function OwnerPage({ owner, contacts, owned, form, suggestion }: OwnerPageProps) {
  return (
    <>
      {owned.length === 0 ? (
        <p class="govuk-body">Answers for nothing now.</p>
      ) : (
        <Details summary={`Answers for ${count(owned.length)}`} open={owned.length < 6}>
          <ul class="govuk-list govuk-list--bullet">
            {owned.map(({ ref, review, text, address }) => (
              <li>
                <a class="govuk-link" href={address}>
                  {`${review}, ${ref}`}
                </a>
                {text && `: ${text}`}
              </li>
            ))}
          </ul>
        </Details>
      )}
      {owner.speakers.length === 0 && suggestion && (
        <InsetText>{`Perhaps ${suggestion.contact.name}: ${suggestion.why}. Choose them below if that is right.`}</InsetText>
      )}
      {contacts.length === 0 ? (
        <>
          <p class="govuk-body">There are no contacts yet who could speak for it.</p>
          <Button text="Add a contact" href="/contacts/adding" />
        </>
      ) : (
        <Form>
          <HiddenField form={form} name="version" />
          <Checkboxes
            form={form}
            name="speakers"
            label={`Who speaks for ${owner.name}?`}
            hint="Whoever is ticked is asked together, and the answer of one is the answer of all. Two owners that are one, spelt in two ways, can have the same contact."
            choices={choicesOf(contacts)}
            small
          />
          <Button text="Save" />
        </Form>
      )}
    </>
  )
}
