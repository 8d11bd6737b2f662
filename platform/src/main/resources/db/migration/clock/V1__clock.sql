-- 城市时钟: one stored, monotonic clock. City times handed out never pass the ceiling that is stored here.
create table clock.state (
    id int primary key check (id = 1),
    ceiling timestamptz not null,
    speed double precision not null check (speed > 0),
    changed_at timestamptz not null default clock_timestamp()
);
