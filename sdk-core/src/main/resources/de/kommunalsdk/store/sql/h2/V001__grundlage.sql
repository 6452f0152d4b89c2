create table if not exists ozg_antrag (
  mandant_id varchar(40) not null,
  antrag_id varchar(22) not null,
  dienst_id varchar(60) not null,
  dienst_version varchar(40) not null,
  status varchar(20) not null,
  stand bigint not null,
  angelegt_am bigint not null,
  lebensdauer_s bigint not null,
  laeuft_ab bigint not null,
  inhalt varbinary(1048576) not null,
  code_hash varchar(43),
  einreichschluessel varchar(43),
  vorgangsnummer varchar(40),
  eingegangen_am bigint,
  inhalt_sha256 varchar(64),
  loeschen_ab bigint,
  primary key (mandant_id, antrag_id)
);
create unique index if not exists ozg_antrag_code on ozg_antrag (mandant_id, code_hash);
create unique index if not exists ozg_antrag_einreichschluessel on ozg_antrag (mandant_id, einreichschluessel);
create unique index if not exists ozg_antrag_vorgangsnummer on ozg_antrag (mandant_id, vorgangsnummer);
create index if not exists ozg_antrag_ablauf on ozg_antrag (status, laeuft_ab);
create index if not exists ozg_antrag_loeschen on ozg_antrag (loeschen_ab);
create table if not exists ozg_anlage (
  mandant_id varchar(40) not null,
  antrag_id varchar(22) not null,
  anlage_id varchar(22) not null,
  angelegt_am bigint not null,
  rang integer not null,
  dateiname varbinary(1048576) not null,
  medientyp varchar(100) not null,
  groesse bigint not null,
  sha256 varchar(64) not null,
  stuecke integer not null,
  primary key (mandant_id, antrag_id, anlage_id)
);
create table if not exists ozg_anlage_stueck (
  mandant_id varchar(40) not null,
  antrag_id varchar(22) not null,
  anlage_id varchar(22) not null,
  nummer integer not null,
  geschrieben_am bigint not null,
  inhalt varbinary(1048576) not null,
  primary key (mandant_id, antrag_id, anlage_id, nummer)
);
create index if not exists ozg_anlage_stueck_alter on ozg_anlage_stueck (geschrieben_am, mandant_id, antrag_id,
  anlage_id);
create table if not exists ozg_auftrag (
  id varchar(22) not null primary key,
  mandant_id varchar(40) not null,
  antrag_id varchar(22) not null,
  art varchar(30) not null,
  weg varchar(60) not null,
  zustand varchar(12) not null,
  versuche integer not null,
  faellig_am bigint not null,
  geliehen_bis bigint not null,
  seit bigint not null,
  code varchar(40) not null,
  detail varchar(500) not null,
  beleg varchar(500) not null
);
create index if not exists ozg_auftrag_faellig on ozg_auftrag (zustand, faellig_am);
create index if not exists ozg_auftrag_antrag on ozg_auftrag (mandant_id, antrag_id);
create table if not exists ozg_protokoll (
  nummer bigint generated always as identity primary key,
  zeit bigint not null,
  mandant_id varchar(40) not null,
  antrag_id varchar(22),
  ereignis varchar(60) not null,
  handelnder varchar(100) not null
);
create index if not exists ozg_protokoll_antrag on ozg_protokoll (mandant_id, antrag_id);
create table if not exists ozg_anfragegrenze (
  schluessel varchar(43) not null primary key,
  beginn bigint not null,
  bis bigint not null,
  anzahl integer not null
);
create index if not exists ozg_anfragegrenze_bis on ozg_anfragegrenze (bis);
create table if not exists ozg_weckruf (
  task_name varchar(100) not null,
  task_instance varchar(100) not null,
  task_data varbinary(1048576),
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by varchar(50),
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures integer,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
