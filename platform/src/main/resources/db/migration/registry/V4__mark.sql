-- what the city notes about a record beside what its source says: a record under objection, one withheld after its repair
create table registry.mark (
    entity text        not null,
    mark   text        not null check (mark in ('DISPUTED', 'WITHHELD')),
    cause  text        not null,
    since  timestamptz not null default clock_timestamp(),
    primary key (entity, mark)
);
comment on table registry.mark is '记录标注 what is noted about a record: under objection, withheld';
