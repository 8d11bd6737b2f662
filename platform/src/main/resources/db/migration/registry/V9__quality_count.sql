-- Counting the records of a large source takes long: the counts are kept with their moment.
create table registry.quality_count (
    resource    text primary key,
    counts      jsonb       not null,
    counted_at  timestamptz not null,
    took_millis bigint      not null
);
comment on table registry.quality_count is '来源质量统计 counts of each source''s records, with the moment they are of';
