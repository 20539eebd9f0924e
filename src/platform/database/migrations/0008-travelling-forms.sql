-- Forms in Word for owners who will not use the web, and what came back of them.

create table travelling_form (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  -- Printed on every page; its last character is a check
  code text not null check (code ~ '^[2-9A-HJKMNP-Z]{6}$'),
  for_whom text not null check (for_whom <> ''),
  -- As FormMade of src/travelling-forms/travelling-form.ts, canonical JSON: the Word file is written from it, and what comes back is held against it
  content text not null,
  hash text not null check (hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  made_at timestamptz not null default now(),
  made_by uuid,
  primary key (council_id, id),
  unique (council_id, code),
  foreign key (council_id, round_id) references round
);
create index on travelling_form (council_id, round_id);
call keep_on_record('travelling_form');

-- Forms that came back together, for one round: kept before anything of them is taken.
create table form_return (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  came_at timestamptz not null default now(),
  kept_by uuid,
  primary key (council_id, id),
  foreign key (council_id, round_id) references round
);
create index on form_return (council_id, round_id);
call keep_on_record('form_return');

create table form_return_document (
  council_id uuid not null,
  form_return_id uuid not null,
  position int not null check (position > 0),
  document_id uuid not null,
  -- As the sender called it: the same bytes may come under another name
  name text not null,
  -- Of the forms of this round that it was found to answer
  codes text[] not null,
  primary key (council_id, form_return_id, position),
  foreign key (council_id, form_return_id) references form_return,
  foreign key (council_id, document_id) references document
);
call keep_on_record('form_return_document');

-- Which version of which update was taken from which form of a return.
create table form_return_update (
  council_id uuid not null,
  item_id uuid not null,
  version int not null,
  form_return_id uuid not null,
  travelling_form_id uuid not null,
  primary key (council_id, item_id, version),
  foreign key (council_id, form_return_id) references form_return,
  foreign key (council_id, travelling_form_id) references travelling_form,
  foreign key (council_id, item_id, version) references progress_update
);
create index on form_return_update (council_id, form_return_id);
call keep_on_record('form_return_update');
