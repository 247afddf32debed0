-- The latest attempt of each chain to learn how its members come, and its latest quintiles: JSON objects.
CREATE TABLE forecasts (
  chain    INTEGER PRIMARY KEY REFERENCES chains (no),
  made_at  INTEGER NOT NULL,
  document TEXT    NOT NULL
);

CREATE TABLE rfm_grids (
  chain    INTEGER PRIMARY KEY REFERENCES chains (no),
  document TEXT    NOT NULL
);

-- Which night's work of a chain has been done, and who is at the next. 'leased_until' is real time.
CREATE TABLE value_nights (
  chain        INTEGER PRIMARY KEY REFERENCES chains (no),
  done         INTEGER,
  leased_until INTEGER NOT NULL DEFAULT 0
);

-- What a night worked out of each member, for lists; 'score_group' is the number of one of the eight groups.
CREATE TABLE member_scores (
  member      INTEGER PRIMARY KEY REFERENCES members (no),
  r           INTEGER NOT NULL,
  f           INTEGER NOT NULL,
  m           INTEGER NOT NULL,
  score_group INTEGER NOT NULL,
  alive       REAL,
  expected    REAL
);

-- High-value acts, with what their members paid in the 180 days before and after, in ten-thousandths; as of the last night.
CREATE TABLE high_value_acts (
  chain  INTEGER NOT NULL REFERENCES chains (no),
  kind   TEXT NOT NULL,
  at     INTEGER NOT NULL,
  member INTEGER NOT NULL REFERENCES members (no),
  before INTEGER NOT NULL,
  after  INTEGER NOT NULL,
  over   INTEGER NOT NULL,
  PRIMARY KEY (chain, kind, at, member)
) WITHOUT ROWID;
