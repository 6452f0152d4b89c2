create table if not exists ozg_anmeldung (
  mandant_id varchar(40) not null,
  antrag_id varchar(22) not null,
  bericht varbinary(1048576) not null,
  postfach varbinary(1048576) not null,
  primary key (mandant_id, antrag_id)
);
