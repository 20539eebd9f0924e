-- Word files in the council's own template: what an administrator uploaded, version by version, and what a paper is filled in from.

create table template (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  added_at timestamptz not null default now(),
  added_by uuid,
  primary key (council_id, id),
  unique (council_id, slug)
);
create table template_version (
  council_id uuid not null,
  template_id uuid not null,
  version int not null check (version > 0),
  name text not null check (name <> ''),
  file_name text not null,
  bytes bytea not null,
  sha256 bytea not null check (sha256 = sha256(bytes)),
  -- As TemplateFault of src/platform/documents/template-words.ts: what was told of it when it was taken
  warnings jsonb not null default '[]',
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, template_id, version),
  foreign key (council_id, template_id) references template
);
-- A template that is offered no more; the papers made with it stay what they were.
create table template_withdrawal (
  council_id uuid not null,
  template_id uuid not null,
  withdrawn_at timestamptz not null default now(),
  withdrawn_by uuid,
  primary key (council_id, template_id),
  foreign key (council_id, template_id) references template
);
-- Which template is offered first, for the papers of a committee or of a layout; null where none is. The highest version holds.
create table template_default (
  council_id uuid not null references council,
  -- 'committee' and its id, or 'layout' and its name
  of text not null check (of in ('committee', 'layout')),
  key text not null,
  version int not null check (version > 0),
  template_id uuid,
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, of, key, version),
  foreign key (council_id, template_id) references template
);
call keep_on_record('template');
call keep_on_record('template_version');
call keep_on_record('template_withdrawal');
call keep_on_record('template_default');

create view template_now with (security_invoker) as
  select distinct on (v.council_id, v.template_id) t.slug, v.council_id, v.template_id, v.version, v.name, v.file_name, v.sha256, v.warnings, v.saved_at, v.saved_by,
    octet_length(v.bytes) as size,
    exists (select from template_withdrawal w where w.council_id = v.council_id and w.template_id = v.template_id) as withdrawn
  from template_version v join template t on (t.council_id, t.id) = (v.council_id, v.template_id)
  order by v.council_id, v.template_id, v.version desc;
create view template_default_now with (security_invoker) as
  select distinct on (council_id, of, key) * from template_default order by council_id, of, key, version desc;
grant select on template_now, template_default_now to heed_app;
comment on column template_now.withdrawn is 'never null';

-- What a paper was made of, as KeptMatter of src/papers/record-paper.ts, so that a template is filled from what the paper itself says and from nothing
-- later. Papers made before this have none.
alter table paper add column matter jsonb;
