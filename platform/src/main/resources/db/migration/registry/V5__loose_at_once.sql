-- A pending list is read from end to end by every question; resolve asks with thousands of blocks at a time, so that
-- a full list cost thirty times what the index itself does.
alter index registry.record_loose set (fastupdate = off);
select gin_clean_pending_list('registry.record_loose');
