-- Who saw and changed what (docs/security/audit.md): a trail for each chain, and the system's own under the empty name. Only
-- ever added to: the hash of each entry is over the one before it, and the columns to look by are taken from what was hashed.
CREATE TABLE audit (
  trail   text   COLLATE "C" NOT NULL,
  number  bigint NOT NULL,
  entry   text   NOT NULL,
  hash    text   COLLATE "C" NOT NULL,
  actor   text   COLLATE "C" GENERATED ALWAYS AS ((entry::jsonb) ->> 'actor') STORED,
  action  text   COLLATE "C" GENERATED ALWAYS AS ((entry::jsonb) ->> 'action') STORED,
  subject text   COLLATE "C" GENERATED ALWAYS AS ((entry::jsonb) ->> 'subject') STORED,
  PRIMARY KEY (trail, number)
);
CREATE INDEX audit_by_actor ON audit (trail, actor, number);
CREATE INDEX audit_by_action ON audit (trail, action, number);
CREATE INDEX audit_by_subject ON audit (trail, subject, number) WHERE subject IS NOT NULL;

CREATE FUNCTION audit_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is only ever added to' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_is_only_added_to();
CREATE TRIGGER audit_is_not_emptied BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_is_only_added_to();
