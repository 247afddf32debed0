-- Who is to be forgotten, by her own id, which stays in her row as well. 'step' counts on from asked, noted, withdrawn, forgotten,
-- cleaned to swept (docs/domain/erasure.md); 'leased_until' is real time.
CREATE TABLE erasures (
  chain        INTEGER NOT NULL REFERENCES chains (no),
  member       TEXT    NOT NULL,
  asked_at     INTEGER NOT NULL,
  by_whom      TEXT    NOT NULL,
  reason       TEXT,
  step         INTEGER NOT NULL DEFAULT 0,
  done_at      INTEGER,
  leased_until INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (chain, member)
) WITHOUT ROWID;
CREATE INDEX erasures_open ON erasures (step, leased_until) WHERE done_at IS NULL;

-- Up to which position a chain's history has no old words any more.
CREATE TABLE old_words (
  chain    INTEGER PRIMARY KEY REFERENCES chains (no),
  position INTEGER NOT NULL
);
