-- What the public sees: views made of what was published, and of nothing else. heed_public reads them and has no right on anything besides.
--
-- A view runs with its owner's rights and so across councils: with security_invoker the public role would need rights on the record itself. For the same
-- reason none is made of another view. security_barrier: a condition of whoever asks is never tried on a row that the view leaves out, since the error
-- that it raises would tell what the row holds.

create view register.council with (security_barrier) as
  select c.slug, v.name, v.colour, v.contact
  from public.council c
  cross join lateral (select * from public.council_version cv where cv.council_id = c.id order by cv.version desc limit 1) v;

-- Committees that have published something.
create view register.committee with (security_barrier) as
  select k.slug as council, c.slug, v.name, v.contact, v.closed
  from public.committee c
  join public.council k on k.id = c.council_id
  cross join lateral (
    select * from public.committee_version cv where (cv.council_id, cv.committee_id) = (c.council_id, c.id) order by cv.version desc limit 1) v
  where exists (
    select from public.publication p join public.meeting m on (m.council_id, m.id) = (p.council_id, p.meeting_id)
    where not p.exempt and (m.council_id, m.committee_id) = (c.council_id, c.id));

-- When and where: of every meeting that something was published of, and of those that the committee has planned since it began to publish. What else is
-- kept of a meeting (agendas in the making, attendance, what a document says of it) is not here.
create view register.meeting with (security_barrier) as
  select k.slug as council, c.slug as committee, cv.name as committee_name, m.slug, v.held_on, coalesce(v.papers ->> 'time', '') as "time",
    coalesce(v.papers ->> 'venue', '') as venue, v.version, v.saved_at, p.published, p.published_at
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

-- The very text that was sealed. Who published it, and why it was late, is the council's own matter.
create view register.publication with (security_barrier) as
  select k.slug as council, m.slug as meeting, p.kind || '-' || p.number as slug, p.kind, p.number, p.content, p.hash, p.published_at
  from public.publication p
  join public.meeting m on (m.council_id, m.id) = (p.council_id, p.meeting_id)
  join public.council k on k.id = m.council_id
  where not p.exempt;

grant select on register.council, register.committee, register.meeting, register.publication to heed_public;
