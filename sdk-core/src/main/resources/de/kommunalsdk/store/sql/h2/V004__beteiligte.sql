create table if not exists ozg_weitergabe (
  mandant_id varchar(40) not null,
  antrag_id varchar(22) not null,
  runde integer not null,
  zustand varchar(16) not null,
  stand bigint not null,
  begonnen_am bigint not null,
  laeuft_ab bigint not null,
  faellig_am bigint not null,
  inhalt varbinary(1048576) not null,
  primary key (mandant_id, antrag_id)
);
create index if not exists ozg_weitergabe_faellig on ozg_weitergabe (zustand, faellig_am);
create table if not exists ozg_beteiligung (
  mandant_id varchar(40) not null,
  beteiligung_id varchar(22) not null,
  antrag_id varchar(22) not null,
  runde integer not null,
  rang integer not null,
  rolle varchar(40) not null,
  zustand varchar(16) not null,
  link integer not null,
  link_hash varchar(43) not null,
  geoeffnet_am bigint not null,
  fassung bigint not null,
  entschieden_am bigint not null,
  niveau varchar(20) not null,
  gesehen_sha256 varchar(64) not null,
  inhalt varbinary(1048576) not null,
  primary key (mandant_id, beteiligung_id)
);
create index if not exists ozg_beteiligung_antrag on ozg_beteiligung (mandant_id, antrag_id);
create unique index if not exists ozg_beteiligung_link on ozg_beteiligung (mandant_id, link_hash);
