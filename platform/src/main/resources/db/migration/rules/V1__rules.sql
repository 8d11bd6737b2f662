-- Candidates that wait for a decision: coalesced by subject and period, removed only when decided.
create table rules.candidate (
    scene         text        not null,
    rule          text        not null,
    subject_kind  text        not null,
    subject       text        not null,
    period        text        not null,
    positions     jsonb       not null,
    receipts      jsonb       not null,
    source_time   timestamptz,
    emitted_at    timestamptz,
    revision      bigint      not null default 1,
    attempts      int         not null default 0,
    last_error    text,
    claimed_until timestamptz,
    next_at       timestamptz not null default clock_timestamp(),
    first_seen    timestamptz not null default clock_timestamp(),
    primary key (scene, rule, subject, period)
);
create index candidate_due on rules.candidate (next_at, first_seen);

-- Of two sets of positions the later of each lane.
create function rules.later_positions(a jsonb, b jsonb) returns jsonb language sql immutable as $$
    select coalesce(jsonb_object_agg(lane, reached), '{}'::jsonb) from (
        select lane, max(reached::bigint) as reached
        from (select * from jsonb_each_text(a) union all select * from jsonb_each_text(b)) as both_sides (lane, reached)
        group by lane) as later
$$;

create table rules.decision (
    id           text        primary key,
    scene        text        not null,
    version      text        not null,
    rule         text        not null,
    rule_version text        not null,
    subject_kind text        not null,
    subject      text        not null,
    period       text        not null,
    outcome      text        not null,
    city_day     date        not null,
    facts        jsonb       not null,
    explained    jsonb       not null,
    positions    jsonb       not null default '{}',
    receipts     jsonb       not null default '[]',
    answers      jsonb       not null default '{}',
    digest       text        not null,
    replaces     text references rules.decision (id),
    case_id      text,
    decided_at   timestamptz not null default clock_timestamp(),
    source_time  timestamptz,
    node         text        not null
);
comment on column rules.decision.facts is 'every row looked at, with its receipt: enough to decide again for another day';
comment on column rules.decision.explained is 'sentence, lines, inputs and parameters as shown to people';
create index decision_subject on rules.decision (scene, subject, period, decided_at);

-- The outcome that stands for a subject and period. Written by every evaluation, so that two
-- evaluations of one subject that overlap cannot both commit: the later one is repeated.
create table rules.standing (
    scene       text        not null,
    subject     text        not null,
    period      text        not null,
    rule        text        not null,
    outcome     text        not null,
    decision    text,
    evaluations bigint      not null default 1,
    decided_at  timestamptz not null default clock_timestamp(),
    primary key (scene, subject, period, rule)
);
