-- The desk joins other rooms for one reader; its own table is only what the phone sent.
create table desk.sync (
    client_id text        primary key,
    login     text        not null,
    task_id   text        not null,
    verdict   text        not null,
    detail    text,
    done_at   timestamptz,
    position  jsonb,
    synced_at timestamptz not null default clock_timestamp()
);
