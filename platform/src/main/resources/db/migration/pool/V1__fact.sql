-- 事实: current rows of the fields that active needs name. Written by the intake job on behalf of room pool (ADR).
create table pool.fact (
    resource text not null,
    key text not null,
    fields jsonb not null,
    lookups text[],
    deleted boolean not null default false,
    lane int not null,
    sequence bigint not null,
    row_no int not null,
    op text not null,
    source_time timestamptz,
    known_time timestamptz not null,
    valid_from date,
    primary key (resource, key)
);
-- a pending list would make a lookup slow just when many facts arrive
create index fact_by_lookup on pool.fact using gin (lookups) with (fastupdate = off);
