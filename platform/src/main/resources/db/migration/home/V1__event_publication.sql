-- Spring Modulith's register of events that a listener has not finished yet.
create table home.event_publication (
    id uuid primary key,
    listener_id text not null,
    event_type text not null,
    serialized_event text not null,
    publication_date timestamptz not null,
    completion_date timestamptz,
    status text,
    completion_attempts int,
    last_resubmission_date timestamptz
);
create index event_publication_serialized on home.event_publication using hash (serialized_event);
create index event_publication_completed on home.event_publication (completion_date);
