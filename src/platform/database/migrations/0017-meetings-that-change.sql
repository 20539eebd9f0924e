-- A meeting that is cancelled, and taken up again; a round that goes with it, or to another; reminders of the response to a report.

create table meeting_cancellation (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  -- Published with the notice
  reason text not null check (reason <> ''),
  cancelled_at timestamptz not null default now(),
  cancelled_by uuid,
  primary key (council_id, id),
  foreign key (council_id, meeting_id) references meeting
);
create index on meeting_cancellation (council_id, meeting_id);
-- It is held after all.
create table meeting_resumption (
  council_id uuid not null,
  meeting_cancellation_id uuid not null,
  resumed_at timestamptz not null default now(),
  resumed_by uuid,
  primary key (council_id, meeting_cancellation_id),
  foreign key (council_id, meeting_cancellation_id) references meeting_cancellation
);
create or replace view meeting_now with (security_invoker) as
  select distinct on (v.council_id, v.meeting_id) t.slug, t.committee_id, v.*,
    -- Why it is cancelled; null while it is not
    (select c.reason from meeting_cancellation c where (c.council_id, c.meeting_id) = (v.council_id, v.meeting_id)
      and not exists (select from meeting_resumption r where (r.council_id, r.meeting_cancellation_id) = (c.council_id, c.id)) limit 1) as cancelled_for
  from meeting_version v join meeting t on (t.council_id, t.id) = (v.council_id, v.meeting_id)
  order by v.council_id, v.meeting_id, v.version desc;
-- A notice tells the public that a meeting is cancelled, taken up again, or held on another day.
alter table publication drop constraint publication_kind_check;
alter table publication add constraint publication_kind_check check (kind in ('agenda', 'supplement', 'minutes', 'notice'));

-- For which meeting a round is, and on which day; none: as it was opened.
alter table round_day add meeting_id uuid, add presented_on date, add foreign key (council_id, meeting_id) references meeting;
create or replace view round_day_now with (security_invoker) as
  select distinct on (council_id, round_id) * from round_day order by council_id, round_id, version desc;
create or replace view round_now with (security_invoker) as
  select r.council_id, r.id, r.slug, r.name, coalesce(d.meeting_id, r.meeting_id) as meeting_id, coalesce(d.presented_on, r.presented_on) as presented_on,
    case when d.version is null then r.due_on else d.due_on end as due_on, r.import_id, r.opened_at, r.opened_by, f.hash as frozen_hash, f.frozen_at,
    case when f.round_id is not null then 'frozen'
         when exists (select from round_closing c where c.council_id = r.council_id and c.round_id = r.id
                      and not exists (select from round_reopening o where o.council_id = c.council_id and o.round_closing_id = c.id)) then 'closed'
         else 'open' end as state,
    d.asked_on, d.papers_on, coalesce(d.version, 0) as days_version
  from round r left join round_freeze f on (f.council_id, f.round_id) = (r.council_id, r.id)
  left join round_day_now d on (d.council_id, d.round_id) = (r.council_id, r.id);

-- To whom messages about a notice go: a contact, or a name and an address; neither: to nobody.
create table notice_contact (
  council_id uuid not null,
  notice_id uuid not null,
  version int not null check (version > 0),
  contact_id uuid,
  name text not null default '',
  address text not null default '' check (address = lower(address)),
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, notice_id, version),
  foreign key (council_id, notice_id) references notice,
  foreign key (council_id, contact_id) references contact
);
create view notice_contact_now with (security_invoker) as
  select distinct on (council_id, notice_id) * from notice_contact order by council_id, notice_id, version desc;
-- How long the council gives for a response unless a notice says otherwise, and by which steps whoever must answer is written to.
create table response_rule (
  council_id uuid not null references council,
  version int not null check (version > 0),
  months int not null check (months between 1 and 12),
  -- As ResponseStep of src/responses/response-steps.ts
  steps jsonb not null,
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, version)
);
create view response_rule_now with (security_invoker) as
  select distinct on (council_id) * from response_rule order by council_id, version desc;
-- A step that is not to be taken, or not before a day, and why: known by the purpose that its message would have.
create table notice_step_withholding (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  notice_id uuid not null,
  purpose text not null check (purpose <> ''),
  why text not null check (why <> ''),
  -- None: not at all
  until_day date,
  withheld_at timestamptz not null default now(),
  withheld_by uuid,
  primary key (council_id, id),
  foreign key (council_id, notice_id) references notice
);
create index on notice_step_withholding (council_id, notice_id);
create table notice_step_withholding_end (
  council_id uuid not null,
  notice_step_withholding_id uuid not null,
  ended_at timestamptz not null default now(),
  ended_by uuid,
  primary key (council_id, notice_step_withholding_id),
  foreign key (council_id, notice_step_withholding_id) references notice_step_withholding
);
-- Of which requests a letter tells their owner.
create table letter_request (
  council_id uuid not null,
  letter_id uuid not null,
  request_id uuid not null,
  primary key (council_id, letter_id, request_id),
  foreign key (council_id, letter_id) references letter,
  foreign key (council_id, request_id) references request
);
create index on letter_request (council_id, request_id);

do $$
declare
  kept text;
begin
  foreach kept in array array['meeting_cancellation', 'meeting_resumption', 'notice_contact', 'response_rule', 'notice_step_withholding',
    'notice_step_withholding_end', 'letter_request'] loop
    call keep_on_record(kept::regclass);
  end loop;
end $$;
grant select on notice_contact_now, response_rule_now to heed_app;
