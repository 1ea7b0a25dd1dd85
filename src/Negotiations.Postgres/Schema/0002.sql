-- A trigger's function is called by nobody but the trigger: so no writer needs a right to move the record clock.
alter function public.negotiations_on_event() security definer set search_path = pg_catalog, pg_temp;

revoke execute on function public.negotiations_take_position(bigint) from public;
revoke execute on function public.negotiations_settle() from public;

-- What was handed out, so that whoever erases something learns where it went. No row holds anything of the content.
create table public.negotiations_exports (
  id          bigint      generated always as identity,
  at          timestamptz not null default clock_timestamp(),
  format      varchar     not null,
  negotiation varchar     not null,
  position    bigint      not null,
  bounds      varchar     not null,
  destination varchar     not null,
  sha256      bytea       not null,
  constraint negotiations_exports_pkey primary key (id)
);

-- Erases what an event says, and appends an event that says so (docs/erasure.md). It is the only way there is: the
-- program's role may neither call it nor change what it changes.
--
-- The row of the stream is locked first, as by everybody who appends to it.
create function public.negotiations_erase(event uuid, erasure uuid, said jsonb, clr_name varchar) returns void
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
  update public.negotiations_record r set salt = null where r.seq_id = e.seq_id and r.salt is not null;
  if not found then
    raise exception 'event % was erased already', event;
  end if;
  update public.mt_events m set data = '{"erased": true}', bdata = null where m.seq_id = e.seq_id;
  insert into public.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived)
  values (nextval('public.mt_events_sequence'), erasure, e.stream_id, place, said, 'payload_erased', now(), '*DEFAULT*', clr_name, false);

  -- Derived data: nothing that is computed from events is stored today. Whatever is stored one day (snapshots of
  -- answers, documents of projections) is emptied here, for the negotiation of the stream, in this same transaction.
end
$$;

revoke execute on function public.negotiations_erase(uuid, uuid, jsonb, varchar) from public;
