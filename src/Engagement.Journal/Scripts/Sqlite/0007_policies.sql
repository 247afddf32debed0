-- Every version of a chain's policy and of what its stores differ in ('' is the chain), with the difference to the one before.
-- 'at' is null for a version from before versions were kept.
CREATE TABLE policy_versions (
  chain    INTEGER NOT NULL REFERENCES chains (no),
  store    TEXT    NOT NULL,
  version  INTEGER NOT NULL,
  at       INTEGER,
  by_whom  TEXT,
  note     TEXT,
  document TEXT    NOT NULL,
  changes  TEXT    NOT NULL,
  PRIMARY KEY (chain, store, version)
) WITHOUT ROWID;
