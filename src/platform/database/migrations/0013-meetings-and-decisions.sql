-- Who sits on a committee; what a meeting has before it, who was there and what it decided; what follows from that.

-- Members ------------------------------------------------------------------------------------------------------------

create table member (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  slug text not null,
  primary key (council_id, id),
  unique (council_id, slug)
);
create table member_version (
  council_id uuid not null,
  member_id uuid not null,
  version int not null check (version > 0),
  -- As minutes print it: Cllr K R Guy
  name text not null check (name <> ''),
  kind text not null check (kind in ('councillor', 'co-optee')),
  -- Party or, of a co-optee, whom they speak for: the diocese, parent governors
  represents text not null default '',
  email text not null default '' check (email = lower(email)),
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, member_id, version),
  foreign key (council_id, member_id) references member
);
create table seat (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  committee_id uuid not null,
  member_id uuid not null,
  place text not null check (place in ('chair', 'vice-chair', 'member', 'co-optee', 'substitute')),
  voting boolean not null default true,
  from_day date not null,
  until_day date check (until_day >= from_day),
  position int not null default 0,
  seated_at timestamptz not null default now(),
  seated_by uuid,
  primary key (council_id, id),
  foreign key (council_id, committee_id) references committee,
  foreign key (council_id, member_id) references member
);
create index on seat (council_id, committee_id);
-- A seat that ended before its time, or was entered in error.
create table seat_end (
  council_id uuid not null,
  seat_id uuid not null,
  last_day date not null,
  reason text not null default '',
  ended_at timestamptz not null default now(),
  ended_by uuid,
  primary key (council_id, seat_id),
  foreign key (council_id, seat_id) references seat
);
create view member_now with (security_invoker) as
  select distinct on (v.council_id, v.member_id) t.slug, v.* from member_version v join member t on (t.council_id, t.id) = (v.council_id, v.member_id)
  order by v.council_id, v.member_id, v.version desc;
-- A seat with the last day that it holds, whichever came first.
create view seat_now with (security_invoker) as
  select s.*, least(s.until_day, e.last_day) as last_day from seat s left join seat_end e on (e.council_id, e.seat_id) = (s.council_id, s.id);

-- Meetings -----------------------------------------------------------------------------------------------------------

-- How many must be there; and how a committee numbers its minutes and records movers.
create table committee_rule (
  council_id uuid not null,
  committee_id uuid not null,
  version int not null check (version > 0),
  quorum int not null default 3 check (quorum > 0),
  -- {prefix} and {number} or {year}: CYP SC-{number}, {number}/{year}
  minute_reference text not null default '{number}/{year}',
  next_number int not null default 1 check (next_number > 0),
  records_movers boolean not null default false,
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, committee_id, version),
  foreign key (council_id, committee_id) references committee
);
create view committee_rule_now with (security_invoker) as
  select distinct on (council_id, committee_id) * from committee_rule order by council_id, committee_id, version desc;
create table agenda_item (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  primary key (council_id, id),
  foreign key (council_id, meeting_id) references meeting
);
create index on agenda_item (council_id, meeting_id);
create table agenda_item_version (
  council_id uuid not null,
  agenda_item_id uuid not null,
  version int not null check (version > 0),
  position int not null,
  kind text not null check (kind in ('apologies', 'declarations', 'minutes', 'round', 'response', 'requests', 'work-programme', 'other')),
  title text not null check (title <> ''),
  text text not null default '',
  round_id uuid,
  review_id uuid,
  -- Paragraphs of Schedule 12A to the Local Government Act 1972; none for a public item
  exempt_paragraphs int[] not null default '{}' check (exempt_paragraphs <@ array[1, 2, 3, 4, 5, 6, 7]),
  public_interest text not null default '',
  -- A paper of its own goes with it, lettered in the order of the agenda
  appended boolean not null default false,
  -- Why it could not wait, where it came after publication
  late_reason text not null default '',
  -- Not taken after all
  dropped boolean not null default false,
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, agenda_item_id, version),
  check (exempt_paragraphs = '{}' or public_interest <> ''),
  foreign key (council_id, agenda_item_id) references agenda_item,
  foreign key (council_id, round_id) references round,
  foreign key (council_id, review_id) references review
);
create view agenda_item_now with (security_invoker) as
  select distinct on (v.council_id, v.agenda_item_id) i.meeting_id, v.* from agenda_item_version v
  join agenda_item i on (i.council_id, i.id) = (v.council_id, v.agenda_item_id) order by v.council_id, v.agenda_item_id, v.version desc;
-- What was published before or after a meeting, whole and sealed.
create table publication (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  kind text not null check (kind in ('agenda', 'supplement', 'minutes')),
  number int not null check (number > 0),
  -- As PaperDocument of src/platform/documents/paper-document.ts, canonical JSON; the public part and, where there is one, the exempt part
  content text not null,
  hash text not null check (hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  exempt boolean not null default false,
  -- Of each agenda item that it holds: its version, number and letter, and the hash of its paper where that was there
  holds jsonb not null default '{}',
  -- Why it came later than five clear days before
  late_reason text not null default '',
  published_at timestamptz not null default now(),
  published_by uuid,
  primary key (council_id, id),
  unique (council_id, meeting_id, kind, number, exempt),
  foreign key (council_id, meeting_id) references meeting
);

-- In the room --------------------------------------------------------------------------------------------------------

create table attendance (
  council_id uuid not null,
  meeting_id uuid not null,
  member_id uuid not null,
  version int not null check (version > 0),
  state text not null check (state in ('present', 'apologies', 'absent')),
  -- Sits as substitute for
  for_member_id uuid,
  arrived text check (arrived ~ '^\d\d:\d\d$'),
  departed text check (departed ~ '^\d\d:\d\d$'),
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, meeting_id, member_id, version),
  foreign key (council_id, meeting_id) references meeting,
  foreign key (council_id, member_id) references member,
  foreign key (council_id, for_member_id) references member
);
create view attendance_now with (security_invoker) as
  select distinct on (council_id, meeting_id, member_id) * from attendance order by council_id, meeting_id, member_id, version desc;
create table declaration (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  member_id uuid not null,
  -- None: of no item in particular
  agenda_item_id uuid,
  kind text not null check (kind in ('pecuniary', 'other')),
  interest text not null check (interest <> ''),
  leaves boolean not null default false,
  declared_at timestamptz not null default now(),
  declared_by uuid,
  primary key (council_id, id),
  foreign key (council_id, meeting_id) references meeting,
  foreign key (council_id, member_id) references member,
  foreign key (council_id, agenda_item_id) references agenda_item
);
create table declaration_withdrawal (
  council_id uuid not null,
  declaration_id uuid not null,
  withdrawn_at timestamptz not null default now(),
  withdrawn_by uuid,
  primary key (council_id, declaration_id),
  foreign key (council_id, declaration_id) references declaration
);
create table decision (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  agenda_item_id uuid not null,
  recommendation_id uuid not null,
  action_id uuid,
  -- The line of the frozen round that was before the meeting
  item_id uuid,
  kind text not null check (kind in ('agree', 'challenge', 'sign-off', 'defer', 'call', 'grant-extension', 'refuse-extension', 'close', 'reopen')),
  -- The committee's own grade, where it gives one
  grade_code text,
  -- As the scale called it then
  grade_label text,
  meaning text,
  words text not null default '',
  ending text check (ending in ('achieved-in-time', 'achieved-late', 'partly', 'not-accepted-in-substance', 'superseded', 'no-longer-relevant',
    'asked-and-refused')),
  moved_by uuid,
  seconded_by uuid,
  minute_reference text not null default '',
  -- Why it stands although the meeting had no quorum, or whoever recorded it was warned otherwise
  warned text not null default '',
  -- Made where it was pressed: sent twice it is one
  device_key uuid not null,
  device_number int not null default 0,
  decided_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by uuid,
  primary key (council_id, id),
  unique (council_id, device_key),
  check ((ending is not null) = (kind in ('close', 'sign-off'))),
  foreign key (council_id, meeting_id) references meeting,
  foreign key (council_id, agenda_item_id) references agenda_item,
  foreign key (council_id, recommendation_id) references recommendation,
  foreign key (council_id, action_id) references action,
  foreign key (council_id, item_id) references round_item,
  foreign key (council_id, moved_by) references member,
  foreign key (council_id, seconded_by) references member
);
create index on decision (council_id, meeting_id);
create index on decision (council_id, recommendation_id);
-- A decision taken back in the meeting itself, as an error of the hand.
create table decision_withdrawal (
  council_id uuid not null,
  decision_id uuid not null,
  reason text not null default '',
  withdrawn_at timestamptz not null default now(),
  withdrawn_by uuid,
  primary key (council_id, decision_id),
  foreign key (council_id, decision_id) references decision
);
-- The newest decision about each line at each meeting. A device sends its own in their order; among devices, the one recorded last.
create view decision_now with (security_invoker) as
  select distinct on (d.council_id, d.meeting_id, d.recommendation_id, d.action_id, d.item_id) d.* from decision d
  where not exists (select from decision_withdrawal w where (w.council_id, w.decision_id) = (d.council_id, d.id))
  order by d.council_id, d.meeting_id, d.recommendation_id, d.action_id, d.item_id, d.recorded_at desc, d.device_number desc;
-- What a committee has settled, by its newest sign-off, close or reopening.
create view recommendation_settled with (security_invoker) as
  select s.* from (
    select distinct on (d.council_id, d.recommendation_id) d.council_id, d.recommendation_id, d.id as decision_id, d.kind, d.ending, d.meeting_id,
      d.minute_reference, d.recorded_at
    from decision_now d join meeting_now m on (m.council_id, m.meeting_id) = (d.council_id, d.meeting_id)
    where d.kind in ('sign-off', 'close', 'reopen') and d.action_id is null
    order by d.council_id, d.recommendation_id, m.held_on desc, d.recorded_at desc) s
  where s.kind <> 'reopen';
-- What a member wants to ask at a meeting: for the officer and themselves, or shared with the committee.
create table question (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  recommendation_id uuid not null,
  member_id uuid not null,
  words text not null check (words <> ''),
  shared boolean not null default false,
  noted_at timestamptz not null default now(),
  noted_by uuid,
  primary key (council_id, id),
  foreign key (council_id, meeting_id) references meeting,
  foreign key (council_id, recommendation_id) references recommendation,
  foreign key (council_id, member_id) references member
);
create index on question (council_id, meeting_id);
create table question_withdrawal (
  council_id uuid not null,
  question_id uuid not null,
  withdrawn_at timestamptz not null default now(),
  withdrawn_by uuid,
  primary key (council_id, question_id),
  foreign key (council_id, question_id) references question
);

-- After --------------------------------------------------------------------------------------------------------------

create table minute (
  council_id uuid not null,
  meeting_id uuid not null,
  agenda_item_id uuid not null,
  version int not null check (version > 0),
  reference text not null default '',
  text text not null default '',
  resolution text not null default '',
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, meeting_id, agenda_item_id, version),
  foreign key (council_id, meeting_id) references meeting,
  foreign key (council_id, agenda_item_id) references agenda_item
);
create view minute_now with (security_invoker) as
  select distinct on (council_id, meeting_id, agenda_item_id) * from minute order by council_id, meeting_id, agenda_item_id, version desc;
create table minutes_confirmation (
  council_id uuid not null,
  meeting_id uuid not null,
  -- The meeting that confirmed them
  confirmed_at_meeting_id uuid not null,
  corrections text not null default '',
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  primary key (council_id, meeting_id),
  foreign key (council_id, meeting_id) references meeting,
  foreign key (council_id, confirmed_at_meeting_id) references meeting
);
create table request (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  slug text not null,
  committee_id uuid not null,
  meeting_id uuid,
  agenda_item_id uuid,
  recommendation_id uuid,
  made_at timestamptz not null default now(),
  made_by uuid,
  primary key (council_id, id),
  unique (council_id, slug),
  foreign key (council_id, committee_id) references committee,
  foreign key (council_id, meeting_id) references meeting,
  foreign key (council_id, agenda_item_id) references agenda_item,
  foreign key (council_id, recommendation_id) references recommendation
);
create table request_version (
  council_id uuid not null,
  request_id uuid not null,
  version int not null check (version > 0),
  words text not null check (words <> ''),
  owner text not null default '',
  due_words text not null default '',
  due_on date,
  for_meeting_id uuid,
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, request_id, version),
  foreign key (council_id, request_id) references request,
  foreign key (council_id, for_meeting_id) references meeting
);
create view request_now with (security_invoker) as
  select distinct on (v.council_id, v.request_id) r.slug, r.committee_id, r.meeting_id, r.agenda_item_id, r.recommendation_id, v.* from request_version v
  join request r on (r.council_id, r.id) = (v.council_id, v.request_id) order by v.council_id, v.request_id, v.version desc;
create table request_answer (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  request_id uuid not null,
  -- Taken up again: the answer before did not hold
  became text not null check (became in ('answered', 'not-pursued', 'taken-up-again')),
  words text not null check (words <> ''),
  answered_on date not null,
  -- The clock itself: of several answers the newest holds
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by uuid,
  primary key (council_id, id),
  foreign key (council_id, request_id) references request
);
-- Requests that are done with, by the newest answer; those taken up again are not among them.
create view request_answered with (security_invoker) as
  select a.* from (
    select distinct on (council_id, request_id) * from request_answer order by council_id, request_id, recorded_at desc) a
  where a.became <> 'taken-up-again';
create table programme_item (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  committee_id uuid not null,
  primary key (council_id, id),
  foreign key (council_id, committee_id) references committee
);
create table programme_item_version (
  council_id uuid not null,
  programme_item_id uuid not null,
  version int not null check (version > 0),
  title text not null check (title <> ''),
  text text not null default '',
  -- For which meeting, or only roughly when
  meeting_id uuid,
  meeting_words text not null default '',
  review_id uuid,
  position int not null default 0,
  dropped boolean not null default false,
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, programme_item_id, version),
  foreign key (council_id, programme_item_id) references programme_item,
  foreign key (council_id, meeting_id) references meeting,
  foreign key (council_id, review_id) references review
);
create view programme_item_now with (security_invoker) as
  select distinct on (v.council_id, v.programme_item_id) p.committee_id, v.* from programme_item_version v
  join programme_item p on (p.council_id, p.id) = (v.council_id, v.programme_item_id) order by v.council_id, v.programme_item_id, v.version desc;
-- The serving of a report, which starts the response clock.
create table notice (
  council_id uuid not null,
  id uuid not null default gen_random_uuid(),
  review_id uuid not null,
  served_on date not null,
  served_to text not null check (served_to <> ''),
  months int not null default 2 check (months between 1 and 12),
  due_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  primary key (council_id, id),
  foreign key (council_id, review_id) references review
);
create table notice_withdrawal (
  council_id uuid not null,
  notice_id uuid not null,
  reason text not null check (reason <> ''),
  withdrawn_at timestamptz not null default now(),
  withdrawn_by uuid,
  primary key (council_id, notice_id),
  foreign key (council_id, notice_id) references notice
);
-- What an answer beyond its words must say: by whom and when it was given, and of "in principle" what will be done and by when.
create table response_particulars (
  council_id uuid not null,
  recommendation_id uuid not null,
  version int not null,
  given_by text not null default '',
  given_on date,
  will_do text not null default '',
  will_do_by text not null default '',
  primary key (council_id, recommendation_id, version),
  foreign key (council_id, recommendation_id, version) references response
);
create table letter (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  slug text not null,
  direction text not null check (direction in ('out', 'in')),
  kind text not null check (kind in ('comment', 'letter', 'call', 'notice', 'chaser', 'reply')),
  recommendation_id uuid,
  review_id uuid,
  meeting_id uuid,
  -- The letter that this one answers
  reply_to uuid,
  exempt_paragraphs int[] not null default '{}',
  made_at timestamptz not null default now(),
  made_by uuid,
  primary key (council_id, id),
  unique (council_id, slug),
  foreign key (council_id, recommendation_id) references recommendation,
  foreign key (council_id, review_id) references review,
  foreign key (council_id, meeting_id) references meeting,
  foreign key (council_id, reply_to) references letter
);
create table letter_version (
  council_id uuid not null,
  letter_id uuid not null,
  version int not null check (version > 0),
  correspondent text not null default '',
  address text not null default '',
  dated_on date,
  subject text not null default '',
  body text not null default '',
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, letter_id, version),
  foreign key (council_id, letter_id) references letter
);
create view letter_now with (security_invoker) as
  select distinct on (v.council_id, v.letter_id) l.slug, l.direction, l.kind, l.recommendation_id, l.review_id, l.meeting_id, l.reply_to, l.exempt_paragraphs, v.*
  from letter_version v join letter l on (l.council_id, l.id) = (v.council_id, v.letter_id) order by v.council_id, v.letter_id, v.version desc;
-- That it went, and how: by message or by post.
create table letter_sending (
  council_id uuid not null,
  letter_id uuid not null,
  version int not null,
  message_id uuid,
  how text not null default '',
  sent_at timestamptz not null default now(),
  sent_by uuid,
  primary key (council_id, letter_id),
  foreign key (council_id, letter_id, version) references letter_version,
  foreign key (council_id, message_id) references message
);
create table letter_attachment (
  council_id uuid not null,
  letter_id uuid not null,
  position int not null,
  document_id uuid not null,
  name text not null,
  primary key (council_id, letter_id, position),
  foreign key (council_id, letter_id) references letter,
  foreign key (council_id, document_id) references document
);

do $$
declare
  kept text;
begin
  foreach kept in array array['member', 'member_version', 'seat', 'seat_end', 'committee_rule', 'agenda_item', 'agenda_item_version', 'publication', 'attendance',
    'declaration', 'declaration_withdrawal', 'decision', 'decision_withdrawal', 'question', 'question_withdrawal', 'minute', 'minutes_confirmation', 'request',
    'request_version', 'request_answer', 'programme_item', 'programme_item_version', 'notice', 'notice_withdrawal', 'response_particulars', 'letter',
    'letter_version', 'letter_sending', 'letter_attachment'] loop
    call keep_on_record(kept::regclass);
  end loop;
end $$;
grant select on member_now, seat_now, committee_rule_now, agenda_item_now, attendance_now, decision_now, recommendation_settled, minute_now, request_now, request_answered,
  programme_item_now, letter_now to heed_app;
