-- Departments name their files in Chinese; a table's name may be as it is at the source.
alter table catalogue.resource drop constraint resource_id_check;
alter table catalogue.resource add constraint resource_id_check
    check (id ~ '^[a-z][a-z0-9_]*\.[A-Za-z0-9_.$\u4e00-\u9fff-]+$');
