-- The record as it stands: each thing with the highest of its versions. security_invoker keeps row-level security.

create view council_now with (security_invoker) as
  select distinct on (v.council_id) c.slug, v.* from council_version v join council c on c.id = v.council_id order by v.council_id, v.version desc;
create view committee_now with (security_invoker) as
  select distinct on (v.council_id, v.committee_id) t.slug, v.* from committee_version v join committee t on (t.council_id, t.id) = (v.council_id, v.committee_id)
  order by v.council_id, v.committee_id, v.version desc;
create view scale_now with (security_invoker) as
  select distinct on (v.council_id, v.scale_id) t.slug, v.* from scale_version v join scale t on (t.council_id, t.id) = (v.council_id, v.scale_id)
  order by v.council_id, v.scale_id, v.version desc;
create view meeting_now with (security_invoker) as
  select distinct on (v.council_id, v.meeting_id) t.slug, t.committee_id, v.* from meeting_version v join meeting t on (t.council_id, t.id) = (v.council_id, v.meeting_id)
  order by v.council_id, v.meeting_id, v.version desc;
create view review_now with (security_invoker) as
  select distinct on (v.council_id, v.review_id) t.slug, v.* from review_version v join review t on (t.council_id, t.id) = (v.council_id, v.review_id)
  order by v.council_id, v.review_id, v.version desc;
create view recommendation_now with (security_invoker) as
  select distinct on (v.council_id, v.recommendation_id) t.slug, t.review_id, t.parent_id, t.position, v.*
  from recommendation_version v join recommendation t on (t.council_id, t.id) = (v.council_id, v.recommendation_id)
  order by v.council_id, v.recommendation_id, v.version desc;
create view response_now with (security_invoker) as
  select distinct on (council_id, recommendation_id) * from response order by council_id, recommendation_id, version desc;
create view action_now with (security_invoker) as
  select distinct on (v.council_id, v.action_id) t.recommendation_id, t.position, v.* from action_version v join action t on (t.council_id, t.id) = (v.council_id, v.action_id)
  order by v.council_id, v.action_id, v.version desc;
create view ownership_now with (security_invoker) as
  select distinct on (council_id, recommendation_id, action_id) * from ownership order by council_id, recommendation_id, action_id, version desc;
create view promise_now with (security_invoker) as
  select distinct on (council_id, recommendation_id, action_id, line) * from promise order by council_id, recommendation_id, action_id, line, version desc;
create view progress_update_now with (security_invoker) as
  select distinct on (council_id, item_id) * from progress_update order by council_id, item_id, version desc;
create view import_reading_now with (security_invoker) as
  select distinct on (council_id, import_id) * from import_reading order by council_id, import_id, version desc;
-- Where a round is in its life: open, closed or frozen.
create view round_now with (security_invoker) as
  select r.*, f.hash as frozen_hash, f.frozen_at,
    case when f.round_id is not null then 'frozen'
         when exists (select from round_closing c where c.council_id = r.council_id and c.round_id = r.id
                      and not exists (select from round_reopening o where o.council_id = c.council_id and o.round_closing_id = c.id)) then 'closed'
         else 'open' end as state
  from round r left join round_freeze f on (f.council_id, f.round_id) = (r.council_id, r.id);

grant select on council_now, committee_now, scale_now, meeting_now, review_now, recommendation_now, response_now, action_now, ownership_now, promise_now,
  progress_update_now, import_reading_now, round_now to heed_app;

comment on column round_now.state is 'never null';
