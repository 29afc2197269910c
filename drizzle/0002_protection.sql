-- A place for our functions, outside of the tables' schema.
CREATE SCHEMA IF NOT EXISTS guildhall;
--> statement-breakpoint
-- The circle that the schema files cannot state: a skill's latest version is a version of that very skill.
ALTER TABLE skills ADD CONSTRAINT skills_latest_version_fk
  FOREIGN KEY (tenant_id, id, latest_version) REFERENCES skill_versions (tenant_id, skill_id, version);
--> statement-breakpoint
-- Search reads every document of a tenant; lz4 unpacks several times faster than the default.
DO $$
BEGIN
  ALTER TABLE skill_documents ALTER COLUMN document SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
  NULL; -- a server built without lz4 keeps its default
END
$$;
--> statement-breakpoint
-- Row-level security for every table that has a tenant_id. Each migration that adds a table ends by calling it again.
-- FORCE also binds the owner, so the owner is named in the policy: the audit trigger runs as it, within one tenant.
CREATE OR REPLACE FUNCTION guildhall.protect_tenant_tables() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  owned record;
BEGIN
  FOR owned IN
    SELECT c.relname FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')
  LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', owned.relname);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', owned.relname);
    EXECUTE format('DROP POLICY IF EXISTS tenant_isolation ON public.%I', owned.relname);
    EXECUTE format(
      'CREATE POLICY tenant_isolation ON public.%I TO guildhall_app, %I '
      'USING (tenant_id = (SELECT nullif(current_setting(''app.tenant_id'', true), '''')::uuid)) '
      'WITH CHECK (tenant_id = (SELECT nullif(current_setting(''app.tenant_id'', true), '''')::uuid))',
      owned.relname, current_user);
  END LOOP;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION guildhall.protect_tenant_tables() FROM PUBLIC;
--> statement-breakpoint
SELECT guildhall.protect_tenant_tables();
--> statement-breakpoint
-- `tenants` is the one table without a tenant_id. A tenant sees its own row; finding one by its address is another role's work.
ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE tenants FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_tenant ON tenants TO guildhall_app
  USING (id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))
  WITH CHECK (id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY tenant_by_address ON tenants FOR SELECT TO guildhall_auth USING (true);
--> statement-breakpoint
DO $$
BEGIN
  EXECUTE format('CREATE POLICY tenants_of_the_operator ON tenants TO %I USING (true) WITH CHECK (true)', current_user);
END
$$;
--> statement-breakpoint
-- Grants: what each table's life needs and nothing more. Never TRUNCATE, REFERENCES or TRIGGER, which ignore row-level security.
GRANT USAGE ON SCHEMA public TO guildhall_app, guildhall_auth;
--> statement-breakpoint
GRANT SELECT (id, slug, status, custom_domain) ON tenants TO guildhall_auth;
--> statement-breakpoint
GRANT SELECT ON tenants TO guildhall_app;
--> statement-breakpoint
GRANT UPDATE (name) ON tenants TO guildhall_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON
  users, accounts, sessions, verification_tokens, skills, skill_documents, skill_embeddings, skill_reviews,
  ratings, usage_events, api_keys, site_settings
  TO guildhall_app;
--> statement-breakpoint
-- A version's content never changes: only its state and its rendering may.
GRANT SELECT, INSERT ON skill_versions, skill_files TO guildhall_app;
--> statement-breakpoint
GRANT UPDATE (state, html, preview_html, renderer_version) ON skill_versions TO guildhall_app;
--> statement-breakpoint
-- The log is only ever added to, and its heads are the trigger's alone.
GRANT SELECT, INSERT ON audit_logs TO guildhall_app;
--> statement-breakpoint
GRANT SELECT ON audit_heads TO guildhall_app;
--> statement-breakpoint
-- The hash of one audit row: SHA-256 over the hash before it and everything the row says. jsonb and to_char give one text
-- for one value, so that the same row always hashes to the same bytes.
CREATE FUNCTION guildhall.audit_hash(entry audit_logs) RETURNS bytea LANGUAGE sql STABLE
SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT sha256(
    coalesce((entry).prev_hash, ''::bytea) ||
    convert_to(jsonb_build_array(
      (entry).tenant_id, (entry).id, (entry).seq,
      to_char((entry).at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
      (entry).actor_id, (entry).actor_name, (entry).action,
      (entry).subject_type, (entry).subject_id, (entry).subject_name,
      (entry).before, (entry).after, (entry).address, (entry).user_agent
    )::text, 'UTF8'))
$$;
--> statement-breakpoint
-- Gives the row its number, time and place in the chain. The lock on the head is held until the transaction ends, so a
-- service writes its audit row last. Timestamps of the column's own precision, so that what is hashed is what is stored.
CREATE FUNCTION guildhall.chain_audit_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  head audit_heads;
BEGIN
  INSERT INTO audit_heads (tenant_id, seq, hash) VALUES (NEW.tenant_id, 0, ''::bytea) ON CONFLICT (tenant_id) DO NOTHING;
  SELECT * INTO STRICT head FROM audit_heads WHERE tenant_id = NEW.tenant_id FOR UPDATE;
  NEW.seq := head.seq + 1;
  NEW.at := clock_timestamp();
  NEW.prev_hash := head.hash;
  NEW.hash := guildhall.audit_hash(NEW);
  UPDATE audit_heads SET seq = NEW.seq, hash = NEW.hash WHERE tenant_id = NEW.tenant_id;
  RETURN NEW;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION guildhall.chain_audit_row() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER audit_logs_chain BEFORE INSERT ON audit_logs
  FOR EACH ROW EXECUTE FUNCTION guildhall.chain_audit_row();
--> statement-breakpoint
CREATE FUNCTION guildhall.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only: % refused', lower(TG_OP) USING ERRCODE = 'P0001';
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION guildhall.refuse_change() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER audit_logs_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_logs
  FOR EACH STATEMENT EXECUTE FUNCTION guildhall.refuse_change();
--> statement-breakpoint
-- Walks one tenant's chain and names the first row that does not fit: numbers without a gap, each row pointing at the one
-- before it, each hash what its row says, and the last one at the head.
CREATE FUNCTION guildhall.first_broken_audit_row(tenant uuid) RETURNS bigint LANGUAGE sql STABLE
SET search_path = pg_catalog, public, pg_temp AS $$
  WITH chain AS (
    SELECT l.seq, l.hash,
      l.seq = lag(l.seq, 1, 0::bigint) OVER walk + 1
      AND l.prev_hash = lag(l.hash, 1, ''::bytea) OVER walk
      AND l.hash = guildhall.audit_hash(l) AS fits
    FROM audit_logs l WHERE l.tenant_id = tenant
    WINDOW walk AS (ORDER BY l.seq)
  ), ends AS (
    SELECT coalesce(max(seq), 0) AS seq FROM chain
  )
  SELECT coalesce(
    (SELECT min(seq) FROM chain WHERE NOT coalesce(fits, false)),
    (SELECT ends.seq + 1 FROM ends
      LEFT JOIN audit_heads h ON h.tenant_id = tenant
      LEFT JOIN chain ON chain.seq = ends.seq
      WHERE coalesce(h.seq, 0) <> ends.seq OR coalesce(h.hash, ''::bytea) <> coalesce(chain.hash, ''::bytea)))
$$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA guildhall TO guildhall_app;
