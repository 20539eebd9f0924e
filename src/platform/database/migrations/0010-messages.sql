-- Work that outlives its request, and the messages that go out by it.

-- A job is queued in the transaction that causes it, and always for the council of that transaction. The worker's own schema (graphile_worker) is
-- made beside these migrations and is no part of a backup: what must not be lost stands in tables of ours.
create function queue_job(job_name text, said json, job_key text, run_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  council uuid := public.acting_council();
begin
  if council is null or job_name !~ '^[a-z]+(-[a-z]+)*$' then
    raise exception 'A job is queued by its name, in a transaction of one council.';
  end if;
  perform graphile_worker.add_job(job_name, json_build_object('council', council, 'said', said),
    run_at := queue_job.run_at, job_key := concat_ws(' ', council, job_name, job_key));
end $$;

-- Jobs of the acting council that failed and are tried again, or were given up.
create function failing_jobs() returns table (name text, attempts int, given_up boolean, fault text, next_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if to_regclass('graphile_worker._private_jobs') is null then
    return;
  end if;
  return query select t.identifier, j.attempts::int, j.attempts >= j.max_attempts, j.last_error, j.run_at
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.payload ->> 'council' = public.acting_council()::text and j.last_error is not null
    order by j.run_at desc limit 50;
end $$;
revoke all on function queue_job(text, json, text, timestamptz), failing_jobs() from public;
grant execute on function queue_job(text, json, text, timestamptz), failing_jobs() to heed_app;

-- How messages go out: by which post, from whom, and when not. A secret is sealed with the key of this Heed (src/platform/core/seal.ts).
create table post_settings (
  council_id uuid not null references council,
  version int not null check (version > 0),
  post text not null check (post in ('folder', 'smtp', 'notify')),
  sender_name text not null default '',
  sender_address text not null default '',
  reply_to text not null default '',
  web_address text not null default '',
  from_time text not null default '08:00' check (from_time ~ '^\d\d:\d\d$'),
  until_time text not null default '18:00' check (until_time ~ '^\d\d:\d\d$'),
  weekends boolean not null default false,
  bank_holidays boolean not null default false,
  closed_days text[] not null default '{}',
  smtp_host text not null default '',
  smtp_port int not null default 587 check (smtp_port between 1 and 65535),
  smtp_security text not null default 'starttls' check (smtp_security in ('tls', 'starttls', 'none')),
  smtp_user text not null default '',
  smtp_sealed bytea,
  notify_template text not null default '',
  notify_sealed bytea,
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, version)
);

-- A step in the council's own words; without words (null), Heed's own again.
create table message_words (
  council_id uuid not null references council,
  step text not null,
  version int not null check (version > 0),
  subject text,
  body text,
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, step, version),
  check ((subject is null) = (body is null))
);

-- The outbox: a message whole as it goes out. The link in it opens an asking, so it is sealed, and the texts hold its placeholder.
create table message (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  -- What it is for. Queued again for the same purpose, it is the same message.
  purpose text not null check (purpose <> ''),
  step text not null,
  -- The address of the thing that it is about: /rounds/winter-2027
  about text not null,
  contact_id uuid,
  to_name text not null,
  to_address text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  -- What stood in the place of each placeholder but the link
  said jsonb not null default '{}',
  link_sealed bytea,
  reply_to text not null default '',
  -- The Message-ID by which mail systems know a copy
  letter_id text not null,
  at_once boolean not null default false,
  not_before timestamptz not null,
  queued_at timestamptz not null default now(),
  queued_by uuid,
  primary key (council_id, id),
  unique (council_id, purpose),
  unique (council_id, letter_id)
);
create index on message (council_id, queued_at desc, id);

-- Files that go with messages, each once however many it goes with.
create table message_file (
  council_id uuid not null references council,
  sha256 bytea not null check (sha256 = sha256(bytes)),
  bytes bytea not null,
  primary key (council_id, sha256)
);
create table message_attachment (
  council_id uuid not null,
  message_id uuid not null,
  position int not null,
  name text not null,
  type text not null,
  sha256 bytea not null,
  primary key (council_id, message_id, position),
  foreign key (council_id, message_id) references message,
  foreign key (council_id, sha256) references message_file
);

-- An attempt is written before the letter is handed over, its outcome after: one without an outcome was cut short between.
create table message_attempt (
  council_id uuid not null,
  message_id uuid not null,
  number int not null check (number > 0),
  post text not null,
  sender_address text not null,
  started_at timestamptz not null default now(),
  primary key (council_id, message_id, number),
  foreign key (council_id, message_id) references message
);
create table message_outcome (
  council_id uuid not null,
  message_id uuid not null,
  number int not null,
  became text not null check (became in ('sent', 'delayed', 'refused', 'given_up')),
  words text not null,
  -- What the post calls it: GOV.UK Notify's own id
  reference text,
  next_at timestamptz,
  ended_at timestamptz not null default now(),
  primary key (council_id, message_id, number),
  foreign key (council_id, message_id, number) references message_attempt
);
create index on message_outcome (council_id, ended_at) where reference is not null;
-- A message that was not sent after all, and why.
create table message_withholding (
  council_id uuid not null,
  message_id uuid not null,
  why text not null,
  withheld_at timestamptz not null default now(),
  withheld_by uuid,
  primary key (council_id, message_id),
  foreign key (council_id, message_id) references message
);
-- What was heard of a message after it was sent.
create table message_report (
  council_id uuid not null,
  message_id uuid not null,
  version int not null check (version > 0),
  became text not null check (became in ('delivered', 'bounced')),
  words text not null,
  source text not null check (source in ('officer', 'post')),
  reported_at timestamptz not null default now(),
  reported_by uuid,
  primary key (council_id, message_id, version),
  foreign key (council_id, message_id) references message
);

call keep_on_record('post_settings');
call keep_on_record('message_words');
call keep_on_record('message');
call keep_on_record('message_file');
call keep_on_record('message_attachment');
call keep_on_record('message_attempt');
call keep_on_record('message_outcome');
call keep_on_record('message_withholding');
call keep_on_record('message_report');

-- The queue is machinery, not record: a message that has still to be sent, and when it may be taken. Whoever takes it puts the time off by as
-- long as sending may last; if that worker is killed, it is due again.
create table message_waiting (
  council_id uuid not null,
  message_id uuid not null,
  due_at timestamptz not null,
  primary key (council_id, message_id),
  foreign key (council_id, message_id) references message
);
create index on message_waiting (council_id, due_at);
call keep_on_record('message_waiting');
grant update, delete on message_waiting to heed_app;

create view post_settings_now with (security_invoker) as
  select distinct on (council_id) * from post_settings order by council_id, version desc;
create view message_words_now with (security_invoker) as
  select distinct on (council_id, step) * from message_words order by council_id, step, version desc;
create view message_report_now with (security_invoker) as
  select distinct on (council_id, message_id) * from message_report order by council_id, message_id, version desc;
create view message_now with (security_invoker) as
  select m.council_id, m.id, m.purpose, m.step, m.about, m.contact_id, m.to_name, m.to_address, m.subject, m.not_before, m.queued_at,
         last.number as attempts, last.ended_at, q.due_at,
         coalesce(r.words, w.why, last.words) as words,
         case when w.message_id is not null then 'withheld'
              when r.message_id is not null then r.became
              when last.number is null then 'waiting'
              else coalesce(last.became, 'sending') end as state
  from message m
  left join message_waiting q on (q.council_id, q.message_id) = (m.council_id, m.id)
  left join message_withholding w on (w.council_id, w.message_id) = (m.council_id, m.id)
  left join message_report_now r on (r.council_id, r.message_id) = (m.council_id, m.id)
  left join lateral (
    select a.number, o.became, o.words, o.ended_at
    from message_attempt a left join message_outcome o on (o.council_id, o.message_id, o.number) = (a.council_id, a.message_id, a.number)
    where (a.council_id, a.message_id) = (m.council_id, m.id) order by coalesce(o.became = 'sent', false) desc, a.number desc limit 1
  ) last on true;
grant select on post_settings_now, message_words_now, message_report_now, message_now to heed_app;
