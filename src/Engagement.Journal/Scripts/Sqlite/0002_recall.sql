-- What members are sent: written with the commits of their members, one row a message. 'state' counts on from planned, moved,
-- sent, delivered, failed to cancelled; 'decisions' are JSON objects with a comma between them.
--
-- It is the outbox as well. A message that was released has 'waiting_since' until it is dealt with, and 'outbox' says how far
-- it has come: 0 not there (not released, or taken back), 1 free, 2 being handed over, 3 begun by somebody whose lease ended
-- (or who is to try again), 4 handed over, 5 given up. What
-- has ended waits until its member knows. Only at 1 can its member take it back. 'leased_until' is real time.
CREATE TABLE messages (
  no            INTEGER PRIMARY KEY,
  chain         INTEGER NOT NULL,
  id            TEXT    NOT NULL,
  member        INTEGER NOT NULL REFERENCES members (no),
  run           INTEGER NOT NULL,
  step          INTEGER NOT NULL,
  playbook      TEXT    NOT NULL,
  template      TEXT    NOT NULL,
  channel       TEXT    NOT NULL,
  offer         TEXT,
  state         INTEGER NOT NULL,
  planned_at    INTEGER NOT NULL,
  sent_at       INTEGER,
  decisions     TEXT    NOT NULL,
  outbox        INTEGER NOT NULL DEFAULT 0,
  waiting_since INTEGER,
  leased_until  INTEGER NOT NULL DEFAULT 0,
  leased_by     TEXT,
  tries         INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX messages_by_id ON messages (chain, id);
CREATE INDEX messages_by_plan ON messages (chain, planned_at, id);
CREATE INDEX messages_by_state ON messages (chain, state, planned_at, id);
CREATE INDEX messages_by_member ON messages (member, planned_at, id);
CREATE INDEX messages_by_wait ON messages (waiting_since, no) WHERE waiting_since IS NOT NULL;

-- What staff are to do: written with the commits of their members, one row a task. 'state' counts on from open, claimed,
-- snoozed, done, expired to withdrawn; 'store' is the member's home store.
CREATE TABLE tasks (
  no            INTEGER PRIMARY KEY,
  chain         INTEGER NOT NULL,
  id            TEXT    NOT NULL,
  member        INTEGER NOT NULL REFERENCES members (no),
  number        INTEGER NOT NULL,
  store         TEXT,
  kind          TEXT    NOT NULL,
  source        TEXT    NOT NULL,
  run           INTEGER,
  step          INTEGER,
  title         TEXT    NOT NULL,
  script        TEXT,
  offer         TEXT,
  opened_at     INTEGER NOT NULL,
  due_at        INTEGER NOT NULL,
  expires_at    INTEGER,
  state         INTEGER NOT NULL,
  assignee      TEXT,
  snoozed_until INTEGER,
  escalated     INTEGER NOT NULL,
  outcome       TEXT,
  closed_at     INTEGER
);
CREATE UNIQUE INDEX tasks_by_id ON tasks (chain, id);
CREATE INDEX tasks_by_due ON tasks (chain, due_at, id);
CREATE INDEX tasks_by_store ON tasks (chain, store, due_at, id);
CREATE INDEX tasks_by_assignee ON tasks (chain, assignee, due_at, id) WHERE assignee IS NOT NULL;
CREATE INDEX tasks_by_member ON tasks (member, due_at, id);
-- Queues are asked for all the time and hold few of the tasks there ever were.
CREATE INDEX tasks_open_by_due ON tasks (chain, due_at, id) WHERE closed_at IS NULL;
CREATE INDEX tasks_open_by_store ON tasks (chain, store, due_at, id) WHERE closed_at IS NULL;
