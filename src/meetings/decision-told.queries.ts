import { sql } from 'kysely'

/** Where a decision is told. */
export interface DecisionToldIn {
  council_id: string
  decision_id: string
  /** In whose minute. */
  agenda_item_id: string
  /** Of that minute; until there is one, as it was given in the room. */
  reference: string
  /** Not for the public: of an exempt item, or of a review that an exempt item of the meeting is about, also one that was withdrawn. */
  exempt: boolean
  /** Told in a public minute without the name of its review, since the exempt item about it was withdrawn. */
  unnamed: boolean
}

/**
 * In which minute each decision is told, to be joined as a table: that of the item under which it was made; where an exempt item of the meeting is about the
 * same review, that item's. It is worked out and never copied, so that a minute numbered anew is right wherever its decisions stand. Where the exempt item
 * was withdrawn, the meeting did not take it: the decision is told where it was made, and still kept from the public elsewhere.
 */
export const decisionsToldIn = () => sql<DecisionToldIn>`(
  select d.council_id, d.id as decision_id, told.agenda_item_id,
    coalesce(nullif(m.reference, ''), d.minute_reference) as reference,
    cardinality(i.exempt_paragraphs) > 0 or keeper.agenda_item_id is not null as exempt,
    coalesce(keeper.dropped, false) as unnamed
  from decision d
  join recommendation r on (r.council_id, r.id) = (d.council_id, d.recommendation_id)
  join agenda_item_now i on (i.council_id, i.agenda_item_id) = (d.council_id, d.agenda_item_id)
  left join lateral (
    select e.agenda_item_id, e.dropped from agenda_item_now e
    where (e.council_id, e.meeting_id) = (d.council_id, d.meeting_id) and cardinality(e.exempt_paragraphs) > 0
      and (e.review_id = r.review_id or (e.review_id is null and exists (select from round_review rr
        where (rr.council_id, rr.round_id, rr.review_id) = (e.council_id, e.round_id, r.review_id))))
    order by e.dropped, e.position, e.agenda_item_id limit 1) keeper on cardinality(i.exempt_paragraphs) = 0
  cross join lateral (select case when keeper.dropped then d.agenda_item_id else coalesce(keeper.agenda_item_id, d.agenda_item_id) end as agenda_item_id) told
  left join minute_now m on (m.council_id, m.meeting_id, m.agenda_item_id) = (d.council_id, d.meeting_id, told.agenda_item_id))`
