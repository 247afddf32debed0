-- Who members are and how they are reached (docs/security, personal data): sealed with a key that is itself sealed by a master key
-- which is not in this database. Who was made to be forgotten keeps a row without key and content.
CREATE TABLE profiles (
  chain       INTEGER NOT NULL,
  member      TEXT    NOT NULL,
  version     INTEGER NOT NULL,
  master_key  TEXT,
  wrapped_key BLOB,
  content     BLOB,
  changed_at  INTEGER NOT NULL,
  PRIMARY KEY (chain, member)
) WITHOUT ROWID;
CREATE INDEX profiles_by_master_key ON profiles (master_key) WHERE master_key IS NOT NULL;

-- What profiles are found by: keyed digests, of which whoever has no key learns only which profiles share one.
CREATE TABLE profile_digests (
  chain  INTEGER NOT NULL,
  digest BLOB    NOT NULL,
  member TEXT    NOT NULL,
  PRIMARY KEY (chain, digest, member)
) WITHOUT ROWID;
CREATE INDEX profile_digests_by_member ON profile_digests (chain, member);

-- Whom nobody is to write to or call. The contacts themselves are not known here.
CREATE TABLE suppressions (
  chain    INTEGER NOT NULL,
  digest   BLOB    NOT NULL,
  kind     INTEGER NOT NULL,
  reason   TEXT    NOT NULL,
  added_at INTEGER NOT NULL,
  added_by TEXT    NOT NULL,
  PRIMARY KEY (chain, digest)
) WITHOUT ROWID;
CREATE INDEX suppressions_by_time ON suppressions (chain, added_at);

-- What the secret behind the digests makes of a fixed text.
CREATE TABLE digest_check (
  one   INTEGER PRIMARY KEY CHECK (one = 1),
  value BLOB NOT NULL
);
