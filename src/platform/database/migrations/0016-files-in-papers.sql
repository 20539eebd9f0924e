-- Files from outside in papers: how each goes in, which stand beside an agenda item, which were published beside a pack. Letters keep their files as lines do.

-- How a file goes into papers, as an officer saw and confirmed it; the newest word holds. Of the file and not of where it stands: what was checked once is checked.
create table enclosure (
  council_id uuid not null,
  sha256 bytea not null,
  version int not null check (version > 0),
  title text not null check (title <> ''),
  -- read: set in the paper; both: and the original published beside it; beside: only that; left-out: named and no more
  taken text not null check (taken in ('read', 'both', 'beside', 'left-out')),
  -- As SourceAsPaper of src/platform/documents/paper-of-source.ts; null where it is not set in the paper
  content jsonb check ((content is not null) = (taken in ('read', 'both'))),
  -- What a file of its own is, and how to have it in another form
  statement text not null default '' check (taken <> 'beside' or statement <> ''),
  confirmed_at timestamptz not null default now(),
  confirmed_by uuid,
  primary key (council_id, sha256, version),
  foreign key (council_id, sha256) references attachment_file
);
create view enclosure_now with (security_invoker) as
  select distinct on (council_id, sha256) * from enclosure order by council_id, sha256, version desc;

-- What goes with an agenda item beside the papers that Heed makes: a file from outside, or a letter.
create table item_paper (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  agenda_item_id uuid not null,
  primary key (council_id, id),
  foreign key (council_id, agenda_item_id) references agenda_item
);
create index on item_paper (council_id, agenda_item_id);
create table item_paper_version (
  council_id uuid not null,
  item_paper_id uuid not null,
  version int not null check (version > 0),
  position int not null,
  letter_id uuid,
  name text,
  kind text,
  size int,
  sha256 bytea,
  -- Taken away again
  withdrawn boolean not null default false,
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, item_paper_id, version),
  check ((letter_id is null) = (sha256 is not null)),
  check ((sha256 is null) = (name is null) and (sha256 is null) = (kind is null) and (sha256 is null) = (size is null)),
  foreign key (council_id, item_paper_id) references item_paper,
  foreign key (council_id, letter_id) references letter,
  foreign key (council_id, sha256) references attachment_file
);
create view item_paper_now with (security_invoker) as
  select distinct on (v.council_id, v.item_paper_id) p.agenda_item_id, v.* from item_paper_version v
  join item_paper p on (p.council_id, p.id) = (v.council_id, v.item_paper_id) order by v.council_id, v.item_paper_id, v.version desc;

-- The files that were published beside a pack, as they came.
create table publication_file (
  council_id uuid not null,
  publication_id uuid not null,
  position int not null check (position > 0),
  -- The item that it goes with: `Item 4, Appendix B`
  item text not null,
  name text not null,
  kind text not null,
  size int not null,
  sha256 bytea not null,
  primary key (council_id, publication_id, position),
  foreign key (council_id, publication_id) references publication,
  foreign key (council_id, sha256) references attachment_file
);

-- Taken away from a letter that has not gone.
create table letter_attachment_withdrawal (
  council_id uuid not null,
  letter_id uuid not null,
  position int not null,
  withdrawn_at timestamptz not null default now(),
  withdrawn_by uuid,
  primary key (council_id, letter_id, position),
  foreign key (council_id, letter_id, position) references letter_attachment
);

call keep_on_record('enclosure');
call keep_on_record('letter_attachment_withdrawal');
call keep_on_record('item_paper');
call keep_on_record('item_paper_version');
call keep_on_record('publication_file');
grant select on enclosure_now, item_paper_now to heed_app;

-- Files of letters are kept as those beside a line are: pictures too.
insert into attachment_file (council_id, sha256, bytes)
  select distinct on (d.council_id, d.sha256) d.council_id, d.sha256, d.bytes
  from letter_attachment a join document d on (d.council_id, d.id) = (a.council_id, a.document_id)
  order by d.council_id, d.sha256
  on conflict do nothing;
alter table letter_attachment add column sha256 bytea, add column kind text, add column size int;
update letter_attachment a set sha256 = d.sha256, size = octet_length(d.bytes), kind = case d.kind when 'csv' then 'text' else d.kind end
  from document d where (d.council_id, d.id) = (a.council_id, a.document_id);
alter table letter_attachment alter column sha256 set not null, alter column kind set not null, alter column size set not null, drop column document_id,
  add foreign key (council_id, sha256) references attachment_file;
