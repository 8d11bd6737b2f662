-- What each rule stood on when its subjects were last looked at: its own version and the values in force that day.
create table rules.ground (
    scene    text        not null,
    rule     text        not null,
    ground   text        not null,
    since    timestamptz not null default clock_timestamp(),
    primary key (scene, rule)
);
comment on table rules.ground is 'a ground that changes sends every standing subject of the rule to be looked at again';
