-- The tables of the store beside Marten's. Each statement does nothing where its object is there already, so that a store of
-- an earlier version is completed by the same script.

-- The record clock. Positions are in the order of commits, without gaps; salt is null once an event has been erased. A new
-- column also goes into RecordRow and ChainRows, where it is read, and into negotiations_give_positions, where it is written.
-- What the chain covers (negotiations_link, HashChain) never changes: old links would not fit any more.
create table if not exists public.negotiations_record (
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
create table if not exists public.negotiations_clock (
  only_row boolean     not null default true check (only_row),
  floor    timestamptz not null,
  constraint negotiations_clock_pkey primary key (only_row)
);

insert into public.negotiations_clock (floor) values ('-infinity') on conflict do nothing;

-- What was handed out, so that whoever erases something learns where it went. No row holds anything of the content.
create table if not exists public.negotiations_exports (
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

-- The server's statistics of a column would hold samples of its values, also of a salt that an erasure deletes.
alter table public.negotiations_record alter column salt set statistics 0, alter column commitment set statistics 0;

-- Key of the advisory lock under which the record clock moves ("NEGOTIAT" in ASCII).
create or replace function public.negotiations_record_lock() returns bigint
language sql stable parallel safe
as $$ select 5639992514393489748 $$;

-- A time as a field: microseconds since 1970-01-01T00:00:00Z. Marten gives an infinite time to the tombstones that it leaves
-- after a failed commit; it becomes the greatest or the smallest number there is, which no finite time reaches.
create or replace function public.negotiations_microseconds("time" timestamptz) returns bytea
language sql stable parallel safe
as $$
  select int8send(case when "time" = 'infinity' then 9223372036854775807
                       when "time" = '-infinity' then '-9223372036854775808'::bigint
                       else (extract(epoch from "time") * 1000000)::bigint end)
$$;

-- What ties a row of the record clock to the one before it; docs/hash-chain.md gives the encoding. Each field is its length in
-- four bytes, then its bytes; a length of -1 and no bytes for null. It is one expression of the server's own functions: as
-- a function called for each field the encoding took four times as long.
create or replace function public.negotiations_link(
  previous bytea, "position" bigint, recorded_at timestamptz, seq_id bigint, id uuid, stream_id varchar, version bigint,
  type varchar, mt_dotnet_type varchar, tenant_id varchar, "timestamp" timestamptz, is_archived boolean, commitment bytea)
returns bytea
language plpgsql stable parallel safe
as $$
begin
  return sha256(
    coalesce(int4send(octet_length(previous)) || previous, '\xffffffff')
    || coalesce('\x00000008' || int8send("position"), '\xffffffff')
    || coalesce('\x00000008' || public.negotiations_microseconds(recorded_at), '\xffffffff')
    || coalesce('\x00000008' || int8send(seq_id), '\xffffffff')
    || coalesce('\x00000010' || uuid_send(id), '\xffffffff')
    || coalesce(int4send(octet_length(convert_to(stream_id, 'UTF8'))) || convert_to(stream_id, 'UTF8'), '\xffffffff')
    || coalesce('\x00000008' || int8send(version), '\xffffffff')
    || coalesce(int4send(octet_length(convert_to(type, 'UTF8'))) || convert_to(type, 'UTF8'), '\xffffffff')
    || coalesce(int4send(octet_length(convert_to(mt_dotnet_type, 'UTF8'))) || convert_to(mt_dotnet_type, 'UTF8'), '\xffffffff')
    || coalesce(int4send(octet_length(convert_to(tenant_id, 'UTF8'))) || convert_to(tenant_id, 'UTF8'), '\xffffffff')
    || coalesce('\x00000008' || public.negotiations_microseconds("timestamp"), '\xffffffff')
    || case when is_archived then '\x0000000101' when not is_archived then '\x0000000100' else '\xffffffff' end::bytea
    || coalesce(int4send(octet_length(commitment)) || commitment, '\xffffffff'));
end
$$;

-- The next link of a chain, and the running chain over rows in their order: so one statement links any number of them.
create or replace function public.negotiations_next_link(
  state bytea, previous bytea, "position" bigint, recorded_at timestamptz, seq_id bigint, id uuid, stream_id varchar, version bigint,
  type varchar, mt_dotnet_type varchar, tenant_id varchar, "timestamp" timestamptz, is_archived boolean, commitment bytea)
returns bytea
language plpgsql stable parallel safe
as $$
begin
  return public.negotiations_link(
    coalesce(state, previous), "position", recorded_at, seq_id, id, stream_id, version, type, mt_dotnet_type, tenant_id, "timestamp",
    is_archived, commitment);
end
$$;

create or replace aggregate public.negotiations_chain(
  previous bytea, "position" bigint, recorded_at timestamptz, seq_id bigint, id uuid, stream_id varchar, version bigint,
  type varchar, mt_dotnet_type varchar, tenant_id varchar, "timestamp" timestamptz, is_archived boolean, commitment bytea)
  (sfunc = public.negotiations_next_link, stype = bytea);

-- Gives events their positions, in the order of their numbers, unless they have one or are gone. Returns how many got one.
--
-- The lock is taken before anything is read, and a transaction keeps it until its commit is visible to others. So the
-- last row that is read here really is the last one, positions are in the order of commits, a rollback leaves no gap,
-- and whoever sees a position sees all those below it.
--
-- The events are read again instead of being passed on: what counts is each row as its transaction leaves it. They are few
-- beside all that is stored, which a plan that is kept for the next commit cannot know: it would read both tables whole.
-- Literals of bytes are read as they are written here, whatever the session of whoever appends has set. Compiling it
-- would take a hundred times as long as running it.
create or replace function public.negotiations_give_positions(events bigint[]) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp set standard_conforming_strings = on
set jit = off set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  last  record;
  at    timestamptz;
  found_events bigint;
  given bigint;
begin
  perform pg_advisory_xact_lock(public.negotiations_record_lock());

  select r.position, r.recorded_at, r.link into last
    from public.negotiations_record r order by r.position desc limit 1;

  -- From an older snapshot the floor would be read as it was; locking its row reports a serialization failure (40001)
  -- when it has been raised since. Read committed sees the floor as it is and needs no lock.
  if current_setting('transaction_isolation') <> 'read committed' then
    perform from public.negotiations_clock where only_row for share;
  end if;

  select greatest(clock_timestamp(), last.recorded_at, c.floor + interval '1 microsecond') into strict at
    from public.negotiations_clock c where c.only_row;

  -- Under read committed the conflict cannot arise. Under repeatable read the last row may be hidden from the
  -- transaction; "on conflict" then reports a serialization failure (40001), which such a writer knows how to retry.
  with added as materialized (
    select m.seq_id, m.id, m.stream_id, m.version, m.type, m.mt_dotnet_type, m.tenant_id, m.timestamp, m.is_archived, m.data,
           coalesce(last.position, 0) + row_number() over (order by m.seq_id) as position,
           uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) as salt
      from public.mt_events m
     where m.seq_id = any (events)
       and not exists (select from public.negotiations_record r where r.seq_id = m.seq_id)),
  committed as materialized (
    select a.*, sha256(a.salt || convert_to(a.data::text, 'UTF8')) as commitment from added a),
  recorded as (
    insert into public.negotiations_record (position, seq_id, event_id, recorded_at, salt, commitment, link)
    select c.position, c.seq_id, c.id, at, c.salt, c.commitment,
           public.negotiations_chain(
             coalesce(last.link, decode(repeat('00', 32), 'hex')), c.position, at, c.seq_id, c.id, c.stream_id, c.version, c.type,
             c.mt_dotnet_type, c.tenant_id, c.timestamp, c.is_archived, c.commitment)
             over (order by c.position rows unbounded preceding)
      from committed c order by c.position
    on conflict (position) do nothing
    returning position)
  select (select count(*) from added), (select count(*) from recorded) into found_events, given;
  if given < found_events then
    raise exception 'no positions were given: position % is taken, so something else has written to negotiations_record', coalesce(last.position, 0) + 1;
  end if;
  return given;
end
$$;

-- The same for all events from a number on that have none.
create or replace function public.negotiations_give_positions_from(first bigint) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
set jit = off set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
begin
  return public.negotiations_give_positions(array(
    select m.seq_id from public.mt_events m
     where m.seq_id >= first and not exists (select from public.negotiations_record r where r.seq_id = m.seq_id)));
end
$$;

-- Called at the commit for each row that was inserted. The first call gives all rows of the transaction their positions, those
-- of its savepoints too; the others find that done. A row that is visible here and has no position is the transaction's own:
-- the others got theirs when they were committed. A row with a lower number comes by its own call.
create or replace function public.negotiations_on_event() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not exists (select from public.negotiations_record r where r.seq_id = new.seq_id) then
    perform public.negotiations_give_positions_from(new.seq_id);
  end if;
  return null;
end
$$;

-- Gives their positions to events that were committed while the trigger was missing or disabled; returns how many there were.
create or replace function public.negotiations_settle() returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(public.negotiations_record_lock());
  return public.negotiations_give_positions(array(
    select m.seq_id from public.mt_events m
     where not exists (select from public.negotiations_record r where r.seq_id = m.seq_id)));
end
$$;

-- A question about a time raises the floor of the record clock: never beyond the present, and never back. So nobody who
-- only asks can set the time that later rows get.
create or replace function public.negotiations_raise_floor("time" timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(public.negotiations_record_lock());
  update public.negotiations_clock c set floor = least("time", clock_timestamp()) where c.floor < least("time", clock_timestamp());
end
$$;

-- Key of the advisory lock between whoever stores what is computed of events, and whoever erases an event ("NEGODERI").
create or replace function public.negotiations_derived_lock() returns bigint
language sql stable parallel safe
as $$ select 5639992514124796489 $$;

-- The negotiation of a stream; null for a stream of another kind.
create or replace function public.negotiations_of_stream(stream varchar) returns varchar
language sql immutable parallel safe
as $$
  select case when starts_with(stream, 'negotiation/') then substr(stream, length('negotiation/') + 1)
              when starts_with(stream, 'article/') then split_part(stream, '/', 2) end
$$;

-- For the trigger on the makings of facts: whoever deletes one deletes all it holds.
create or replace function public.negotiations_on_forgotten() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  delete from public.negotiations_fact_revisions f using gone where f.build = gone.id;
  delete from public.negotiations_fact_pages f using gone where f.build = gone.id;
  delete from public.negotiations_fact_stretches f using gone where f.build = gone.id;
  delete from public.negotiations_fact_claims f using gone where f.build = gone.id;
  delete from public.negotiations_fact_orders f using gone where f.build = gone.id;
  delete from public.negotiations_fact_sources f using gone where f.build = gone.id;
  delete from public.negotiations_fact_tallies f using gone where f.build = gone.id;
  delete from public.negotiations_fact_counts f using gone where f.build = gone.id;
  delete from public.negotiations_fact_vague_acts f using gone where f.build = gone.id;
  delete from public.negotiations_fact_assumed f using gone where f.build = gone.id;
  return null;
end
$$;

-- Deletes what is computed of the negotiation of a stream: the facts that are kept ready, and the documents that Marten keeps,
-- where it does. They are made again by whoever needs them.
create or replace function public.negotiations_forget(stream varchar) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(public.negotiations_derived_lock());
  if to_regclass('public.negotiations_fact_builds') is not null then
    delete from public.negotiations_fact_builds b where b.negotiation = public.negotiations_of_stream(stream);
  end if;
  if to_regclass('public.mt_doc_article_stream') is not null then
    delete from public.mt_doc_article_stream d where d.id = stream;
  end if;
end
$$;

-- Erases what an event says, and appends an event that says so (docs/erasure.md). It is the only way there is: the
-- program's role may neither call it nor change what it changes. What is computed of the event is deleted with it.
--
-- The row of the stream is locked first, as by everybody who appends to it. An erasure that somebody has undone is made
-- again, in whole or in what is left to do, under an identifier of its own.
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
    from public.mt_events m join public.negotiations_record r on r.seq_id = m.seq_id where r.event_id = event and m.id = event;
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

  perform public.negotiations_forget(e.stream_id);
end
$$;

-- Who may not erase may not say either that something was erased; and who may says it only of what is erased. It runs with
-- the rights of whoever inserts.
create or replace function public.negotiations_on_erasure() returns trigger
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

-- Who may do what: docs/hash-chain.md.
revoke execute on function public.negotiations_give_positions(bigint[]) from public;
revoke execute on function public.negotiations_give_positions_from(bigint) from public;
revoke execute on function public.negotiations_settle() from public;
revoke execute on function public.negotiations_raise_floor(timestamptz) from public;
revoke execute on function public.negotiations_forget(varchar) from public;
revoke execute on function public.negotiations_erase(uuid, uuid, jsonb, varchar) from public;
