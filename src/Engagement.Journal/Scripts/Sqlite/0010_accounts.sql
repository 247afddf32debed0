-- The staff who may sign in. 'sign_in_key' is the sign-in name as it is compared, 'stores' holds one store a line, 'codes' one
-- digest a line. 'secret' and 'unconfirmed' are encrypted. Instants are microseconds since 1970 of real time.
CREATE TABLE accounts (
  no            INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  chain         INTEGER REFERENCES chains (no),
  sign_in_name  TEXT NOT NULL,
  sign_in_key   TEXT NOT NULL UNIQUE,
  name          TEXT NOT NULL,
  role          TEXT NOT NULL,
  stores        TEXT NOT NULL,
  password      TEXT,
  locked        INTEGER NOT NULL DEFAULT 0,
  failures      INTEGER NOT NULL DEFAULT 0,
  closed_until  INTEGER,
  secret        TEXT,
  last_step     INTEGER NOT NULL DEFAULT 0,
  codes         TEXT NOT NULL DEFAULT '',
  unconfirmed   TEXT,
  subject       TEXT UNIQUE,
  version       INTEGER NOT NULL,
  created_at    INTEGER NOT NULL,
  changed_at    INTEGER NOT NULL
);
CREATE INDEX accounts_by_chain ON accounts (chain, id);

-- One link for an account at a time; '' is the first administrator, who has none yet.
CREATE TABLE account_links (
  account  TEXT PRIMARY KEY,
  digest   TEXT NOT NULL UNIQUE,
  purpose  TEXT NOT NULL,
  until_at INTEGER NOT NULL
) WITHOUT ROWID;

-- The browsers that are signed in. 'account' is '' for a system administrator who came by a key or a code.
CREATE TABLE sessions (
  digest    TEXT PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  account   TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  seen_at   INTEGER NOT NULL,
  until_at  INTEGER NOT NULL,
  device    TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX sessions_by_account ON sessions (account, opened_at);
CREATE INDEX sessions_by_end ON sessions (until_at);
