import { sql } from 'kysely'

/** Where a decision is told. */
export interface DecisionToldIn {
  council_id: string
  decision_id: string
  /** In whose minute. */
  agenda_item_id: string
  /** Of that minute; until there is one, as it was given in the room. */
  reference: string
  /** Not for the public: of an exempt item, or of a review that an exempt item of the meeting is about. */
  exempt: boolean
}

/**
 * In which minute each decision is told, to be joined as a table: that of the item under which it was made; where an exempt item of the meeting is about the
 * same review, that item's. It is worked out and never copied, so that a minute numbered anew is right wherever its decisions stand. An item that was
 * withdrawn keeps nothing back, since the meeting did not take it; what was decided under it stays as exempt as it was.
 */
export const decisionsToldIn = () => sql<DecisionToldIn>`(
  select d.council_id, d.id as decision_id, coalesce(keeper.agenda_item_id, d.agenda_item_id) as agenda_item_id,
    coalesce(nullif(m.reference, ''), d.minute_reference) as reference,
    cardinality(i.exempt_paragraphs) > 0 or keeper.agenda_item_id is not null as exempt
  from decision d
  join recommendation r on (r.council_id, r.id) = (d.council_id, d.recommendation_id)
  join agenda_item_now i on (i.council_id, i.agenda_item_id) = (d.council_id, d.agenda_item_id)
  left join lateral (
    select e.agenda_item_id from agenda_item_now e
    where (e.council_id, e.meeting_id) = (d.council_id, d.meeting_id) and cardinality(e.exempt_paragraphs) > 0 and not e.dropped
      and (e.review_id = r.review_id or (e.review_id is null and exists (select from round_review rr
        where (rr.council_id, rr.round_id, rr.review_id) = (e.council_id, e.round_id, r.review_id))))
    order by e.position, e.agenda_item_id limit 1) keeper on cardinality(i.exempt_paragraphs) = 0
  left join minute_now m on (m.council_id, m.meeting_id, m.agenda_item_id)
    = (d.council_id, d.meeting_id, coalesce(keeper.agenda_item_id, d.agenda_item_id)))`
