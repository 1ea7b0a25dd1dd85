-- The tables of Marten 9, exactly: names of constraints, indexes and the sequence are part of the layout, and Marten's
-- own migration drops every column and index on an mt_ table that it does not know.

create table public.mt_streams (
  id          varchar     not null,
  type        varchar,
  version     bigint,
  timestamp   timestamptz not null default now(),
  created     timestamptz not null default now(),
  tenant_id   varchar     default '*DEFAULT*',
  is_archived boolean     default false,
  constraint pkey_mt_streams_id primary key (id)
);

create table public.mt_events (
  seq_id         bigint,
  id             uuid         not null,
  stream_id      varchar      not null,
  version        bigint       not null,
  data           jsonb        not null,
  bdata          bytea,
  type           varchar(500) not null,
  timestamp      timestamptz  not null,
  tenant_id      varchar      default '*DEFAULT*',
  mt_dotnet_type varchar,
  is_archived    boolean      default false,
  constraint pkey_mt_events_seq_id primary key (seq_id),
  constraint fkey_mt_events_stream_id foreign key (stream_id) references public.mt_streams (id) on delete cascade
);

create unique index pk_mt_events_stream_and_version on public.mt_events (stream_id, version);

create sequence public.mt_events_sequence owned by public.mt_events.seq_id;

create table public.mt_event_progression (
  name         varchar,
  last_seq_id  bigint,
  last_updated timestamptz default transaction_timestamp(),
  constraint pk_mt_event_progression primary key (name)
);
