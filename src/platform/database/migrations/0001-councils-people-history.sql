-- Councils, the people who sign in, and the history that every change of state writes.
-- Roles: heed_app (the application: row-level security, select and insert; update only where named) and heed_public (the
-- views of the register schema and nothing else). The migration runner makes the roles before the first migration.

revoke all on schema public from public;
grant usage on schema public to heed_app;
create schema register;
grant usage on schema register to heed_public;

-- The council that the transaction acts for; null outside one, so that no row is visible.
create function acting_council() returns uuid language sql stable as
$$ select nullif(current_setting('heed.council_id', true), '')::uuid $$;

-- Makes a table part of a council's record: only its own council sees a row, and rows are added, never changed.
create procedure keep_on_record(kept regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', kept);
  execute format('create policy own_council on %s using (council_id = acting_council()) with check (council_id = acting_council())', kept);
  execute format('grant select, insert on %s to heed_app', kept);
end $$;

-- Councils -----------------------------------------------------------------------------------------------------------

create table council (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  created_at timestamptz not null default now()
);
grant select, insert on council to heed_app;

create table council_version (
  council_id uuid not null references council,
  version int not null check (version > 0),
  name text not null check (name <> ''),
  colour text not null default '#1d4f6e' check (colour ~ '^#[0-9a-f]{6}$'),
  contact text not null default '',
  saved_at timestamptz not null default now(),
  saved_by uuid,
  primary key (council_id, version)
);
call keep_on_record('council_version');

-- People: an account is a person's way in; a membership is what they may do for one council ------------------------------

create table account (
  id uuid primary key default gen_random_uuid(),
  email text not null check (email = lower(email) and email like '%_@_%'),
  name text not null check (name <> ''),
  created_at timestamptz not null default now(),
  unique (email)
);
create table password (
  account_id uuid not null references account,
  version int not null check (version > 0),
  hash text not null,
  set_at timestamptz not null default now(),
  primary key (account_id, version)
);
create table password_reset (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account,
  token_hash bytea not null unique,
  made_at timestamptz not null default now(),
  made_by uuid not null references account,
  expires_at timestamptz not null
);
create table password_reset_use (
  password_reset_id uuid primary key references password_reset,
  used_at timestamptz not null default now()
);
grant select, insert on account, password, password_reset, password_reset_use to heed_app;

-- Sessions and attempts are machinery, not record: they are renewed and swept.
create table session (
  token_hash bytea primary key,
  account_id uuid not null references account,
  council_id uuid not null references council,
  csrf_token text not null,
  flash jsonb,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index on session (account_id);
create table sign_in_attempt (
  id bigint generated always as identity primary key,
  email text not null,
  address text not null,
  succeeded boolean not null,
  at timestamptz not null default now()
);
create index on sign_in_attempt (email, at);
create index on sign_in_attempt (address, at);
-- A form is sent once: the second sending of the same key gets the first one's answer.
create table form_key (
  key uuid primary key,
  account_id uuid not null references account,
  answer text not null,
  used_at timestamptz not null default now()
);
grant select, insert, update, delete on session, sign_in_attempt, form_key to heed_app;

create table membership (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  account_id uuid not null references account,
  role text not null check (role in ('administrator', 'officer')),
  granted_at timestamptz not null default now(),
  granted_by uuid references account,
  primary key (council_id, id)
);
create index on membership (account_id);
create table membership_end (
  council_id uuid not null,
  membership_id uuid not null,
  ended_at timestamptz not null default now(),
  ended_by uuid references account,
  primary key (council_id, membership_id),
  foreign key (council_id, membership_id) references membership
);
create table invitation (
  council_id uuid not null references council,
  id uuid not null default gen_random_uuid(),
  email text not null check (email = lower(email)),
  name text not null,
  role text not null check (role in ('administrator', 'officer')),
  token_hash bytea not null unique,
  invited_at timestamptz not null default now(),
  invited_by uuid references account,
  expires_at timestamptz not null,
  primary key (council_id, id)
);
create table invitation_use (
  council_id uuid not null,
  invitation_id uuid not null,
  account_id uuid references account,
  used_at timestamptz not null default now(),
  primary key (council_id, invitation_id),
  foreign key (council_id, invitation_id) references invitation
);
call keep_on_record('membership');
call keep_on_record('membership_end');
call keep_on_record('invitation');
call keep_on_record('invitation_use');

-- Before sign-in no council is acting, so these two look across councils on purpose, each for one secret only.
create function memberships_of(of_account uuid)
returns table (council_id uuid, council_slug text, council_name text, role text)
language sql stable security definer set search_path = public as $$
  select m.council_id, c.slug, v.name, m.role
  from membership m
  join council c on c.id = m.council_id
  join lateral (select name from council_version cv where cv.council_id = c.id order by version desc limit 1) v on true
  where m.account_id = of_account
    and not exists (select from membership_end e where e.council_id = m.council_id and e.membership_id = m.id)
  order by m.granted_at desc
$$;
create function invitation_for(token bytea)
returns table (council_id uuid, id uuid, email text, name text, role text, council_name text, expires_at timestamptz, used boolean)
language sql stable security definer set search_path = public as $$
  select i.council_id, i.id, i.email, i.name, i.role, v.name, i.expires_at,
         exists (select from invitation_use u where u.council_id = i.council_id and u.invitation_id = i.id)
  from invitation i
  join lateral (select name from council_version cv where cv.council_id = i.council_id order by version desc limit 1) v on true
  where i.token_hash = token
$$;
revoke all on function memberships_of(uuid), invitation_for(bytea) from public;
grant execute on function memberships_of(uuid), invitation_for(bytea) to heed_app;

-- History ------------------------------------------------------------------------------------------------------------

create table event (
  council_id uuid not null references council,
  number bigint not null,
  at timestamptz not null,
  actor_id uuid,
  actor_name text not null,
  kind text not null check (kind ~ '^[a-z-]+\.[a-z-]+$'),
  -- The address of the thing that it happened to: /reviews/x/recommendations/7a
  subject text not null,
  detail jsonb not null default '{}',
  previous_hash bytea not null,
  hash bytea not null,
  primary key (council_id, number)
);
create index on event (council_id, subject, number desc);
create index on event (council_id, actor_id, number desc);
call keep_on_record('event');

-- As a JSON array, so that no field's text can be taken for the border between two.
create function event_hash(e event) returns bytea language sql immutable as $$
  select sha256(e.previous_hash || convert_to(
    jsonb_build_array(e.council_id, e.number, extract(epoch from e.at)::numeric(20, 6), e.actor_id, e.actor_name, e.kind, e.subject, e.detail)::text, 'UTF8'))
$$;

-- Each event is numbered and chained to the one before it, whatever the application says. Only a restore, which is never the
-- application's role, may bring numbers and hashes along.
create function chain_event() returns trigger language plpgsql as $$
declare
  last event;
begin
  if current_user <> 'heed_app' and new.hash is not null then
    return new;
  end if;
  perform pg_advisory_xact_lock(hashtextextended(new.council_id::text, 7));
  select * into last from event where council_id = new.council_id order by number desc limit 1;
  new.number := coalesce(last.number, 0) + 1;
  new.at := clock_timestamp();
  new.previous_hash := coalesce(last.hash, sha256(convert_to(new.council_id::text, 'UTF8')));
  new.hash := event_hash(new);
  return new;
end $$;
create trigger chain_event before insert on event for each row execute function chain_event();
