create table if not exists ozg_kurzablage (
  mandant_id varchar(40) not null,
  art varchar(20) not null,
  schluessel varchar(64) not null,
  inhalt bytea not null,
  bis bigint not null,
  primary key (mandant_id, art, schluessel)
);
create index if not exists ozg_kurzablage_bis on ozg_kurzablage (bis);
