-- Chains, each with the head of its history. 'document' holds the chain, its stores and its policies as they are now.
CREATE TABLE chains (
  no            INTEGER PRIMARY KEY,
  id            TEXT    NOT NULL UNIQUE,
  head          INTEGER NOT NULL DEFAULT 0,
  version       INTEGER NOT NULL,
  rules_version INTEGER NOT NULL,
  document      TEXT    NOT NULL
);

-- The chain as it was when each version of its rules was last in force: members who were last judged by older rules
-- live through the time before the change by them.
CREATE TABLE chain_rules (
  chain         INTEGER NOT NULL REFERENCES chains (no),
  rules_version INTEGER NOT NULL,
  document      TEXT    NOT NULL,
  PRIMARY KEY (chain, rules_version)
) WITHOUT ROWID;

-- One row a member: the snapshot, and what lists and timers look for. Instants are microseconds since 1970 in UTC.
CREATE TABLE members (
  no            INTEGER PRIMARY KEY,
  chain         INTEGER NOT NULL,
  id            TEXT    NOT NULL,
  version       INTEGER NOT NULL,
  rules_version INTEGER NOT NULL,
  due_at        INTEGER,
  stage         INTEGER NOT NULL,
  stage_since   INTEGER NOT NULL,
  flags         INTEGER NOT NULL,
  home          TEXT,
  format        INTEGER NOT NULL,
  state         BLOB    NOT NULL
);
CREATE UNIQUE INDEX members_by_id ON members (chain, id);
CREATE INDEX members_by_due ON members (chain, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX members_by_stage ON members (chain, stage, id);
CREATE INDEX members_by_home ON members (chain, home, id) WHERE home IS NOT NULL;
CREATE INDEX members_by_flags ON members (chain, id) WHERE flags <> 0;
CREATE INDEX members_by_rules ON members (chain, rules_version);

-- The history. 'place' is the chain's number times 2^40 plus the position, so that a chain's events lie together in the
-- order of their positions and every index points at them with one number.
CREATE TABLE events (
  place       INTEGER PRIMARY KEY,
  member      INTEGER NOT NULL REFERENCES members (no),
  type        TEXT    NOT NULL,
  store       TEXT,
  at          INTEGER NOT NULL,
  id          TEXT,
  fingerprint BLOB,
  data        BLOB    NOT NULL
);
CREATE INDEX events_by_member ON events (member, at);
-- Boards of any instant read what happened on that day.
CREATE INDEX events_by_time ON events (place >> 40, at);

-- The ids that were taken, once in a chain and for ever.
CREATE TABLE taken (
  chain INTEGER NOT NULL,
  id    TEXT    NOT NULL,
  place INTEGER NOT NULL,
  PRIMARY KEY (chain, id)
) WITHOUT ROWID;

-- How many members more or fewer each UTC day brought to each level (a stage or a flag) of each home store ('' for none):
-- the sum up to a day is the board at its end.
CREATE TABLE levels (
  chain INTEGER NOT NULL,
  day   INTEGER NOT NULL,
  store TEXT    NOT NULL,
  level INTEGER NOT NULL,
  delta INTEGER NOT NULL,
  PRIMARY KEY (chain, day, store, level)
) WITHOUT ROWID;
