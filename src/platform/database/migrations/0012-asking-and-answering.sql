-- Who was asked what in a round and by which link; what they drafted, gave and were told; later dates; the year's timetable; calendars.

alter table message add foreign key (council_id, contact_id) references contact;
-- An owner answers by a link, without an account.
alter table progress_update drop constraint progress_update_source_check,
  add constraint progress_update_source_check check (source in ('document', 'officer', 'owner'));
alter table form_key drop constraint form_key_account_id_fkey;
-- The account, or the link of an asking
alter table form_key rename account_id to sender_id;

-- Rounds -------------------------------------------------------------------------------------------------------------

-- The days of a round, as last said.
create table round_day (
  council_id uuid not null,
  round_id uuid not null,
  version int not null check (version > 0),
  asked_on date,
  due_on date,
  papers_on date,
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, round_id, version),
  check (asked_on <= due_on),
  check (due_on <= papers_on),
  foreign key (council_id, round_id) references round
);
create view round_day_now with (security_invoker) as
  select distinct on (council_id, round_id) * from round_day order by council_id, round_id, version desc;
create or replace view round_now with (security_invoker) as
  select r.council_id, r.id, r.slug, r.name, r.meeting_id, r.presented_on,
    case when d.version is null then r.due_on else d.due_on end as due_on, r.import_id, r.opened_at, r.opened_by, f.hash as frozen_hash, f.frozen_at,
    case when f.round_id is not null then 'frozen'
         when exists (select from round_closing c where c.council_id = r.council_id and c.round_id = r.id
                      and not exists (select from round_reopening o where o.council_id = c.council_id and o.round_closing_id = c.id)) then 'closed'
         else 'open' end as state,
    d.asked_on, d.papers_on, coalesce(d.version, 0) as days_version
  from round r left join round_freeze f on (f.council_id, f.round_id) = (r.council_id, r.id)
  left join round_day_now d on (d.council_id, d.round_id) = (r.council_id, r.id);

comment on column round_now.days_version is 'never null';

-- A line that was left out of its round after all, and that was taken in again.
create table round_item_end (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  item_id uuid not null,
  reason text not null check (reason <> ''),
  ended_at timestamptz not null default now(),
  ended_by uuid,
  primary key (council_id, id),
  foreign key (council_id, item_id) references round_item
);
create index on round_item_end (council_id, item_id);
create table round_item_return (
  council_id uuid not null,
  round_item_end_id uuid not null,
  returned_at timestamptz not null default now(),
  returned_by uuid,
  primary key (council_id, round_item_end_id),
  foreign key (council_id, round_item_end_id) references round_item_end
);
-- The lines that a round has: those left out of it are not among them.
create view round_item_now with (security_invoker) as
  select i.* from round_item i
  where not exists (select from round_item_end e where (e.council_id, e.item_id) = (i.council_id, i.id)
                    and not exists (select from round_item_return t where (t.council_id, t.round_item_end_id) = (e.council_id, e.id)));
comment on column round_item_now.council_id is 'never null';
comment on column round_item_now.id is 'never null';
comment on column round_item_now.round_id is 'never null';
comment on column round_item_now.recommendation_id is 'never null';
comment on column round_item_now.statement is 'never null';
comment on column round_item_now.position is 'never null';
-- Nothing is said of a line that was left out; what leaves one out waits for updates being saved (the lock is that of refuse_after_freeze).
create function refuse_left_out() returns trigger language plpgsql as $$
begin
  if current_user = 'heed_app' and not exists (select from round_item_now i where (i.council_id, i.id) = (new.council_id, new.item_id)) then
    raise exception 'line left out of the round' using errcode = 'HE003';
  end if;
  return new;
end $$;
create trigger refuse_left_out before insert on progress_update for each row execute function refuse_left_out();

-- The rounds of a municipal year, before they are opened.
create table planned_round (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  committee_id uuid not null,
  primary key (council_id, id),
  foreign key (council_id, committee_id) references committee
);
create table planned_round_version (
  council_id uuid not null,
  planned_round_id uuid not null,
  version int not null check (version > 0),
  name text not null check (name <> ''),
  asked_on date not null,
  due_on date not null,
  papers_on date not null,
  meeting_on date not null,
  -- Will not be held after all
  dropped boolean not null default false,
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, planned_round_id, version),
  check (asked_on <= due_on and due_on <= papers_on and papers_on <= meeting_on),
  foreign key (council_id, planned_round_id) references planned_round
);
create table planned_round_opening (
  council_id uuid not null,
  planned_round_id uuid not null,
  round_id uuid not null,
  primary key (council_id, planned_round_id),
  foreign key (council_id, planned_round_id) references planned_round,
  foreign key (council_id, round_id) references round
);
create view planned_round_now with (security_invoker) as
  select distinct on (v.council_id, v.planned_round_id) p.committee_id, o.round_id, v.*
  from planned_round_version v join planned_round p on (p.council_id, p.id) = (v.council_id, v.planned_round_id)
  left join planned_round_opening o on (o.council_id, o.planned_round_id) = (v.council_id, v.planned_round_id)
  order by v.council_id, v.planned_round_id, v.version desc;

-- "Did it stick?": when a settled recommendation is asked about again.
create table check_back (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  recommendation_id uuid not null,
  due_on date not null,
  reason text not null default '',
  set_at timestamptz not null default now(),
  set_by uuid,
  primary key (council_id, id),
  foreign key (council_id, recommendation_id) references recommendation
);
create table check_back_end (
  council_id uuid not null,
  check_back_id uuid not null,
  -- The round that asked; none where it is not wanted any more
  round_id uuid,
  ended_at timestamptz not null default now(),
  ended_by uuid,
  primary key (council_id, check_back_id),
  foreign key (council_id, check_back_id) references check_back,
  foreign key (council_id, round_id) references round
);

-- What the officer makes of an update: each is of one version, and the last said of the highest version counts.
create table acceptance (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  item_id uuid not null,
  version int not null,
  accepted_at timestamptz not null default now(),
  accepted_by uuid,
  primary key (council_id, id),
  foreign key (council_id, item_id, version) references progress_update
);
create index on acceptance (council_id, item_id);
-- Accepted by mistake
create table acceptance_withdrawal (
  council_id uuid not null,
  acceptance_id uuid not null,
  withdrawn_at timestamptz not null default now(),
  withdrawn_by uuid,
  primary key (council_id, acceptance_id),
  foreign key (council_id, acceptance_id) references acceptance
);
create view acceptance_now with (security_invoker) as
  select a.* from acceptance a
  where not exists (select from acceptance_withdrawal w where (w.council_id, w.acceptance_id) = (a.council_id, a.id));
create table sending_back (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  item_id uuid not null,
  version int not null,
  note text not null check (note <> ''),
  sent_at timestamptz not null default now(),
  sent_by uuid,
  primary key (council_id, id),
  foreign key (council_id, item_id, version) references progress_update
);
create index on sending_back (council_id, item_id);
-- An update by which the paper says that none was received.
create table no_update (
  council_id uuid not null,
  item_id uuid not null,
  version int not null,
  primary key (council_id, item_id, version),
  foreign key (council_id, item_id, version) references progress_update
);
-- How each line of a round stands. Unanswered, sent back and no update: an answer is still wanted.
create view item_standing with (security_invoker) as
  select i.council_id, i.round_id, i.id as item_id, coalesce(u.version, 0) as version, u.source, u.saved_at, a.accepted_at, b.sent_at as sent_back_at, b.note,
    case when u.version is null then 'unanswered'
         when n.item_id is not null then 'no-update'
         when b.sent_at > coalesce(a.accepted_at, '-infinity') then 'sent-back'
         when a.accepted_at is not null then 'accepted'
         else 'answered' end as state
  from round_item_now i
  left join lateral (select p.version, p.source, p.saved_at from progress_update p where (p.council_id, p.item_id) = (i.council_id, i.id)
                     order by p.version desc limit 1) u on true
  left join lateral (select max(x.accepted_at) as accepted_at from acceptance_now x where (x.council_id, x.item_id, x.version) = (i.council_id, i.id, u.version)) a on true
  left join lateral (select x.sent_at, x.note from sending_back x where (x.council_id, x.item_id, x.version) = (i.council_id, i.id, u.version)
                     order by x.sent_at desc limit 1) b on true
  left join no_update n on (n.council_id, n.item_id, n.version) = (i.council_id, i.id, u.version);
comment on column item_standing.council_id is 'never null';
comment on column item_standing.round_id is 'never null';
comment on column item_standing.item_id is 'never null';
comment on column item_standing.version is 'never null';
comment on column item_standing.state is 'never null';
-- An update that an officer wrote for an owner, and how they came to know it.
create table update_for_owner (
  council_id uuid not null,
  item_id uuid not null,
  version int not null,
  for_whom text not null check (for_whom <> ''),
  how text not null default '',
  primary key (council_id, item_id, version),
  foreign key (council_id, item_id, version) references progress_update
);
-- A later date is asked for by an update; it becomes a promise when it is granted. The last said counts: what was refused can be granted after all.
create table extension_decision (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  item_id uuid not null,
  version int not null,
  granted boolean not null,
  -- In words: the committee, 12 May 2027, minute 34
  decided_by text not null check (decided_by <> ''),
  reason text not null default '',
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  primary key (council_id, id),
  foreign key (council_id, item_id, version) references progress_update
);
create index on extension_decision (council_id, item_id);
-- Who grants a later date: somebody decides on each, or all stand with the round.
create table extension_rule (
  council_id uuid not null references council,
  version int not null check (version > 0),
  granted_by text not null check (granted_by in ('decision', 'freeze')),
  who text not null default '',
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, version)
);
create view extension_rule_now with (security_invoker) as
  select distinct on (council_id) * from extension_rule order by council_id, version desc;
-- Every later date that an update asks for, as last said, with what was last decided of that date. A round that a document put on the record frozen is
-- history: what its paper said was decided long ago.
create view extension_now with (security_invoker) as
  select i.council_id, i.round_id, i.id as item_id, i.recommendation_id, i.action_id, u.version, u.revised_words, u.revised_iso,
    coalesce(u.revised_reason, u.explanation) as asked_because, d.granted, d.decided_by, d.reason, d.recorded_at, d.recorded_by
  from round_item_now i
  join round r on (r.council_id, r.id) = (i.council_id, i.round_id)
  left join round_freeze f on (f.council_id, f.round_id) = (i.council_id, i.round_id)
  join lateral (select p.version, p.revised_words, p.revised_iso, p.revised_reason, p.explanation from progress_update p
                where (p.council_id, p.item_id) = (i.council_id, i.id) order by p.version desc limit 1) u on true
  left join lateral (select x.granted, x.decided_by, x.reason, x.recorded_at, x.recorded_by from extension_decision x
                     join progress_update p on (p.council_id, p.item_id, p.version) = (x.council_id, x.item_id, x.version)
                     where (x.council_id, x.item_id) = (i.council_id, i.id) and p.revised_words = u.revised_words
                     order by x.recorded_at desc, x.id limit 1) d on true
  where u.revised_words <> '' and not coalesce(r.import_id is not null and f.frozen_at <= r.opened_at, false);
comment on column extension_now.council_id is 'never null';
comment on column extension_now.round_id is 'never null';
comment on column extension_now.item_id is 'never null';
comment on column extension_now.recommendation_id is 'never null';
comment on column extension_now.version is 'never null';
comment on column extension_now.revised_words is 'never null';

-- Asking -------------------------------------------------------------------------------------------------------------

-- One contact asked in one round.
create table asking (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  contact_id uuid not null,
  asked_at timestamptz not null default now(),
  asked_by uuid,
  primary key (council_id, id),
  unique (council_id, round_id, contact_id),
  foreign key (council_id, round_id) references round,
  foreign key (council_id, contact_id) references contact
);
create table asking_item (
  council_id uuid not null,
  asking_id uuid not null,
  item_id uuid not null,
  -- Asked of them once more, after it was not asked of them any longer
  number int not null default 1 check (number > 0),
  added_at timestamptz not null default now(),
  added_by uuid,
  primary key (council_id, asking_id, item_id, number),
  foreign key (council_id, asking_id) references asking,
  foreign key (council_id, item_id) references round_item
);
create index on asking_item (council_id, item_id);
-- Not asked of them any more.
create table asking_item_end (
  council_id uuid not null,
  asking_id uuid not null,
  item_id uuid not null,
  number int not null default 1,
  reason text not null default '',
  ended_at timestamptz not null default now(),
  ended_by uuid,
  primary key (council_id, asking_id, item_id, number),
  foreign key (council_id, asking_id, item_id, number) references asking_item
);
create view asking_item_now with (security_invoker) as
  select i.* from asking_item i
  where not exists (select from asking_item_end e where (e.council_id, e.asking_id, e.item_id, e.number) = (i.council_id, i.asking_id, i.item_id, i.number))
    and exists (select from round_item_now r where (r.council_id, r.id) = (i.council_id, i.item_id));
-- The secret address of an asking: known by its hash, and sealed so that a reminder can give the same one again.
create table asking_link (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  asking_id uuid not null,
  hash bytea not null unique,
  sealed bytea not null,
  -- The contact who was asked, whoever covers for them, or a colleague to whom it was passed
  for_name text not null check (for_name <> ''),
  for_address text not null,
  -- The link by whose holder it was passed on
  passed_by uuid,
  made_at timestamptz not null default now(),
  made_by uuid,
  expires_at timestamptz not null,
  primary key (council_id, id),
  foreign key (council_id, asking_id) references asking,
  foreign key (council_id, passed_by) references asking_link
);
create index on asking_link (council_id, asking_id);
-- Forms in Word that came back by a link.
alter table form_return add column asking_link_id uuid, add foreign key (council_id, asking_link_id) references asking_link;
create table asking_link_revocation (
  council_id uuid not null,
  asking_link_id uuid not null,
  revoked_at timestamptz not null default now(),
  revoked_by uuid,
  -- By whoever holds this link
  revoked_by_link uuid,
  primary key (council_id, asking_link_id),
  foreign key (council_id, asking_link_id) references asking_link,
  foreign key (council_id, revoked_by_link) references asking_link
);
-- That a link was opened, once a day.
create table asking_link_opening (
  council_id uuid not null,
  asking_link_id uuid not null,
  opened_on date not null,
  opened_at timestamptz not null default now(),
  primary key (council_id, asking_link_id, opened_on),
  foreign key (council_id, asking_link_id) references asking_link
);
-- Of which askings a message is: one of a person's own, several of those whom their manager answers for.
create table asking_message (
  council_id uuid not null,
  message_id uuid not null,
  asking_id uuid not null,
  primary key (council_id, message_id, asking_id),
  foreign key (council_id, message_id) references message,
  foreign key (council_id, asking_id) references asking
);
create index on asking_message (council_id, asking_id);
-- The council's ladder: which step goes when, and whether it goes by itself.
create table ladder_version (
  council_id uuid not null references council,
  version int not null check (version > 0),
  steps jsonb not null,
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, version)
);
-- To whom a directorate's late answers go, beyond managers.
create table escalation_version (
  council_id uuid not null references council,
  directorate text not null,
  version int not null check (version > 0),
  director_id uuid,
  cabinet_member_id uuid,
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, directorate, version),
  foreign key (council_id, director_id) references contact,
  foreign key (council_id, cabinet_member_id) references contact
);
-- A step of the ladder that is not to be taken, or not before a day, and why: known by the purpose that its message would have.
create table step_withholding (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  purpose text not null check (purpose <> ''),
  why text not null check (why <> ''),
  -- None: not at all
  until_day date,
  withheld_at timestamptz not null default now(),
  withheld_by uuid,
  primary key (council_id, id),
  foreign key (council_id, round_id) references round
);
create index on step_withholding (council_id, round_id);
-- It is to be taken after all.
create table step_withholding_end (
  council_id uuid not null,
  step_withholding_id uuid not null,
  ended_at timestamptz not null default now(),
  ended_by uuid,
  primary key (council_id, step_withholding_id),
  foreign key (council_id, step_withholding_id) references step_withholding
);
call keep_on_record('step_withholding');
call keep_on_record('step_withholding_end');
create view ladder_now with (security_invoker) as
  select distinct on (council_id) * from ladder_version order by council_id, version desc;
create view escalation_now with (security_invoker) as
  select distinct on (council_id, directorate) * from escalation_version order by council_id, directorate, version desc;

-- Answering ----------------------------------------------------------------------------------------------------------

-- Drafts are machinery, not record: replaced as somebody types. Whoever saves on a draft that has changed meanwhile begins one of their own.
create table draft (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  asking_id uuid not null,
  item_id uuid not null,
  -- As the form's fields
  said jsonb not null,
  -- The version of the update that it was begun on
  based_on int not null,
  revision int not null default 1,
  written_by text not null,
  asking_link_id uuid not null,
  begun_at timestamptz not null default now(),
  saved_at timestamptz not null default now(),
  primary key (council_id, id),
  foreign key (council_id, asking_id) references asking,
  foreign key (council_id, item_id) references round_item
);
create index on draft (council_id, asking_id, item_id);
-- Answers given together, by one person at one time.
create table submission (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  asking_id uuid not null,
  asking_link_id uuid not null,
  submitted_at timestamptz not null default now(),
  submitted_by text not null,
  primary key (council_id, id),
  foreign key (council_id, asking_id) references asking,
  foreign key (council_id, asking_link_id) references asking_link
);
create index on submission (council_id, asking_id);
create table submission_update (
  council_id uuid not null,
  submission_id uuid not null,
  item_id uuid not null,
  version int not null,
  -- "No change since last time, because …"
  no_change boolean not null default false,
  primary key (council_id, item_id, version),
  foreign key (council_id, submission_id) references submission,
  foreign key (council_id, item_id, version) references progress_update
);
create index on submission_update (council_id, submission_id);
-- Why a finding that stops the paper was left standing, in the owner's words: the officer may make it an override.
create table finding_explanation (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  submission_id uuid not null,
  item_id uuid not null,
  rule text not null,
  -- What the finding was of: review, reference, part, action
  of text not null,
  reason text not null check (reason <> ''),
  primary key (council_id, id),
  foreign key (council_id, submission_id) references submission,
  foreign key (council_id, item_id) references round_item
);
create index on finding_explanation (council_id, item_id);
-- What shows it: files beside a line.
create table attachment_file (
  council_id uuid not null references council,
  sha256 bytea not null check (sha256 = sha256(bytes)),
  bytes bytea not null,
  primary key (council_id, sha256)
);
create table attachment (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  item_id uuid not null,
  name text not null check (name <> ''),
  kind text not null,
  size int not null,
  sha256 bytea not null,
  attached_at timestamptz not null default now(),
  attached_by_name text not null,
  attached_by uuid,
  asking_link_id uuid,
  primary key (council_id, id),
  foreign key (council_id, item_id) references round_item,
  foreign key (council_id, sha256) references attachment_file
);
create index on attachment (council_id, item_id);
create table attachment_withdrawal (
  council_id uuid not null,
  attachment_id uuid not null,
  withdrawn_at timestamptz not null default now(),
  withdrawn_by_name text not null,
  primary key (council_id, attachment_id),
  foreign key (council_id, attachment_id) references attachment
);
-- What an officer and an owner write to each other beside a line.
create table note (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  item_id uuid not null,
  words text not null check (words <> ''),
  written_at timestamptz not null default now(),
  written_by uuid,
  written_by_name text not null,
  -- Where an owner wrote it
  asking_link_id uuid,
  primary key (council_id, id),
  foreign key (council_id, item_id) references round_item
);
create index on note (council_id, item_id);

-- Calendars ----------------------------------------------------------------------------------------------------------

-- The private address of a calendar: of a person with an account, a contact, or a committee.
create table calendar_address (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  hash bytea not null unique,
  account_id uuid references account,
  contact_id uuid,
  committee_id uuid,
  made_at timestamptz not null default now(),
  made_by uuid,
  primary key (council_id, id),
  check (num_nonnulls(account_id, contact_id, committee_id) = 1),
  foreign key (council_id, contact_id) references contact,
  foreign key (council_id, committee_id) references committee
);
create table calendar_address_revocation (
  council_id uuid not null,
  calendar_address_id uuid not null,
  revoked_at timestamptz not null default now(),
  revoked_by uuid,
  primary key (council_id, calendar_address_id),
  foreign key (council_id, calendar_address_id) references calendar_address
);

do $$
declare
  kept text;
begin
  foreach kept in array array['round_day', 'round_item_end', 'round_item_return', 'planned_round', 'planned_round_version', 'planned_round_opening', 'check_back', 'check_back_end',
    'acceptance', 'acceptance_withdrawal', 'sending_back', 'no_update', 'update_for_owner', 'extension_decision', 'extension_rule', 'asking', 'asking_item', 'asking_item_end', 'asking_link',
    'asking_link_revocation', 'asking_link_opening', 'asking_message', 'ladder_version', 'escalation_version', 'draft', 'submission',
    'submission_update', 'finding_explanation', 'attachment_file', 'attachment', 'attachment_withdrawal', 'note', 'calendar_address',
    'calendar_address_revocation'] loop
    call keep_on_record(kept::regclass);
  end loop;
end $$;
grant update, delete on draft to heed_app;
grant select on round_item_now, item_standing, acceptance_now, round_day_now, planned_round_now, extension_rule_now, extension_now, asking_item_now, ladder_now,
  escalation_now to heed_app;

-- Nobody is signed in where a link is opened: these look across councils on purpose, each for one secret only.
create function asking_link_for(token bytea) returns table (council_id uuid, id uuid)
language sql stable security definer set search_path = public as $$
  select l.council_id, l.id from asking_link l where l.hash = token
$$;
create function calendar_address_for(token bytea) returns table (council_id uuid, id uuid)
language sql stable security definer set search_path = public as $$
  select a.council_id, a.id from calendar_address a where a.hash = token
$$;
revoke all on function asking_link_for(bytea), calendar_address_for(bytea) from public;
grant execute on function asking_link_for(bytea), calendar_address_for(bytea) to heed_app;
