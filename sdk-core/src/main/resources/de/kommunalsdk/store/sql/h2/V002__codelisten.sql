create table if not exists ozg_codeliste (
  urn varchar(400) not null,
  version varchar(100) not null,
  stand integer not null,
  sha256 varchar(64) not null,
  groesse bigint not null,
  installiert_am bigint not null,
  installiert_von varchar(100) not null,
  inhalt binary large object not null,
  primary key (urn, version, stand)
);
