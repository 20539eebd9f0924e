-- Members of committees sign in: an account that is a councillor's or co-optee's; and the questions that they note themselves.

alter table membership
  add column member_id uuid,
  drop constraint membership_role_check,
  add constraint membership_role_check check (role in ('administrator', 'officer', 'member')),
  -- A member's account is somebody's on record; an officer's is nobody's
  add constraint membership_of_member check ((role = 'member') = (member_id is not null)),
  add foreign key (council_id, member_id) references member;
alter table invitation
  add column member_id uuid,
  drop constraint invitation_role_check,
  add constraint invitation_role_check check (role in ('administrator', 'officer', 'member')),
  add constraint invitation_of_member check ((role = 'member') = (member_id is not null)),
  add foreign key (council_id, member_id) references member;

drop function memberships_of(uuid);
create function memberships_of(of_account uuid)
returns table (council_id uuid, council_slug text, council_name text, role text, member_id uuid)
language sql stable security definer set search_path = public as $$
  select m.council_id, c.slug, v.name, m.role, m.member_id
  from membership m
  join council c on c.id = m.council_id
  join lateral (select name from council_version cv where cv.council_id = c.id order by version desc limit 1) v on true
  where m.account_id = of_account
    and not exists (select from membership_end e where e.council_id = m.council_id and e.membership_id = m.id)
  order by m.granted_at desc
$$;
drop function invitation_for(bytea);
create function invitation_for(token bytea)
returns table (council_id uuid, id uuid, email text, name text, role text, member_id uuid, council_name text, expires_at timestamptz, used boolean)
language sql stable security definer set search_path = public as $$
  select i.council_id, i.id, i.email, i.name, i.role, i.member_id, v.name, i.expires_at,
         exists (select from invitation_use u where u.council_id = i.council_id and u.invitation_id = i.id)
  from invitation i
  join lateral (select name from council_version cv where cv.council_id = i.council_id order by version desc limit 1) v on true
  where i.token_hash = token
$$;
revoke all on function memberships_of(uuid), invitation_for(bytea) from public;
grant execute on function memberships_of(uuid), invitation_for(bytea) to heed_app;

-- Noted by the member rather than by an officer for them.
alter table question add column by_member boolean not null default false;

create function acting_account() returns uuid language sql stable as
$$ select nullif(current_setting('heed.account_id', true), '')::uuid $$;
-- What members note for themselves is read by the account that noted it and by nobody else, whatever a query asks for.
create policy private_to_member on question as restrictive for select
  using (shared or not by_member or noted_by = acting_account());
