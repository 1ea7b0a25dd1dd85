-- The record clock. Positions are in the order of commits, without gaps; salt is null once an event has been erased.
create table public.negotiations_record (
  position    bigint      not null,
  seq_id      bigint      not null,
  event_id    uuid        not null,
  recorded_at timestamptz not null,
  salt        bytea,
  commitment  bytea       not null,
  link        bytea       not null,
  constraint negotiations_record_pkey primary key (position),
  constraint negotiations_record_seq_id_key unique (seq_id),
  constraint negotiations_record_event_id_key unique (event_id)
);

-- The latest time for which the record clock was asked after its last row: every later row is recorded after it, even
-- when the clock of the server is set back.
create table public.negotiations_clock (
  only_row boolean     not null default true check (only_row),
  floor    timestamptz not null,
  constraint negotiations_clock_pkey primary key (only_row)
);

insert into public.negotiations_clock (floor) values ('-infinity');

-- Key of the advisory lock under which the record clock moves ("NEGOTIAT" in ASCII).
create function public.negotiations_record_lock() returns bigint
language sql stable parallel safe
as $$ select 5639992514393489748 $$;

-- The functions below are stable and not immutable, as what they call is; otherwise the server would not expand them in
-- place, and the hash of an event would take several times as long.

-- A field of what is hashed: its length in four bytes, then its bytes; a length of -1 and no bytes for null.
create function public.negotiations_field(bytes bytea) returns bytea
language sql stable parallel safe
as $$ select coalesce(int4send(length(bytes)) || bytes, int4send(-1)) $$;

-- A time as a field: microseconds since 1970-01-01T00:00:00Z.
create function public.negotiations_microseconds("time" timestamptz) returns bytea
language sql stable parallel safe
as $$ select int8send((extract(epoch from "time") * 1000000)::bigint) $$;

-- What ties a row of the record clock to the one before it; docs/hash-chain.md gives the encoding.
create function public.negotiations_link(
  previous bytea, "position" bigint, recorded_at timestamptz, seq_id bigint, id uuid, stream_id varchar, version bigint,
  type varchar, mt_dotnet_type varchar, tenant_id varchar, "timestamp" timestamptz, is_archived boolean, commitment bytea)
returns bytea
language sql stable parallel safe
as $$
  select sha256(
    public.negotiations_field(previous)
    || public.negotiations_field(int8send("position"))
    || public.negotiations_field(public.negotiations_microseconds(recorded_at))
    || public.negotiations_field(int8send(seq_id))
    || public.negotiations_field(uuid_send(id))
    || public.negotiations_field(convert_to(stream_id, 'UTF8'))
    || public.negotiations_field(int8send(version))
    || public.negotiations_field(convert_to(type, 'UTF8'))
    || public.negotiations_field(convert_to(mt_dotnet_type, 'UTF8'))
    || public.negotiations_field(convert_to(tenant_id, 'UTF8'))
    || public.negotiations_field(public.negotiations_microseconds("timestamp"))
    || public.negotiations_field(case when is_archived then '\x01'::bytea when not is_archived then '\x00'::bytea end)
    || public.negotiations_field(commitment))
$$;

-- Gives an event its position, unless it has one or is gone.
--
-- The lock is taken before anything is read, and a transaction keeps it until its commit is visible to others. So the
-- last row that is read here really is the last one, positions are in the order of commits, a rollback leaves no gap,
-- and whoever sees a position sees all those below it.
--
-- The event is read again instead of being passed on: what counts is the row as its transaction leaves it.
create function public.negotiations_take_position(event bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  e     record;
  last  record;
  place bigint;
  at    timestamptz;
  salt  bytea;
  proof bytea;
begin
  perform pg_advisory_xact_lock(public.negotiations_record_lock());

  select m.seq_id, m.id, m.stream_id, m.version, m.type, m.mt_dotnet_type, m.tenant_id, m.timestamp, m.is_archived,
         convert_to(m.data::text, 'UTF8') as data
    into e
    from public.mt_events m
   where m.seq_id = event
     and not exists (select from public.negotiations_record r where r.seq_id = event);
  if not found then
    return;
  end if;

  select r.position, r.recorded_at, r.link into last
    from public.negotiations_record r order by r.position desc limit 1;

  -- From an older snapshot the floor would be read as it was; locking its row reports a serialization failure (40001)
  -- when it has been raised since. Read committed sees the floor as it is and needs no lock.
  if current_setting('transaction_isolation') <> 'read committed' then
    perform from public.negotiations_clock for share;
  end if;

  place := coalesce(last.position, 0) + 1;
  salt  := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
  proof := sha256(salt || e.data);

  select greatest(clock_timestamp(), last.recorded_at, c.floor + interval '1 microsecond') into strict at
    from public.negotiations_clock c;

  -- Under read committed the conflict cannot arise. Under repeatable read the last row may be hidden from the
  -- transaction; "on conflict" then reports a serialization failure (40001), which such a writer knows how to retry.
  insert into public.negotiations_record (position, seq_id, event_id, recorded_at, salt, commitment, link)
  values (
    place, e.seq_id, e.id, at, salt, proof,
    public.negotiations_link(
      coalesce(last.link, decode(repeat('00', 32), 'hex')), place, at, e.seq_id, e.id, e.stream_id, e.version, e.type,
      e.mt_dotnet_type, e.tenant_id, e.timestamp, e.is_archived, proof))
  on conflict (position) do nothing;
  if not found then
    raise exception 'event % got no position: position % is taken, so something else has written to negotiations_record', e.id, place;
  end if;
end
$$;

create function public.negotiations_on_event() returns trigger
language plpgsql
as $$
begin
  perform public.negotiations_take_position(new.seq_id);
  return null;
end
$$;

-- Gives their positions to events that were committed while the trigger was missing or disabled, in the order of their
-- numbers; returns how many there were.
create function public.negotiations_settle() returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  event bigint;
  count bigint := 0;
begin
  perform pg_advisory_xact_lock(public.negotiations_record_lock());
  for event in
    select m.seq_id from public.mt_events m
     where not exists (select from public.negotiations_record r where r.seq_id = m.seq_id)
     order by m.seq_id
  loop
    perform public.negotiations_take_position(event);
    count := count + 1;
  end loop;
  return count;
end
$$;
