CREATE TABLE "audit_heads" (
	"tenant_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_heads_tenant_id_pk" PRIMARY KEY("tenant_id")
);
--> statement-breakpoint
CREATE TABLE "audit_logs" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint DEFAULT 0 NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"subject_name" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"address" text,
	"user_agent" text,
	"prev_hash" "bytea",
	"hash" "bytea",
	CONSTRAINT "audit_logs_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "audit_logs_tenant_seq_unique" UNIQUE("tenant_id","seq")
);
--> statement-breakpoint
CREATE TABLE "skill_embeddings" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"skill_id" uuid NOT NULL,
	"embedding" vector NOT NULL,
	"model" text NOT NULL,
	"dimensions" integer NOT NULL,
	"input_hash" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "skill_embeddings_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "skill_embeddings_tenant_skill_unique" UNIQUE("tenant_id","skill_id")
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"key_hash" text NOT NULL,
	"scopes" text[] DEFAULT '{}'::text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_keys_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "api_keys_key_hash_unique" UNIQUE("key_hash")
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"skill_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"stars" smallint NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"minutes_saved" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ratings_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "ratings_tenant_skill_user_unique" UNIQUE("tenant_id","skill_id","user_id"),
	CONSTRAINT "ratings_stars_range" CHECK ("ratings"."stars" between 1 and 5),
	CONSTRAINT "ratings_comment_length" CHECK (char_length("ratings"."comment") <= 2000),
	CONSTRAINT "ratings_minutes_range" CHECK ("ratings"."minutes_saved" between 0 and 2400)
);
--> statement-breakpoint
CREATE TABLE "skill_reviews" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"skill_id" uuid NOT NULL,
	"reviewed_digest" text NOT NULL,
	"quality" smallint NOT NULL,
	"clarity" smallint NOT NULL,
	"completeness" smallint NOT NULL,
	"findings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "skill_reviews_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "skill_reviews_tenant_skill_unique" UNIQUE("tenant_id","skill_id")
);
--> statement-breakpoint
CREATE TABLE "site_settings" (
	"tenant_id" uuid NOT NULL,
	"tagline" text DEFAULT '' NOT NULL,
	"accent_color" text DEFAULT '#3d5a80' NOT NULL,
	"access" text DEFAULT 'members' NOT NULL,
	"default_sort" text DEFAULT 'rating' NOT NULL,
	"categories" text[] DEFAULT '{other}'::text[] NOT NULL,
	"logo" "bytea",
	"logo_hash" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "site_settings_tenant_id_pk" PRIMARY KEY("tenant_id"),
	CONSTRAINT "site_settings_tagline_length" CHECK (char_length("site_settings"."tagline") <= 160),
	CONSTRAINT "site_settings_accent_shape" CHECK ("site_settings"."accent_color" ~ '^#[0-9a-f]{6}$'),
	CONSTRAINT "site_settings_access_known" CHECK ("site_settings"."access" in ('members', 'public')),
	CONSTRAINT "site_settings_sort_known" CHECK ("site_settings"."default_sort" in ('rating', 'uses', 'newest', 'name')),
	CONSTRAINT "site_settings_categories_count" CHECK (cardinality("site_settings"."categories") between 1 and 40)
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "accounts_tenant_issuer_subject_unique" UNIQUE("tenant_id","issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"method" text NOT NULL,
	"address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "sessions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "verification_tokens" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"address" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"spent_at" timestamp with time zone,
	CONSTRAINT "verification_tokens_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "verification_tokens_tenant_hash_unique" UNIQUE("tenant_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "skill_documents" (
	"tenant_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"document" "tsvector" NOT NULL,
	CONSTRAINT "skill_documents_tenant_id_skill_id_pk" PRIMARY KEY("tenant_id","skill_id")
);
--> statement-breakpoint
CREATE TABLE "skills" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"category" text DEFAULT 'other' NOT NULL,
	"tags" text[] DEFAULT '{}'::text[] NOT NULL,
	"status" text DEFAULT 'published' NOT NULL,
	"visibility" text DEFAULT 'tenant' NOT NULL,
	"author_id" uuid NOT NULL,
	"latest_version" text,
	"origin_skill_id" uuid,
	"origin_version" text,
	"version_count" integer DEFAULT 0 NOT NULL,
	"rating_count" integer DEFAULT 0 NOT NULL,
	"rating_sum" integer DEFAULT 0 NOT NULL,
	"rating_score" double precision GENERATED ALWAYS AS ((17.5 + rating_sum) / (5.0 + rating_count)) STORED NOT NULL,
	"use_count" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "skills_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "skills_tenant_slug_unique" UNIQUE("tenant_id","slug"),
	CONSTRAINT "skills_slug_shape" CHECK ("skills"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length("skills"."slug") <= 64),
	CONSTRAINT "skills_name_length" CHECK (char_length("skills"."name") between 1 and 120),
	CONSTRAINT "skills_description_length" CHECK (char_length("skills"."description") between 1 and 1024),
	CONSTRAINT "skills_status_known" CHECK ("skills"."status" in ('draft', 'published', 'archived')),
	CONSTRAINT "skills_visibility_known" CHECK ("skills"."visibility" in ('tenant', 'private')),
	CONSTRAINT "skills_counters_positive" CHECK ("skills"."rating_count" >= 0 and "skills"."rating_sum" >= 0 and "skills"."use_count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "tenants" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"custom_domain" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tenants_slug_unique" UNIQUE("slug"),
	CONSTRAINT "tenants_custom_domain_unique" UNIQUE("custom_domain"),
	CONSTRAINT "tenants_slug_shape" CHECK ("tenants"."slug" ~ '^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$' and "tenants"."slug" !~ '--'),
	CONSTRAINT "tenants_name_length" CHECK (char_length("tenants"."name") between 1 and 80),
	CONSTRAINT "tenants_status_known" CHECK ("tenants"."status" in ('active', 'suspended'))
);
--> statement-breakpoint
CREATE TABLE "usage_events" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"client_event_id" text NOT NULL,
	"skill_id" uuid NOT NULL,
	"version" text,
	"user_id" uuid,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"occurred_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "usage_events_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "usage_events_tenant_client_event_unique" UNIQUE("tenant_id","client_event_id"),
	CONSTRAINT "usage_events_kind_known" CHECK ("usage_events"."kind" in ('download', 'install_copy', 'invocation')),
	CONSTRAINT "usage_events_source_known" CHECK ("usage_events"."source" in ('web', 'api', 'agent'))
);
--> statement-breakpoint
CREATE TABLE "users" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"avatar_url" text,
	"role" text DEFAULT 'member' NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_sign_in_at" timestamp with time zone,
	CONSTRAINT "users_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "users_tenant_email_unique" UNIQUE("tenant_id","email"),
	CONSTRAINT "users_email_normal" CHECK ("users"."email" = lower("users"."email") and "users"."email" like '%_@_%'),
	CONSTRAINT "users_role_known" CHECK ("users"."role" in ('viewer', 'member', 'reviewer', 'admin')),
	CONSTRAINT "users_status_known" CHECK ("users"."status" in ('active', 'removed'))
);
--> statement-breakpoint
CREATE TABLE "skill_files" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"version_id" uuid NOT NULL,
	"path" text NOT NULL,
	"content" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"size" integer NOT NULL,
	"executable" boolean DEFAULT false NOT NULL,
	CONSTRAINT "skill_files_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "skill_files_tenant_version_path_unique" UNIQUE("tenant_id","version_id","path"),
	CONSTRAINT "skill_files_size_true" CHECK ("skill_files"."size" = octet_length("skill_files"."content"))
);
--> statement-breakpoint
CREATE TABLE "skill_versions" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"skill_id" uuid NOT NULL,
	"version" text NOT NULL,
	"front_matter" jsonb NOT NULL,
	"body" text NOT NULL,
	"digest" text NOT NULL,
	"fingerprint" text NOT NULL,
	"archive_size" integer NOT NULL,
	"size" integer NOT NULL,
	"file_count" integer NOT NULL,
	"changelog" text DEFAULT '' NOT NULL,
	"author_id" uuid NOT NULL,
	"state" text DEFAULT 'published' NOT NULL,
	"findings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"html" text NOT NULL,
	"preview_html" text,
	"renderer_version" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "skill_versions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "skill_versions_tenant_skill_version_unique" UNIQUE("tenant_id","skill_id","version"),
	CONSTRAINT "skill_versions_digest_shape" CHECK ("skill_versions"."digest" ~ '^sha256:[0-9a-f]{64}$'),
	CONSTRAINT "skill_versions_state_known" CHECK ("skill_versions"."state" in ('published', 'yanked'))
);
--> statement-breakpoint
ALTER TABLE "audit_heads" ADD CONSTRAINT "audit_heads_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_logs" ADD CONSTRAINT "audit_logs_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_embeddings" ADD CONSTRAINT "skill_embeddings_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_embeddings" ADD CONSTRAINT "skill_embeddings_skill_fk" FOREIGN KEY ("tenant_id","skill_id") REFERENCES "public"."skills"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_user_fk" FOREIGN KEY ("tenant_id","user_id") REFERENCES "public"."users"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_skill_fk" FOREIGN KEY ("tenant_id","skill_id") REFERENCES "public"."skills"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_user_fk" FOREIGN KEY ("tenant_id","user_id") REFERENCES "public"."users"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_reviews" ADD CONSTRAINT "skill_reviews_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_reviews" ADD CONSTRAINT "skill_reviews_skill_fk" FOREIGN KEY ("tenant_id","skill_id") REFERENCES "public"."skills"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_settings" ADD CONSTRAINT "site_settings_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_fk" FOREIGN KEY ("tenant_id","user_id") REFERENCES "public"."users"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_fk" FOREIGN KEY ("tenant_id","user_id") REFERENCES "public"."users"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_tokens" ADD CONSTRAINT "verification_tokens_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_tokens" ADD CONSTRAINT "verification_tokens_user_fk" FOREIGN KEY ("tenant_id","user_id") REFERENCES "public"."users"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_documents" ADD CONSTRAINT "skill_documents_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_documents" ADD CONSTRAINT "skill_documents_skill_fk" FOREIGN KEY ("tenant_id","skill_id") REFERENCES "public"."skills"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skills" ADD CONSTRAINT "skills_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skills" ADD CONSTRAINT "skills_author_fk" FOREIGN KEY ("tenant_id","author_id") REFERENCES "public"."users"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skills" ADD CONSTRAINT "skills_origin_fk" FOREIGN KEY ("tenant_id","origin_skill_id") REFERENCES "public"."skills"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "usage_events" ADD CONSTRAINT "usage_events_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "usage_events" ADD CONSTRAINT "usage_events_skill_fk" FOREIGN KEY ("tenant_id","skill_id") REFERENCES "public"."skills"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "usage_events" ADD CONSTRAINT "usage_events_user_fk" FOREIGN KEY ("tenant_id","user_id") REFERENCES "public"."users"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_files" ADD CONSTRAINT "skill_files_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_files" ADD CONSTRAINT "skill_files_version_fk" FOREIGN KEY ("tenant_id","version_id") REFERENCES "public"."skill_versions"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_versions" ADD CONSTRAINT "skill_versions_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_versions" ADD CONSTRAINT "skill_versions_skill_fk" FOREIGN KEY ("tenant_id","skill_id") REFERENCES "public"."skills"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_versions" ADD CONSTRAINT "skill_versions_author_fk" FOREIGN KEY ("tenant_id","author_id") REFERENCES "public"."users"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_logs_tenant_action_index" ON "audit_logs" USING btree ("tenant_id","action","seq" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_logs_tenant_actor_index" ON "audit_logs" USING btree ("tenant_id","actor_id","seq" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_logs_tenant_subject_index" ON "audit_logs" USING btree ("tenant_id","subject_type","subject_id","seq" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_logs_tenant_at_index" ON "audit_logs" USING btree ("tenant_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "api_keys_tenant_user_index" ON "api_keys" USING btree ("tenant_id","user_id");--> statement-breakpoint
CREATE INDEX "ratings_tenant_skill_newest_index" ON "ratings" USING btree ("tenant_id","skill_id","updated_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "ratings_tenant_user_index" ON "ratings" USING btree ("tenant_id","user_id");--> statement-breakpoint
CREATE INDEX "accounts_tenant_user_index" ON "accounts" USING btree ("tenant_id","user_id");--> statement-breakpoint
CREATE INDEX "sessions_tenant_user_index" ON "sessions" USING btree ("tenant_id","user_id");--> statement-breakpoint
CREATE INDEX "verification_tokens_tenant_user_index" ON "verification_tokens" USING btree ("tenant_id","user_id","created_at");--> statement-breakpoint
CREATE INDEX "skills_tenant_name_index" ON "skills" USING btree ("tenant_id","status","name","id");--> statement-breakpoint
CREATE INDEX "skills_tenant_rating_index" ON "skills" USING btree ("tenant_id","status","rating_score" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "skills_tenant_uses_index" ON "skills" USING btree ("tenant_id","status","use_count" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "skills_tenant_newest_index" ON "skills" USING btree ("tenant_id","status","created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "skills_tenant_category_index" ON "skills" USING btree ("tenant_id","status","category");--> statement-breakpoint
CREATE INDEX "skills_tenant_author_index" ON "skills" USING btree ("tenant_id","author_id");--> statement-breakpoint
CREATE INDEX "skills_tenant_origin_index" ON "skills" USING btree ("tenant_id","origin_skill_id");--> statement-breakpoint
CREATE INDEX "usage_events_tenant_skill_time_index" ON "usage_events" USING btree ("tenant_id","skill_id","occurred_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "usage_events_tenant_time_index" ON "usage_events" USING btree ("tenant_id","occurred_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "usage_events_tenant_user_index" ON "usage_events" USING btree ("tenant_id","user_id");--> statement-breakpoint
CREATE INDEX "users_tenant_name_index" ON "users" USING btree ("tenant_id","name");--> statement-breakpoint
CREATE INDEX "skill_versions_tenant_skill_newest_index" ON "skill_versions" USING btree ("tenant_id","skill_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "skill_versions_tenant_author_index" ON "skill_versions" USING btree ("tenant_id","author_id");