-- Everything a schema must not be. Run by lint.test.ts inside a transaction that is rolled back; never a migration.

-- T1: neither a tenant's nor listed.
CREATE TABLE bad_orphan (id uuid PRIMARY KEY);

-- T2, T3, T4, T5, T8, U1: tenant_id may be null, nothing protects it, no index is led by it, one is unique across tenants.
CREATE TABLE bad_bare (id uuid PRIMARY KEY, tenant_id uuid, slug text);
CREATE UNIQUE INDEX bad_bare_covering ON bad_bare (slug) INCLUDE (tenant_id);

-- T6: each of these policies isolates less, or at more cost, than the tenant's condition.
CREATE TABLE bad_policy (tenant_id uuid NOT NULL, id uuid NOT NULL, PRIMARY KEY (tenant_id, id));
ALTER TABLE bad_policy ENABLE ROW LEVEL SECURITY;
ALTER TABLE bad_policy FORCE ROW LEVEL SECURITY;
CREATE POLICY bad_each_row ON bad_policy TO guildhall_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
-- T7: a second permissive policy opens what the first one closes.
CREATE POLICY bad_switch ON bad_policy TO guildhall_app
  USING (current_setting('app.bypass', true) = 'on') WITH CHECK (true);

-- T6 once more: the reading half is right, the writing half is not.
CREATE TABLE bad_half (tenant_id uuid NOT NULL, id uuid NOT NULL, PRIMARY KEY (tenant_id, id));
ALTER TABLE bad_half ENABLE ROW LEVEL SECURITY;
ALTER TABLE bad_half FORCE ROW LEVEL SECURITY;
CREATE POLICY bad_check ON bad_half TO guildhall_app
  USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)) WITH CHECK (true);

-- T9: the restricted role owns it, and so may switch the protection off.
CREATE TABLE bad_owned (tenant_id uuid NOT NULL, id uuid NOT NULL, PRIMARY KEY (tenant_id, id));
ALTER TABLE bad_owned OWNER TO guildhall_app;

-- T10: truncating and referencing pass row-level security by.
GRANT TRUNCATE, REFERENCES, TRIGGER ON bad_half TO guildhall_app;

-- F1: a child may point at another tenant's parent.
CREATE TABLE bad_parent (tenant_id uuid NOT NULL, id uuid NOT NULL UNIQUE, PRIMARY KEY (tenant_id, id));
CREATE TABLE bad_child (
  tenant_id uuid NOT NULL, id uuid NOT NULL, parent_id uuid CONSTRAINT bad_child_parent_fk REFERENCES bad_parent (id),
  PRIMARY KEY (tenant_id, id)
);

-- V1, V2: views that read with their owner's rights.
CREATE VIEW bad_view AS SELECT * FROM bad_policy;
CREATE MATERIALIZED VIEW bad_snapshot AS SELECT * FROM bad_policy;
GRANT SELECT ON bad_snapshot TO guildhall_app;

-- X1: a function that does.
CREATE FUNCTION bad_count() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM bad_policy';

-- R1, R2: a role above the rules.
ALTER ROLE guildhall_app CREATEROLE;
CREATE ROLE bad_group NOLOGIN;
GRANT bad_group TO guildhall_app;
