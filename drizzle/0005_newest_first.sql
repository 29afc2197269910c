-- An index that lists empty values last does not serve an order that, as usual for a falling one, lists them first: every top of a
-- list was the sorting of all its rows. Where nothing can be empty the two are the same, but the planner does not look.
DROP INDEX "audit_logs_tenant_action_index";--> statement-breakpoint
DROP INDEX "audit_logs_tenant_actor_index";--> statement-breakpoint
DROP INDEX "audit_logs_tenant_subject_index";--> statement-breakpoint
DROP INDEX "audit_logs_tenant_at_index";--> statement-breakpoint
DROP INDEX "ratings_tenant_skill_newest_index";--> statement-breakpoint
DROP INDEX "skills_tenant_rating_index";--> statement-breakpoint
DROP INDEX "skills_tenant_uses_index";--> statement-breakpoint
DROP INDEX "skills_tenant_newest_index";--> statement-breakpoint
DROP INDEX "usage_events_tenant_skill_time_index";--> statement-breakpoint
DROP INDEX "usage_events_tenant_time_index";--> statement-breakpoint
DROP INDEX "skill_versions_tenant_skill_newest_index";--> statement-breakpoint
CREATE INDEX "audit_logs_tenant_action_index" ON "audit_logs" USING btree ("tenant_id","action","seq" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "audit_logs_tenant_actor_index" ON "audit_logs" USING btree ("tenant_id","actor_id","seq" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "audit_logs_tenant_subject_index" ON "audit_logs" USING btree ("tenant_id","subject_type","subject_id","seq" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "audit_logs_tenant_at_index" ON "audit_logs" USING btree ("tenant_id","at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "ratings_tenant_skill_newest_index" ON "ratings" USING btree ("tenant_id","skill_id","updated_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "skills_tenant_rating_index" ON "skills" USING btree ("tenant_id","status","rating_score" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "skills_tenant_uses_index" ON "skills" USING btree ("tenant_id","status","use_count" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "skills_tenant_newest_index" ON "skills" USING btree ("tenant_id","status","created_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "usage_events_tenant_skill_time_index" ON "usage_events" USING btree ("tenant_id","skill_id","occurred_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "usage_events_tenant_time_index" ON "usage_events" USING btree ("tenant_id","occurred_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "skill_versions_tenant_skill_newest_index" ON "skill_versions" USING btree ("tenant_id","skill_id","created_at" DESC NULLS FIRST);