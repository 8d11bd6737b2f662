-- 订阅交付: which department receives which rows of another's resource, and what became of every batch of it.
create table subscription.run (
    id text primary key,
    title_zh text not null,
    title_en text not null,
    started_by text not null,
    started_at timestamptz not null default clock_timestamp()
);

create table subscription.subscription (
    id text primary key,
    consumer text not null,
    resource text not null,
    fields text[] not null,
    filter text not null,
    table_name text not null,
    purpose text not null,
    legal_basis text not null,
    run text references subscription.run (id),
    state text not null
        check (state in ('REQUESTED', 'REFUSED', 'LAYING', 'FLOWING', 'PAUSED', 'HELD', 'ENDED')),
    hold_code text not null default '',
    hold_reason text not null default '',
    requested_by text not null,
    requested_at timestamptz not null default clock_timestamp(),
    decided_by text,
    decided_at timestamptz,
    decision_basis text not null default '',
    -- our side: the laying, its last planned sequence, and by source lane the last source batch worked through
    laid_fields jsonb not null default '[]',
    lane int not null default 0,
    sequence bigint not null default 0,
    positions jsonb not null default '{}',
    sent_upserts bigint not null default 0,
    sent_deletes bigint not null default 0,
    compare_wanted boolean not null default false,
    -- the consumer's side, from its signed receipts
    applied_sequence bigint not null default 0,
    applied_upserts bigint not null default 0,
    applied_deletes bigint not null default 0,
    table_rows bigint not null default 0,
    applied_at timestamptz,
    source_time timestamptz,
    -- the last comparison of both sides
    our_rows bigint,
    our_checksum text,
    their_rows bigint,
    their_checksum text,
    compared_at timestamptz
);
create index subscription_by_resource on subscription.subscription (resource);
create index subscription_by_consumer on subscription.subscription (consumer);
create unique index subscription_table on subscription.subscription (consumer, table_name) where state not in ('REFUSED', 'ENDED');

create table subscription.batch (
    subscription text not null references subscription.subscription (id),
    lane int not null,
    sequence bigint not null,
    kind text not null check (kind in ('LAY', 'ROWS', 'RECONCILE', 'END')),
    upserts int not null,
    deletes int not null,
    root text not null,
    rows bigint not null default 0,
    checksum text not null default '',
    source_lane int not null default 0,
    source_sequence bigint not null default 0,
    source_time timestamptz,
    planned_at timestamptz not null default clock_timestamp(),
    verdict text,
    reason text not null default '',
    applied_at timestamptz,
    topic_offset bigint,
    receipt text,
    primary key (subscription, lane, sequence)
);

create table subscription.outgoing (
    id bigserial primary key,
    topic text not null,
    subscription text not null,
    lane int not null,
    value bytea not null
);
-- the batches are compressed text already sealed: compressing them again only costs time
alter table subscription.outgoing alter column value set storage external;

create table subscription.finding (
    id bigserial primary key,
    subscription text not null references subscription.subscription (id),
    code text not null,
    place text not null,
    reason text not null,
    found_at timestamptz not null default clock_timestamp(),
    mended_at timestamptz,
    mended_by text
);
create index finding_of_subscription on subscription.finding (subscription, found_at desc);
