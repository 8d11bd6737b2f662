create table alert.alert (
    id           text        primary key,
    scene        text        not null,
    kind         text        not null,
    subject      text        not null,
    period       text        not null,
    level        text        not null,
    title        jsonb       not null,
    detail       jsonb       not null,
    place        text        not null,
    state        text        not null check (state in ('RAISED', 'WITHDRAWN')),
    decision     text        not null,
    withdrawn_by text,
    raised_at    timestamptz not null default clock_timestamp(),
    raised_city  timestamptz not null,
    withdrawn_at timestamptz,
    node         text        not null
);
create unique index alert_once on alert.alert (scene, kind, subject, period) where state = 'RAISED';
create index alert_newest on alert.alert (raised_at desc);
