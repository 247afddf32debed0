-- Who saw and changed what (docs/security/audit.md): a trail for each chain, and the system's own under the empty name. Only
-- ever added to: the hash of each entry is over the one before it, and the columns to look by are taken from what was hashed.
CREATE TABLE audit (
  trail   TEXT    NOT NULL,
  number  INTEGER NOT NULL,
  entry   TEXT    NOT NULL,
  hash    TEXT    NOT NULL,
  actor   TEXT    GENERATED ALWAYS AS (entry ->> '$.actor') VIRTUAL,
  action  TEXT    GENERATED ALWAYS AS (entry ->> '$.action') VIRTUAL,
  subject TEXT    GENERATED ALWAYS AS (entry ->> '$.subject') VIRTUAL,
  PRIMARY KEY (trail, number)
);
CREATE INDEX audit_by_actor ON audit (trail, actor, number);
CREATE INDEX audit_by_action ON audit (trail, action, number);
CREATE INDEX audit_by_subject ON audit (trail, subject, number) WHERE subject IS NOT NULL;

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN
  SELECT raise(ABORT, 'the audit trail is only ever added to');
END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit BEGIN
  SELECT raise(ABORT, 'the audit trail is only ever added to');
END;
