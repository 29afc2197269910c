-- pgvector, and the roles that every later step grants to. A role belongs to the whole cluster, so it may be there already.
CREATE EXTENSION IF NOT EXISTS vector;
--> statement-breakpoint
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'guildhall_app') THEN
    CREATE ROLE guildhall_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'guildhall_auth') THEN
    CREATE ROLE guildhall_auth NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB;
  END IF;
END
$$;
--> statement-breakpoint
-- Whoever migrates and serves must be able to step down into both.
DO $$
BEGIN
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    EXECUTE format('GRANT guildhall_app, guildhall_auth TO %I', current_user);
  END IF;
END
$$;
