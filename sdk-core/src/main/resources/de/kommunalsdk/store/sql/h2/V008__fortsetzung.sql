alter table ozg_antrag add column if not exists code_browser varchar(43);
alter table ozg_antrag add column if not exists code_bis bigint;
