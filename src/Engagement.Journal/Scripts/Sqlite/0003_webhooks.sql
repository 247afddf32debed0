-- Who outside is told of a chain's events. 'types' holds one type a line, nothing for all. 'lease' is what the claim of the node
-- that has it is known by. Instants are microseconds since 1970 of real time.
CREATE TABLE webhooks (
  chain         INTEGER NOT NULL REFERENCES chains (no),
  name          TEXT NOT NULL,
  url           TEXT NOT NULL,
  secrets       TEXT NOT NULL,
  types         TEXT NOT NULL,
  position      INTEGER NOT NULL,
  tries         INTEGER NOT NULL DEFAULT 0,
  failing_since INTEGER,
  not_before    INTEGER NOT NULL DEFAULT 0,
  paused_at     INTEGER,
  paused_why    TEXT,
  lease         TEXT,
  leased_until  INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (chain, name)
) WITHOUT ROWID;
