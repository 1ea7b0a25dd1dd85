-- The role under which the program reads and appends: it can neither change nor remove what is recorded.
--
-- A role belongs to the whole cluster, its rights to this database. Another database may be making the role at this very
-- time; then it is there when the name is free to be looked at again.
do $$
declare
  me   record;
  kept regclass;
begin
  select rolsuper, rolcreaterole into me from pg_roles where rolname = current_user;
  if not (me.rolsuper or me.rolcreaterole) then
    return;
  end if;

  if to_regrole('negotiations_program') is null then
    begin
      create role negotiations_program nologin noinherit;
    exception when duplicate_object or unique_violation then
      -- A lock that is not held yet makes this session take notice of what others have committed: that the role is there.
      lock table public.negotiations_clock in share update exclusive mode;
    end;
  end if;

  -- A superuser may become anybody. Who made a role may grant it; to others it stays closed, and the program says so.
  if not me.rolsuper then
    begin
      execute format('grant negotiations_program to %I', current_user);
    exception when insufficient_privilege or unique_violation then
      null;
    end;
  end if;

  revoke all on public.mt_streams, public.mt_events, public.negotiations_record,
    public.negotiations_clock, public.negotiations_schema, public.negotiations_exports from negotiations_program;
  grant usage on schema public to negotiations_program;
  grant select on public.negotiations_record, public.negotiations_schema to negotiations_program;
  -- What Marten keeps for itself and what is computed of the events, in the tables of today and of later versions; nothing of
  -- the record hangs on them.
  for kept in
    select c.oid from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and starts_with(c.relname, 'mt_')
       and c.relname not in ('mt_events', 'mt_streams')
  loop
    execute format('grant select, insert, update, delete, truncate on %s to negotiations_program', kept);
  end loop;
  -- The facts that are kept ready.
  for kept in
    select c.oid from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and starts_with(c.relname, 'negotiations_fact_')
  loop
    execute format('grant select, insert, update, delete on %s to negotiations_program', kept);
  end loop;
  grant select, insert on public.mt_events, public.mt_streams, public.negotiations_exports to negotiations_program;
  grant update (version, timestamp) on public.mt_streams to negotiations_program;
  for kept in
    select c.oid from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'S' and starts_with(c.relname, 'mt_')
  loop
    execute format('grant usage, select on sequence %s to negotiations_program', kept);
  end loop;
  grant select on public.negotiations_clock to negotiations_program;
  grant execute on function public.negotiations_raise_floor(timestamptz) to negotiations_program;
  grant execute on function public.negotiations_settle() to negotiations_program;
end
$$;
