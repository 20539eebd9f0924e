-- "No update received" taken back: an update that stands in its place and says again what was said before, or nothing.
create table no_update_withdrawal (
  council_id uuid not null,
  item_id uuid not null,
  version int not null,
  -- Which version it says again; 0: nothing had been said
  restored int not null check (restored >= 0 and restored < version),
  primary key (council_id, item_id, version),
  foreign key (council_id, item_id, version) references progress_update
);
call keep_on_record('no_update_withdrawal');

-- As before, but for what was taken back: a line of which nothing had been said is unanswered, one that was sent back is sent back.
create or replace view item_standing with (security_invoker) as
  select i.council_id, i.round_id, i.id as item_id, coalesce(u.version, 0) as version,
    case when w.restored = 0 then null else u.source end as source, case when w.restored = 0 then null else u.saved_at end as saved_at,
    a.accepted_at, b.sent_at as sent_back_at, b.note,
    case when u.version is null or w.restored = 0 then 'unanswered'
         when n.item_id is not null then 'no-update'
         when b.sent_at > coalesce(a.accepted_at, '-infinity') then 'sent-back'
         when a.accepted_at is not null then 'accepted'
         else 'answered' end as state
  from round_item_now i
  left join lateral (select p.version, p.source, p.saved_at from progress_update p where (p.council_id, p.item_id) = (i.council_id, i.id)
                     order by p.version desc limit 1) u on true
  left join no_update_withdrawal w on (w.council_id, w.item_id, w.version) = (i.council_id, i.id, u.version)
  left join lateral (select max(x.accepted_at) as accepted_at from acceptance_now x where (x.council_id, x.item_id, x.version) = (i.council_id, i.id, u.version)) a on true
  left join lateral (select x.sent_at, x.note from sending_back x
                     where (x.council_id, x.item_id) = (i.council_id, i.id) and x.version in (u.version, w.restored)
                     order by x.sent_at desc limit 1) b on true
  left join no_update n on (n.council_id, n.item_id, n.version) = (i.council_id, i.id, u.version);
