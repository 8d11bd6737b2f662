-- one open correction a value wanted of a field: of such as were asked at the same instant the earliest stays open
update registry.correction later set state = 'ANSWERED', answer = '重复的校核 · asked twice', closed_at = clock_timestamp()
where closed_at is null and exists (
    select from registry.correction earlier
    where earlier.entity = later.entity and earlier.field = later.field and earlier.wanted = later.wanted
      and earlier.closed_at is null and (earlier.asked_at, earlier.id) < (later.asked_at, later.id));

create unique index correction_once on registry.correction (entity, field, wanted) where closed_at is null;
