alter table ozg_antrag add column if not exists code_browser varchar(43);
alter table ozg_antrag add column if not exists code_bis bigint;
alter table ozg_beteiligung add column if not exists geoeffnet_von varchar(43);
