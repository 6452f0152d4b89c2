create table if not exists ozg_anmeldung (
  mandant_id varchar(40) not null,
  antrag_id varchar(22) not null,
  bericht bytea not null,
  postfach bytea not null,
  primary key (mandant_id, antrag_id)
);
