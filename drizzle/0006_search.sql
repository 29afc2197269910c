CREATE TABLE "embedding_endpoints" (
	"tenant_id" uuid NOT NULL,
	"url" text NOT NULL,
	"model" text NOT NULL,
	"key_sealed" "bytea",
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"failed_at" timestamp with time zone,
	"failure" text,
	CONSTRAINT "embedding_endpoints_tenant_id_pk" PRIMARY KEY("tenant_id"),
	CONSTRAINT "embedding_endpoints_url_length" CHECK (char_length("embedding_endpoints"."url") between 1 and 500),
	CONSTRAINT "embedding_endpoints_model_length" CHECK (char_length("embedding_endpoints"."model") between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "search_postings" (
	"tenant_id" uuid NOT NULL,
	"word" text COLLATE "C" NOT NULL,
	"bucket" integer NOT NULL,
	"skills" "bytea" NOT NULL,
	CONSTRAINT "search_postings_tenant_id_word_bucket_pk" PRIMARY KEY("tenant_id","word","bucket")
);
--> statement-breakpoint
CREATE TABLE "search_queries" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"query" text NOT NULL,
	"results" integer NOT NULL,
	"is_close" boolean DEFAULT true NOT NULL,
	"clicked_place" integer,
	CONSTRAINT "search_queries_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "search_queries_query_length" CHECK (char_length("search_queries"."query") between 1 and 200),
	CONSTRAINT "search_queries_place" CHECK ("search_queries"."clicked_place" >= 1)
);
--> statement-breakpoint
CREATE TABLE "search_slips" (
	"tenant_id" uuid NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"word" text COLLATE "C" NOT NULL,
	CONSTRAINT "search_slips_tenant_id_key_word_pk" PRIMARY KEY("tenant_id","key","word")
);
--> statement-breakpoint
CREATE TABLE "skill_request_votes" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "skill_request_votes_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "skill_request_votes_tenant_request_user_unique" UNIQUE("tenant_id","request_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "skill_requests" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"title" text NOT NULL,
	"detail" text DEFAULT '' NOT NULL,
	"author_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	"skill_id" uuid,
	CONSTRAINT "skill_requests_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "skill_requests_title_length" CHECK (char_length("skill_requests"."title") between 1 and 200),
	CONSTRAINT "skill_requests_detail_length" CHECK (char_length("skill_requests"."detail") <= 2000)
);
--> statement-breakpoint
ALTER TABLE "skill_documents" ADD COLUMN "number" integer;--> statement-breakpoint
ALTER TABLE "skill_documents" ADD COLUMN "words" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "skill_documents" ADD COLUMN "text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "skill_documents" ADD COLUMN "index_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "embedding_endpoints" ADD CONSTRAINT "embedding_endpoints_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_postings" ADD CONSTRAINT "search_postings_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_queries" ADD CONSTRAINT "search_queries_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_slips" ADD CONSTRAINT "search_slips_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_request_votes" ADD CONSTRAINT "skill_request_votes_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_request_votes" ADD CONSTRAINT "skill_request_votes_request_fk" FOREIGN KEY ("tenant_id","request_id") REFERENCES "public"."skill_requests"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_request_votes" ADD CONSTRAINT "skill_request_votes_user_fk" FOREIGN KEY ("tenant_id","user_id") REFERENCES "public"."users"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_requests" ADD CONSTRAINT "skill_requests_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_requests" ADD CONSTRAINT "skill_requests_author_fk" FOREIGN KEY ("tenant_id","author_id") REFERENCES "public"."users"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_requests" ADD CONSTRAINT "skill_requests_skill_fk" FOREIGN KEY ("tenant_id","skill_id") REFERENCES "public"."skills"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_queries_tenant_time_index" ON "search_queries" USING btree ("tenant_id","asked_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "skill_request_votes_tenant_user_index" ON "skill_request_votes" USING btree ("tenant_id","user_id");--> statement-breakpoint
CREATE INDEX "skill_requests_tenant_time_index" ON "skill_requests" USING btree ("tenant_id","closed_at","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "skill_requests_tenant_author_index" ON "skill_requests" USING btree ("tenant_id","author_id");--> statement-breakpoint
CREATE INDEX "skill_requests_tenant_skill_index" ON "skill_requests" USING btree ("tenant_id","skill_id");--> statement-breakpoint
CREATE INDEX "skill_documents_tenant_index_version_index" ON "skill_documents" USING btree ("tenant_id","index_version");--> statement-breakpoint
ALTER TABLE "skill_documents" ADD CONSTRAINT "skill_documents_tenant_number_unique" UNIQUE("tenant_id","number");--> statement-breakpoint
SELECT guildhall.protect_tenant_tables();
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON
  search_postings, search_slips, search_queries, skill_requests, skill_request_votes, embedding_endpoints
  TO guildhall_app;
