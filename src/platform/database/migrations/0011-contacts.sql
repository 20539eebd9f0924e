-- Contacts: whom Heed can write to, and for which owners they speak.

create table contact (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  slug text not null,
  primary key (council_id, id),
  unique (council_id, slug)
);
create table contact_version (
  council_id uuid not null,
  contact_id uuid not null,
  version int not null check (version > 0),
  name text not null check (name <> ''),
  post text not null default '',
  -- The outside body that they work for; none for the council's own people
  body text not null default '',
  directorate text not null default '',
  -- May be none, for somebody of whom only the name is known
  email text not null default '' check (email = lower(email)),
  manager_id uuid,
  -- Has left: kept on the record, never written to
  gone boolean not null default false,
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, contact_id, version),
  foreign key (council_id, contact_id) references contact,
  foreign key (council_id, manager_id) references contact
);
create table contact_absence (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  contact_id uuid not null,
  from_day date not null,
  -- None: until further notice
  until_day date,
  -- Who covers; nobody where it is not known
  cover_id uuid,
  said_at timestamptz not null default now(),
  said_by uuid,
  primary key (council_id, id),
  check (until_day >= from_day),
  check (cover_id <> contact_id),
  foreign key (council_id, contact_id) references contact,
  foreign key (council_id, cover_id) references contact
);
create index on contact_absence (council_id, contact_id);
-- An absence that was said in error, or is over before its time.
create table contact_absence_end (
  council_id uuid not null,
  absence_id uuid not null,
  ended_at timestamptz not null default now(),
  ended_by uuid,
  primary key (council_id, absence_id),
  foreign key (council_id, absence_id) references contact_absence
);
-- Who speaks for an owner, as last said: all of them in order, perhaps nobody. Two owners that are one, spelt in two ways, stay two and have the same contacts.
create table owner_contact (
  council_id uuid not null,
  owner_id uuid not null,
  version int not null check (version > 0),
  contact_ids uuid[] not null,
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, owner_id, version),
  foreign key (council_id, owner_id) references owner
);
create index on owner_contact using gin (contact_ids);

call keep_on_record('contact');
call keep_on_record('contact_version');
call keep_on_record('contact_absence');
call keep_on_record('contact_absence_end');
call keep_on_record('owner_contact');

create view contact_now with (security_invoker) as
  select distinct on (v.council_id, v.contact_id) t.slug, v.* from contact_version v join contact t on (t.council_id, t.id) = (v.council_id, v.contact_id)
  order by v.council_id, v.contact_id, v.version desc;
create view owner_contact_now with (security_invoker) as
  select distinct on (council_id, owner_id) * from owner_contact order by council_id, owner_id, version desc;
create view contact_absence_now with (security_invoker) as
  select a.* from contact_absence a
  where not exists (select from contact_absence_end e where (e.council_id, e.absence_id) = (a.council_id, a.id));
grant select on contact_now, owner_contact_now, contact_absence_now to heed_app;
