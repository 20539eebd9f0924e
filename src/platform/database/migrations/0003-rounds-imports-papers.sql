-- Documents as they came in and the readings that people checked; rounds with their updates; the papers made of them.

create table document (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  name text not null,
  kind text not null check (kind in ('docx', 'text')),
  bytes bytea not null,
  sha256 bytea not null check (sha256 = sha256(bytes)),
  uploaded_at timestamptz not null default now(),
  uploaded_by uuid,
  primary key (council_id, id)
);
create index on document (council_id, sha256);
create table import (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  document_id uuid not null,
  started_at timestamptz not null default now(),
  started_by uuid,
  primary key (council_id, id),
  foreign key (council_id, document_id) references document
);
-- Each correction by the officer is a new version of the whole reading; nothing is in the record before the confirmation.
create table import_reading (
  council_id uuid not null,
  import_id uuid not null,
  version int not null check (version > 0),
  reading jsonb not null,
  -- What the officer told the reader: header rows, columns given another meaning
  hints jsonb not null default '{}',
  -- What becomes of each review: new or a round of one in Heed, its committee and scale
  plan jsonb not null default '{}',
  correction text,
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, import_id, version),
  foreign key (council_id, import_id) references import
);
create table import_confirmation (
  council_id uuid not null,
  import_id uuid not null,
  made jsonb not null,
  confirmed_at timestamptz not null default now(),
  confirmed_by uuid,
  primary key (council_id, import_id),
  foreign key (council_id, import_id) references import
);
create table import_abandonment (
  council_id uuid not null,
  import_id uuid not null,
  abandoned_at timestamptz not null default now(),
  abandoned_by uuid,
  primary key (council_id, import_id),
  foreign key (council_id, import_id) references import
);

-- A round asks for progress for one committee meeting, over one or several reviews.
create table round (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  slug text not null,
  name text not null check (name <> ''),
  meeting_id uuid not null,
  presented_on date not null,
  due_on date,
  import_id uuid,
  opened_at timestamptz not null default now(),
  opened_by uuid,
  primary key (council_id, id),
  unique (council_id, slug),
  foreign key (council_id, meeting_id) references meeting,
  foreign key (council_id, import_id) references import
);
create table round_review (
  council_id uuid not null,
  round_id uuid not null,
  review_id uuid not null,
  -- The round as this review's own papers call it: Quarter 1/2
  label text not null,
  primary key (council_id, round_id, review_id),
  foreign key (council_id, round_id) references round,
  foreign key (council_id, review_id) references review
);
-- One line of a round: a recommendation, a part of one or an action; several statements where a paper grades several.
create table round_item (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  recommendation_id uuid not null,
  action_id uuid,
  statement int not null default 1 check (statement > 0),
  position int not null,
  primary key (council_id, id),
  unique nulls not distinct (council_id, round_id, recommendation_id, action_id, statement),
  foreign key (council_id, round_id) references round,
  foreign key (council_id, recommendation_id) references recommendation,
  foreign key (council_id, action_id) references action
);
create index on round_item (council_id, recommendation_id);
-- What is said of an item, version by version; texts are lines, list items begin "- ". The highest version is the update.
create table progress_update (
  council_id uuid not null,
  item_id uuid not null,
  version int not null check (version > 0),
  evidence text not null default '',
  assessment_text text,
  grade_code text,
  meaning text,
  grade_found_in text check (grade_found_in in ('evidence', 'impact', 'explanation', 'date')),
  explanation text,
  impact text,
  revised_words text,
  revised_iso text check (revised_iso ~ '^\d{4}-\d{2}(-\d{2})?$'),
  revised_reason text,
  percent_complete int check (percent_complete between 0 and 100),
  rag text,
  source text not null check (source in ('document', 'officer')),
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, item_id, version),
  foreign key (council_id, item_id) references round_item
);
create table finding_override (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  review_id uuid not null,
  item_id uuid,
  rule text not null,
  -- What the finding was of: review, reference, part, action
  of text not null,
  reason text not null check (reason <> ''),
  made_at timestamptz not null default now(),
  made_by uuid,
  primary key (council_id, id),
  foreign key (council_id, round_id) references round,
  foreign key (council_id, review_id) references review,
  foreign key (council_id, item_id) references round_item
);
create table finding_override_withdrawal (
  council_id uuid not null,
  finding_override_id uuid not null,
  withdrawn_at timestamptz not null default now(),
  withdrawn_by uuid,
  primary key (council_id, finding_override_id),
  foreign key (council_id, finding_override_id) references finding_override
);
create table round_closing (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  closed_at timestamptz not null default now(),
  closed_by uuid,
  primary key (council_id, id),
  foreign key (council_id, round_id) references round
);
create table round_reopening (
  council_id uuid not null,
  round_closing_id uuid not null,
  reason text not null check (reason <> ''),
  reopened_at timestamptz not null default now(),
  reopened_by uuid,
  primary key (council_id, round_closing_id),
  foreign key (council_id, round_closing_id) references round_closing
);
-- What members saw, once and for all: the round as canonical JSON, and its hash, which the database checks.
create table round_freeze (
  council_id uuid not null,
  round_id uuid not null,
  content text not null,
  hash text not null check (hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  frozen_at timestamptz not null default now(),
  frozen_by uuid,
  primary key (council_id, round_id),
  foreign key (council_id, round_id) references round
);
create table paper (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  number int not null,
  title text not null,
  layout text not null,
  -- As PaperDocument of src/platform/documents/paper-document.ts: Word, PDF and HTML are written from it
  content jsonb not null,
  draft boolean not null,
  made_at timestamptz not null default now(),
  made_by uuid,
  primary key (council_id, id),
  unique (council_id, round_id, number),
  foreign key (council_id, round_id) references round
);

call keep_on_record('document');
call keep_on_record('import');
call keep_on_record('import_reading');
call keep_on_record('import_confirmation');
call keep_on_record('import_abandonment');
call keep_on_record('round');
call keep_on_record('round_review');
call keep_on_record('round_item');
call keep_on_record('progress_update');
call keep_on_record('finding_override');
call keep_on_record('finding_override_withdrawal');
call keep_on_record('round_closing');
call keep_on_record('round_reopening');
call keep_on_record('round_freeze');
call keep_on_record('paper');

-- A frozen round can never change, and a closed one takes no more updates until it is reopened: the database itself refuses.
create function refuse_after_freeze() returns trigger language plpgsql as $$
declare
  the_round uuid := case when tg_table_name = 'progress_update'
    then (select i.round_id from round_item i where i.council_id = new.council_id and i.id = (to_jsonb(new) ->> 'item_id')::uuid)
    else (to_jsonb(new) ->> 'round_id')::uuid end;
begin
  if current_user <> 'heed_app' then return new; end if;
  perform pg_advisory_xact_lock_shared(hashtextextended(the_round::text, 11));
  if exists (select from round_freeze f where f.council_id = new.council_id and f.round_id = the_round) then
    raise exception 'round frozen' using errcode = 'HE001';
  end if;
  if tg_table_name = 'progress_update' and exists (
    select from round_closing c where c.council_id = new.council_id and c.round_id = the_round
    and not exists (select from round_reopening r where r.council_id = c.council_id and r.round_closing_id = c.id)) then
    raise exception 'round closed' using errcode = 'HE002';
  end if;
  return new;
end $$;
create trigger refuse_after_freeze before insert on progress_update for each row execute function refuse_after_freeze();
create trigger refuse_after_freeze before insert on round_item for each row execute function refuse_after_freeze();
create trigger refuse_after_freeze before insert on round_review for each row execute function refuse_after_freeze();
create trigger refuse_after_freeze before insert on finding_override for each row execute function refuse_after_freeze();
create trigger refuse_after_freeze before insert on round_closing for each row execute function refuse_after_freeze();
-- Freezing waits for updates being saved, so that the content is whole.
create function await_updates() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.round_id::text, 11));
  return new;
end $$;
create trigger await_updates before insert on round_freeze for each row execute function await_updates();
