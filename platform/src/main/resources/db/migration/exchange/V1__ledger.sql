-- 交换: batches, lanes and findings. Written by the intake job on behalf of room exchange (ADR); the room reads them
-- and changes only a finding's state.
create table exchange.batch (
    resource text not null,
    lane int not null,
    sequence bigint not null,
    node text not null,
    fingerprint bigint not null,
    root bytea not null,
    signature bytea not null,
    header bytea not null,
    row_count int not null,
    good_rows int not null,
    bad_rows int not null,
    verdict text not null,
    reason text not null,
    closed_at timestamptz,
    source_time timestamptz,
    received_at timestamptz not null default clock_timestamp(),
    kafka_partition int not null,
    kafka_offset bigint not null,
    kafka_topic text not null,
    primary key (resource, lane, sequence)
);
create index batch_by_arrival on exchange.batch (resource, received_at desc);

create table exchange.lane (
    resource text not null,
    lane int not null,
    sequence bigint not null,
    row_total bigint not null,
    bad_total bigint not null,
    state text not null check (state in ('FLOWING', 'HELD', 'PARKED')),
    reason text not null,
    updated_at timestamptz not null,
    primary key (resource, lane)
);

-- args holds message_zh, message_en, advice_zh, advice_en and the values named in them. A finding about a file or a source has lane -1 and a place; its sequence is the offset of the gateway's report.
create table exchange.finding (
    id bigserial primary key,
    resource text not null,
    lane int not null,
    sequence bigint not null,
    row_no int not null,
    row_key_masked text,
    field text not null,
    code text not null,
    severity text not null,
    args jsonb,
    excerpt text,
    found_at timestamptz not null default clock_timestamp(),
    state text not null default 'OPEN' check (state in ('OPEN', 'SENT_BACK', 'MENDED', 'ACCEPTED')),
    place text not null default '',
    unique (resource, lane, sequence, row_no, field, code)
);
create index finding_open on exchange.finding (resource, found_at desc) where state = 'OPEN';
create index finding_by_time on exchange.finding (found_at desc);
