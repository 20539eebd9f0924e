-- A grade that stood in another box than its own: its words as they stood there, cut from the text of that box.
alter table progress_update add column grade_words text;
create or replace view progress_update_now with (security_invoker) as
  select distinct on (council_id, item_id) * from progress_update order by council_id, item_id, version desc;
