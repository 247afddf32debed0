-- Who is to be forgotten, by her own id, which stays in her row as well. 'step' counts on from asked, noted, withdrawn, forgotten,
-- cleaned to swept (docs/domain/erasure.md); 'leased_until' is real time.
CREATE TABLE erasures (
  chain        integer  NOT NULL REFERENCES chains (no),
  member       text     COLLATE "C" NOT NULL,
  asked_at     bigint   NOT NULL,
  by_whom      text     NOT NULL,
  reason       text,
  step         smallint NOT NULL DEFAULT 0,
  done_at      bigint,
  leased_until bigint   NOT NULL DEFAULT 0,
  PRIMARY KEY (chain, member)
);
CREATE INDEX erasures_open ON erasures (step, leased_until) WHERE done_at IS NULL;

-- Up to which position a chain's history has no old words any more.
CREATE TABLE old_words (
  chain    integer PRIMARY KEY REFERENCES chains (no),
  position bigint  NOT NULL
);

-- Statistics hold samples of what they are made of, in a catalogue that no sweep of ours may write anew. Nothing is ever looked for
-- by these columns, so that they need none.
ALTER TABLE members ALTER COLUMN state SET STATISTICS 0;
ALTER TABLE events ALTER COLUMN data SET STATISTICS 0;
ALTER TABLE errands ALTER COLUMN data SET STATISTICS 0;
ALTER TABLE messages ALTER COLUMN decisions SET STATISTICS 0;
ALTER TABLE tasks ALTER COLUMN title SET STATISTICS 0;
ALTER TABLE tasks ALTER COLUMN script SET STATISTICS 0;
ALTER TABLE tasks ALTER COLUMN outcome SET STATISTICS 0;
