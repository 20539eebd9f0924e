-- Documents come as PDF, workbooks, CSV and older Office files too.

alter table document drop constraint document_kind_check;
alter table document add constraint document_kind_check check (kind in ('docx', 'doc', 'odt', 'rtf', 'pdf', 'xlsx', 'csv', 'text'));
