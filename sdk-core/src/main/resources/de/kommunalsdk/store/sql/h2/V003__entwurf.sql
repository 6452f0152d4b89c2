alter table ozg_antrag add column if not exists konto_hash varchar(43);
create index if not exists ozg_antrag_konto on ozg_antrag (mandant_id, konto_hash);
create table if not exists ozg_entwurfsadresse (
  mandant_id varchar(40) not null,
  antrag_id varchar(22) not null,
  adresse varbinary(1048576) not null,
  sprache varchar(8) not null,
  vorlauf_ms bigint not null,
  erinnert_fuer bigint not null,
  primary key (mandant_id, antrag_id)
);
create table if not exists ozg_nachricht (
  mandant_id varchar(40) not null,
  antrag_id varchar(22) not null,
  auftrag_id varchar(22) not null,
  inhalt varbinary(1048576) not null,
  primary key (mandant_id, antrag_id, auftrag_id)
);
