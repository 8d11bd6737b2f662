-- 消息: what waits to be sent after its transaction, and how far each listener has read.
create table topics.outbox (
    id bigserial primary key,
    topic text not null,
    key text not null,
    value bytea,
    created_at timestamptz not null default clock_timestamp()
);

create table topics.position (
    listener text not null,
    topic text not null,
    partition int not null,
    next_offset bigint not null,
    updated_at timestamptz not null default clock_timestamp(),
    primary key (listener, topic, partition)
);
