-- What a council works with: committees, scales, meetings, reviews, recommendations, actions. A thing has an identity that never
-- changes and versions of what is said of it: a correction is a new version, so nothing on the record is overwritten.

create table committee (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  slug text not null,
  primary key (council_id, id),
  unique (council_id, slug)
);
create table committee_version (
  council_id uuid not null,
  committee_id uuid not null,
  version int not null check (version > 0),
  name text not null check (name <> ''),
  kind text not null default 'scrutiny' check (kind in ('scrutiny', 'cabinet', 'council', 'board', 'other')),
  contact text not null default '',
  closed boolean not null default false,
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, committee_id, version),
  foreign key (council_id, committee_id) references committee
);

create table scale (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  slug text not null,
  primary key (council_id, id),
  unique (council_id, slug)
);
create table scale_version (
  council_id uuid not null,
  scale_id uuid not null,
  version int not null check (version > 0),
  name text not null,
  -- As Grade[] and Record<rule, RuleSetting> of src/scales/scale.ts
  grades jsonb not null check (jsonb_typeof(grades) = 'array'),
  rules jsonb not null default '{}' check (jsonb_typeof(rules) = 'object'),
  percent_steps int[],
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, scale_id, version),
  foreign key (council_id, scale_id) references scale
);

create table meeting (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  committee_id uuid not null,
  slug text not null,
  primary key (council_id, id),
  unique (council_id, slug),
  foreign key (council_id, committee_id) references committee
);
create table meeting_version (
  council_id uuid not null,
  meeting_id uuid not null,
  version int not null check (version > 0),
  held_on date not null,
  -- As ReadMeeting of src/reading/reading.ts: time, venue, attendance, agenda and minutes
  papers jsonb not null default '{}',
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, meeting_id, version),
  foreign key (council_id, meeting_id) references meeting
);

create table review (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  slug text not null,
  primary key (council_id, id),
  unique (council_id, slug)
);
create table review_version (
  council_id uuid not null,
  review_id uuid not null,
  version int not null check (version > 0),
  title text not null check (title <> ''),
  committee_id uuid not null,
  scale_id uuid not null,
  layout text not null check (layout in ('progress-table', 'progress-form', 'meeting', 'response-table', 'improvement-plan', 'action-plan')),
  link_officers text[] not null default '{}',
  action_plan_agreed text,
  plan_version text,
  plan_date text,
  -- As ReadTheme[]: title, why it is important, what good looks like
  themes jsonb not null default '[]',
  status text,
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, review_id, version),
  foreign key (council_id, review_id) references review,
  foreign key (council_id, committee_id) references committee,
  foreign key (council_id, scale_id) references scale
);

-- A part (a, b; i, ii) is a recommendation in its own right whose parent it is a part of.
create table recommendation (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  review_id uuid not null,
  parent_id uuid,
  -- In addresses, unique in its review: 7a, 10-a for part a of 10
  slug text not null,
  position int not null,
  primary key (council_id, id),
  unique (council_id, review_id, slug),
  foreign key (council_id, review_id) references review,
  foreign key (council_id, parent_id) references recommendation
);
create table recommendation_version (
  council_id uuid not null,
  recommendation_id uuid not null,
  version int not null check (version > 0),
  ref text not null,
  theme text,
  -- Empty for a part that only the owner and date columns name
  text text not null,
  success_measure text,
  why_important text,
  what_good_looks_like text,
  paragraph_refs text[] not null default '{}',
  cross_refs text[] not null default '{}',
  external_refs text[] not null default '{}',
  reason text,
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, recommendation_id, version),
  foreign key (council_id, recommendation_id) references recommendation
);
create table response (
  council_id uuid not null,
  recommendation_id uuid not null,
  version int not null check (version > 0),
  answer text check (answer in ('accepted', 'accepted_in_part', 'accepted_in_principle', 'noted', 'rejected')),
  text text not null default '',
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, recommendation_id, version),
  foreign key (council_id, recommendation_id) references recommendation
);

create table action (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  recommendation_id uuid not null,
  position int not null,
  primary key (council_id, id),
  foreign key (council_id, recommendation_id) references recommendation
);
create index on action (council_id, recommendation_id);
create table action_version (
  council_id uuid not null,
  action_id uuid not null,
  version int not null check (version > 0),
  ref text,
  part text,
  outcome text,
  text text not null,
  measures text[] not null default '{}',
  budget text,
  percent_complete int check (percent_complete between 0 and 100),
  rag text,
  performance text,
  withdrawn boolean not null default false,
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, action_id, version),
  foreign key (council_id, action_id) references action
);
-- An action belongs to one recommendation and may serve others too.
create table action_serves (
  council_id uuid not null,
  action_id uuid not null,
  recommendation_id uuid not null,
  primary key (council_id, action_id, recommendation_id),
  foreign key (council_id, action_id) references action,
  foreign key (council_id, recommendation_id) references recommendation
);

create table owner (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  name text not null check (name <> ''),
  primary key (council_id, id),
  unique (council_id, name)
);
-- Who answers for a recommendation or an action, as last said: all of them in order, perhaps none.
create table ownership (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  recommendation_id uuid,
  action_id uuid,
  version int not null check (version > 0),
  owner_ids uuid[] not null,
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, id),
  unique nulls not distinct (council_id, recommendation_id, action_id, version),
  check (num_nonnulls(recommendation_id, action_id) = 1),
  foreign key (council_id, recommendation_id) references recommendation,
  foreign key (council_id, action_id) references action
);

-- A timescale as promised: version 1 is the first promise, each later version a change of it with its reason and who granted it.
-- A thing has several lines where its document gives several dates.
create table promise (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  recommendation_id uuid,
  action_id uuid,
  line int not null default 1 check (line > 0),
  version int not null check (version > 0),
  words text not null,
  -- The day or month as read (2025-09) and the last day that it means; none for "Ongoing"
  iso text check (iso ~ '^\d{4}-\d{2}(-\d{2})?$'),
  due_on date,
  reason text,
  granted_by text,
  meeting_id uuid,
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, id),
  unique nulls not distinct (council_id, recommendation_id, action_id, line, version),
  check (num_nonnulls(recommendation_id, action_id) = 1),
  check ((iso is null) = (due_on is null)),
  foreign key (council_id, recommendation_id) references recommendation,
  foreign key (council_id, action_id) references action,
  foreign key (council_id, meeting_id) references meeting
);

call keep_on_record('committee');
call keep_on_record('committee_version');
call keep_on_record('scale');
call keep_on_record('scale_version');
call keep_on_record('meeting');
call keep_on_record('meeting_version');
call keep_on_record('review');
call keep_on_record('review_version');
call keep_on_record('recommendation');
call keep_on_record('recommendation_version');
call keep_on_record('response');
call keep_on_record('action');
call keep_on_record('action_version');
call keep_on_record('action_serves');
call keep_on_record('owner');
call keep_on_record('ownership');
call keep_on_record('promise');
