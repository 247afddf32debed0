-- The keys of programs, and the digests of their secrets: while a key is being rotated it has two. 'stores' and 'scopes' hold
-- one a line. Instants are microseconds since 1970 of real time.
CREATE TABLE integration_keys (
  chain        INTEGER NOT NULL REFERENCES chains (no),
  id           TEXT    NOT NULL,
  name         TEXT    NOT NULL,
  stores       TEXT    NOT NULL,
  scopes       TEXT    NOT NULL,
  created_at   INTEGER NOT NULL,
  created_by   TEXT    NOT NULL,
  expires_at   INTEGER,
  ended_at     INTEGER,
  last_used_at INTEGER,
  PRIMARY KEY (chain, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX integration_keys_by_name ON integration_keys (chain, name) WHERE ended_at IS NULL;

CREATE TABLE integration_key_secrets (
  digest TEXT    NOT NULL PRIMARY KEY,
  chain  INTEGER NOT NULL,
  key    TEXT    NOT NULL,
  until  INTEGER
) WITHOUT ROWID;
CREATE INDEX integration_key_secrets_by_key ON integration_key_secrets (chain, key);
