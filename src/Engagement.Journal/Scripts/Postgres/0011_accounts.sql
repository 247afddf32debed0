-- The staff who may sign in. 'sign_in_key' is the sign-in name as it is compared, 'stores' holds one store a line, 'codes' one
-- digest a line. 'secret' and 'unconfirmed' are encrypted. Instants are microseconds since 1970 of real time.
CREATE TABLE accounts (
  no            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id            text COLLATE "C" NOT NULL UNIQUE,
  chain         integer REFERENCES chains (no),
  sign_in_name  text NOT NULL,
  sign_in_key   text COLLATE "C" NOT NULL UNIQUE,
  name          text NOT NULL,
  role          text NOT NULL,
  stores        text NOT NULL,
  password      text,
  locked        boolean NOT NULL DEFAULT false,
  failures      integer NOT NULL DEFAULT 0,
  closed_until  bigint,
  secret        text,
  last_step     bigint NOT NULL DEFAULT 0,
  codes         text NOT NULL DEFAULT '',
  unconfirmed   text,
  subject       text COLLATE "C" UNIQUE,
  version       bigint NOT NULL,
  created_at    bigint NOT NULL,
  changed_at    bigint NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX accounts_by_chain ON accounts (chain, id);

-- One link for an account at a time; '' is the first administrator, who has none yet.
CREATE TABLE account_links (
  account  text COLLATE "C" PRIMARY KEY,
  digest   text COLLATE "C" NOT NULL UNIQUE,
  purpose  text NOT NULL,
  until_at bigint NOT NULL
);

-- The browsers that are signed in. 'account' is '' for a system administrator who came by a key or a code.
CREATE TABLE sessions (
  digest    text COLLATE "C" PRIMARY KEY,
  id        text COLLATE "C" NOT NULL UNIQUE,
  account   text COLLATE "C" NOT NULL,
  opened_at bigint NOT NULL,
  seen_at   bigint NOT NULL,
  until_at  bigint NOT NULL,
  device    text NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX sessions_by_account ON sessions (account, opened_at);
CREATE INDEX sessions_by_end ON sessions (until_at);
