-- The server's statistics of a column hold samples of its values, also of a salt that an erasure deletes. Naming the type
-- again drops those that were taken, and rewrites nothing.
alter table public.negotiations_record alter column salt type bytea, alter column commitment type bytea;
alter table public.negotiations_record alter column salt set statistics 0, alter column commitment set statistics 0;

-- A question about a time raises the floor of the record clock: never beyond the present, and never back. So nobody who
-- only asks can set the time that later rows get.
create function public.negotiations_raise_floor("time" timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(public.negotiations_record_lock());
  update public.negotiations_clock c set floor = least("time", clock_timestamp()) where c.floor < least("time", clock_timestamp());
end
$$;

revoke execute on function public.negotiations_raise_floor(timestamptz) from public;

-- As in 0002.sql, but for one thing: an erasure that somebody has undone is made again, in whole or in what is left to do,
-- under an identifier of its own.
create or replace function public.negotiations_erase(event uuid, erasure uuid, said jsonb, clr_name varchar) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  e     record;
  place bigint;
begin
  if said ->> 'event' is distinct from event::text or said ->> 'who' is null or said ->> 'reason' is null then
    raise exception 'an erasure says which event it erases, who erases it, and why';
  end if;

  select m.seq_id, m.stream_id, m.type into e
    from public.mt_events m join public.negotiations_record r on r.seq_id = m.seq_id where m.id = event;
  if not found then
    raise exception 'there is no recorded event %', event;
  end if;
  if e.type = 'payload_erased' then
    raise exception 'event % says that another one was erased; that stays', event;
  end if;

  update public.mt_streams s set version = s.version + 1, timestamp = now() where s.id = e.stream_id returning s.version into place;
  if exists (
    select from public.mt_events m join public.negotiations_record r on r.seq_id = m.seq_id
     where m.seq_id = e.seq_id and r.salt is null and m.data = '{"erased": true}' and m.bdata is null) then
    raise exception 'event % was erased already', event;
  end if;
  update public.negotiations_record r set salt = null where r.seq_id = e.seq_id;
  update public.mt_events m set data = '{"erased": true}', bdata = null where m.seq_id = e.seq_id;
  if exists (select from public.negotiations_record r where r.event_id = erasure) then
    erasure := gen_random_uuid();
  end if;
  insert into public.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived)
  values (nextval('public.mt_events_sequence'), erasure, e.stream_id, place, said, 'payload_erased', now(), '*DEFAULT*', clr_name, false);

  -- Derived data: nothing that is computed from events is stored today. Whatever is stored one day (snapshots of
  -- answers, documents of projections) is emptied here, for the negotiation of the stream, in this same transaction.
end
$$;

-- Who may not erase may not say either that something was erased; and who may says it only of what is erased. It runs with
-- the rights of whoever inserts.
create function public.negotiations_on_erasure() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if not has_column_privilege('public.negotiations_record', 'salt', 'UPDATE') then
    raise insufficient_privilege using message = format('event %s says that another one was erased: only negotiations_erase records that', new.id);
  end if;
  if not exists (
    select from public.negotiations_record r join public.mt_events m on m.seq_id = r.seq_id
     where r.event_id = (new.data ->> 'event')::uuid and m.stream_id = new.stream_id and r.salt is null and m.data = '{"erased": true}') then
    raise exception 'event % says that event % was erased, but it was not: only negotiations_erase records that', new.id, new.data ->> 'event';
  end if;
  return new;
end
$$;
