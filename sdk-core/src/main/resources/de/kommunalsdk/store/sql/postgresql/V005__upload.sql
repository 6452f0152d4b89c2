alter table ozg_anlage add column if not exists zustand varchar(12) default 'FREI' not null;
alter table ozg_anlage add column if not exists pruefungen integer default 0 not null;
alter table ozg_anlage add column if not exists pruefen_ab bigint default 0 not null;
create index if not exists ozg_anlage_quarantaene on ozg_anlage (zustand, pruefen_ab);
