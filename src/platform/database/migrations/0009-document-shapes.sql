-- How an officer showed Heed to read a document, for the council's next one of the same shape.

create table document_shape (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  -- The import whose document it was shown with
  import_id uuid not null,
  kind text not null check (kind in ('table', 'sheets', 'pages')),
  -- What a document must have for this to hold: the words of a table's headings, the names of a workbook's sheets, the look of a PDF's pages
  shape jsonb not null,
  -- What was said of it: rows of the heading, meanings of columns; sheets to read; lines between columns
  said jsonb not null,
  remembered_at timestamptz not null default now(),
  remembered_by uuid,
  primary key (council_id, id),
  foreign key (council_id, import_id) references import
);
create table document_shape_forgetting (
  council_id uuid not null,
  document_shape_id uuid not null,
  forgotten_at timestamptz not null default now(),
  forgotten_by uuid,
  primary key (council_id, document_shape_id),
  foreign key (council_id, document_shape_id) references document_shape
);
call keep_on_record('document_shape');
call keep_on_record('document_shape_forgetting');

-- What was said last of each shape, unless it was forgotten since.
create view document_shape_now with (security_invoker) as
  select latest.* from (
    select distinct on (council_id, kind, shape) * from document_shape order by council_id, kind, shape, remembered_at desc, id
  ) latest
  where not exists (select from document_shape_forgetting f where f.council_id = latest.council_id and f.document_shape_id = latest.id);
grant select on document_shape_now to heed_app;
