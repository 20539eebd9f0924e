-- The public sees of a meeting, too, that it is cancelled; of a notice what it is called; and the files that were published beside a pack.

create or replace view register.meeting with (security_barrier) as
  select k.slug as council, c.slug as committee, cv.name as committee_name, m.slug, v.held_on, coalesce(v.papers ->> 'time', '') as "time",
    coalesce(v.papers ->> 'venue', '') as venue, v.version, v.saved_at, p.published, p.published_at,
    exists (select from public.meeting_cancellation x where (x.council_id, x.meeting_id) = (m.council_id, m.id)
      and not exists (select from public.meeting_resumption r where (r.council_id, r.meeting_cancellation_id) = (x.council_id, x.id))) as cancelled
  from public.meeting m
  join public.council k on k.id = m.council_id
  join public.committee c on (c.council_id, c.id) = (m.council_id, m.committee_id)
  cross join lateral (
    select * from public.committee_version cv where (cv.council_id, cv.committee_id) = (c.council_id, c.id) order by cv.version desc limit 1) cv
  cross join lateral (
    select * from public.meeting_version mv where (mv.council_id, mv.meeting_id) = (m.council_id, m.id) order by mv.version desc limit 1) v
  cross join lateral (
    select count(*)::int as published, max(p.published_at) as published_at
    from public.publication p where (p.council_id, p.meeting_id) = (m.council_id, m.id) and not p.exempt) p
  where p.published > 0 or v.held_on >= (
    select (min(f.published_at) at time zone 'Europe/London')::date
    from public.publication f join public.meeting o on (o.council_id, o.id) = (f.council_id, f.meeting_id)
    where not f.exempt and (o.council_id, o.committee_id) = (m.council_id, m.committee_id));

create or replace view register.publication with (security_barrier) as
  select k.slug as council, m.slug as meeting, p.kind || '-' || p.number as slug, p.kind, p.number, p.content, p.hash, p.published_at,
    case when p.kind = 'notice' then p.content::json ->> 'title' end as title
  from public.publication p
  join public.meeting m on (m.council_id, m.id) = (p.council_id, p.meeting_id)
  join public.council k on k.id = m.council_id
  where not p.exempt;

create view register.publication_file with (security_barrier) as
  select k.slug as council, m.slug as meeting, p.kind || '-' || p.number as publication, f.position, f.item, f.name, f.kind, f.size, f.sha256, b.bytes
  from public.publication_file f
  join public.publication p on (p.council_id, p.id) = (f.council_id, f.publication_id)
  join public.attachment_file b on (b.council_id, b.sha256) = (f.council_id, f.sha256)
  join public.meeting m on (m.council_id, m.id) = (p.council_id, p.meeting_id)
  join public.council k on k.id = m.council_id
  where not p.exempt;

grant select on register.publication_file to heed_public;
