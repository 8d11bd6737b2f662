create schema if not exists exchange;
create schema if not exists pool;
create table exchange.batch(resource text, lane int, sequence bigint, node text, fingerprint bigint, root bytea, signature bytea, header bytea, row_count int, good_rows int, bad_rows int, verdict text, reason text, closed_at timestamptz, source_time timestamptz, received_at timestamptz default clock_timestamp(), kafka_partition int, kafka_offset bigint, kafka_topic text, primary key(resource,lane,sequence));
create table exchange.lane(resource text, lane int, sequence bigint, row_total bigint, bad_total bigint, state text, reason text, updated_at timestamptz, primary key(resource,lane));
create table exchange.finding(id bigserial primary key, resource text, lane int, sequence bigint, row_no int, row_key_masked text, field text, code text, severity text, args jsonb, excerpt text, found_at timestamptz default clock_timestamp(), state text default 'OPEN', unique(resource,lane,sequence,row_no,field,code));
create table pool.fact(resource text, key text, fields jsonb, lookups text[], deleted boolean default false, lane int, sequence bigint, row_no int, op text, source_time timestamptz, known_time timestamptz, valid_from date, primary key(resource,key));
create index fact_lookups on pool.fact using gin(lookups) with (fastupdate=off);
