-- The facts that are kept ready (docs/kept-facts.md). All of it follows from the events and can be made anew, so nothing of the
-- record hangs on it. Each statement does nothing where its object is there already.

-- A making of the facts of one negotiation: how far it has come, and by which rules. Questions read the one that is ready.
create table if not exists public.negotiations_fact_builds (
  id          bigint  generated always as identity,
  negotiation varchar not null,
  rules       int     not null,
  position    bigint  not null default 0,
  is_ready    boolean not null default false,
  constraint negotiations_fact_builds_pkey primary key (id)
);

create unique index if not exists negotiations_fact_builds_ready
  on public.negotiations_fact_builds (negotiation) where is_ready;

-- Which report (by its position) tells of which act, and asserts or denies which fact by it, at any time known. The key is
-- empty where it asserts and denies nothing.
create table if not exists public.negotiations_fact_claims (
  build    bigint  not null,
  act      varchar not null collate "C",
  key      varchar not null collate "C",
  position bigint  not null,
  article  varchar not null collate "C",
  constraint negotiations_fact_claims_pkey primary key (build, act, key, position)
);

create index if not exists negotiations_fact_claims_key on public.negotiations_fact_claims (build, key, act);

-- The acts that texts put in order.
create table if not exists public.negotiations_fact_orders (
  build   bigint  not null,
  earlier varchar not null collate "C",
  later   varchar not null collate "C",
  constraint negotiations_fact_orders_pkey primary key (build, earlier, later)
);

create index if not exists negotiations_fact_orders_later on public.negotiations_fact_orders (build, later, earlier);

-- The events of an article beside its reports: versions, corrections, links with the article at the other end, what was erased.
create table if not exists public.negotiations_fact_sources (
  build    bigint  not null,
  article  varchar not null collate "C",
  position bigint  not null,
  other    varchar collate "C",
  constraint negotiations_fact_sources_pkey primary key (build, article, position)
);

-- What each event made of the facts: from its position on, over a stretch of the known clock (in 100 nanoseconds since 1970)
-- and of the happened clock (in days since 1970), the fact is this one, or is not there. Rows are only added.
create table if not exists public.negotiations_fact_revisions (
  build         bigint  not null,
  round         varchar not null collate "C",
  stretch       bigint  not null,
  position      bigint  not null,
  key           varchar not null collate "C",
  known_from    bigint  not null,
  known_until   bigint  not null,
  happened_from int     not null,
  happened_last int     not null,
  fact          bytea
);

create index if not exists negotiations_fact_revisions_stretch
  on public.negotiations_fact_revisions (build, round, stretch, position);

-- The facts of a round at a position, for each bound of a stretch of the known clock; those for questions without a bound on
-- the happened clock apart from the others. Rows are only added.
create table if not exists public.negotiations_fact_pages (
  build       bigint  not null,
  round       varchar not null collate "C",
  known_from  bigint  not null,
  position    bigint  not null,
  known_until bigint  not null,
  facts       bytea   not null,
  earlier     bytea   not null,
  constraint negotiations_fact_pages_pkey primary key (build, round, known_from, position)
);

-- To unpack a page would take longer than to read what packing saves.
alter table public.negotiations_fact_pages alter column facts set storage external, alter column earlier set storage external;

-- The server's statistics of these columns would hold samples of what an erasure deletes, and no plan hangs on them.
alter table public.negotiations_fact_pages alter column facts set statistics 0, alter column earlier set statistics 0;
alter table public.negotiations_fact_revisions alter column fact set statistics 0;

-- The stretches into which the known clock of a round is cut now, and how much was laid over the last page of each.
create table if not exists public.negotiations_fact_stretches (
  build       bigint  not null,
  round       varchar not null collate "C",
  known_from  bigint  not null,
  known_until bigint  not null,
  position    bigint  not null default 0,
  entries     int     not null default 0,
  revisions   int     not null default 0,
  constraint negotiations_fact_stretches_pkey primary key (build, round, known_from)
);

create index if not exists negotiations_fact_stretches_first
  on public.negotiations_fact_stretches (build, round) where known_from = '-9223372036854775808'::bigint;

-- With a making goes all it holds.
create or replace trigger negotiations_forgotten after delete on public.negotiations_fact_builds
  referencing old table as gone for each statement execute function public.negotiations_on_forgotten();

-- By how much what answers count changes from a bound on the known clock on, event by event; "batch" is the last position that
-- was taken in together with it.
create table if not exists public.negotiations_fact_tallies (
  build       bigint not null,
  batch       bigint not null,
  position    bigint not null,
  known       bigint not null,
  reports     int    not null,
  articles    int    not null,
  corrections int    not null,
  erased      int    not null
);

create index if not exists negotiations_fact_tallies_batch on public.negotiations_fact_tallies (build, batch, position);
create index if not exists negotiations_fact_tallies_known on public.negotiations_fact_tallies (build, known);

-- The sums of these over stretches of the known clock of three lengths (2 to the power of 48, 43 and 38 in 100 nanoseconds:
-- most of a year, ten days, eight hours), each as of the end of a batch. So a count is the sum of few rows.
create table if not exists public.negotiations_fact_counts (
  build       bigint not null,
  width       int    not null,
  bucket      bigint not null,
  position    bigint not null,
  reports     int    not null,
  articles    int    not null,
  corrections int    not null,
  constraint negotiations_fact_counts_pkey primary key (build, width, bucket, position)
);

-- The acts that are not dated to a day, over stretches of the known and of the record clock.
create table if not exists public.negotiations_fact_vague_acts (
  build          bigint  not null,
  act            varchar not null collate "C",
  known_from     bigint  not null,
  known_until    bigint  not null,
  position_from  bigint  not null,
  position_until bigint  not null default 9223372036854775807,
  earliest       int     not null,
  latest         int     not null
);

create index if not exists negotiations_fact_vague_acts_act on public.negotiations_fact_vague_acts (build, act);
create index if not exists negotiations_fact_vague_acts_days
  on public.negotiations_fact_vague_acts using gist (int4range(earliest, latest));

-- The times of publication that are assumed, over stretches of the known and of the record clock.
create table if not exists public.negotiations_fact_assumed (
  build          bigint  not null,
  article        varchar not null collate "C",
  published      text    not null,
  published_at   bigint  not null,
  earliest       bigint  not null,
  known_from     bigint  not null,
  known_until    bigint  not null,
  position_from  bigint  not null,
  position_until bigint  not null default 9223372036854775807
);

create index if not exists negotiations_fact_assumed_article on public.negotiations_fact_assumed (build, article);
create index if not exists negotiations_fact_assumed_known on public.negotiations_fact_assumed (build, known_from);
create index if not exists negotiations_fact_assumed_earliest
  on public.negotiations_fact_assumed using gist (int8range(earliest, published_at));
