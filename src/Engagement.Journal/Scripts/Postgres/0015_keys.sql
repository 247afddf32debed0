-- The keys of programs, and the digests of their secrets: while a key is being rotated it has two. 'stores' and 'scopes' hold
-- one a line. Instants are microseconds since 1970 of real time.
CREATE TABLE integration_keys (
  chain        integer NOT NULL REFERENCES chains (no),
  id           text    COLLATE "C" NOT NULL,
  name         text    COLLATE "C" NOT NULL,
  stores       text    NOT NULL,
  scopes       text    NOT NULL,
  created_at   bigint  NOT NULL,
  created_by   text    NOT NULL,
  expires_at   bigint,
  ended_at     bigint,
  last_used_at bigint,
  PRIMARY KEY (chain, id)
);
CREATE UNIQUE INDEX integration_keys_by_name ON integration_keys (chain, name) WHERE ended_at IS NULL;

CREATE TABLE integration_key_secrets (
  digest text    COLLATE "C" NOT NULL PRIMARY KEY,
  chain  integer NOT NULL,
  key    text    COLLATE "C" NOT NULL,
  until  bigint
);
CREATE INDEX integration_key_secrets_by_key ON integration_key_secrets (chain, key);
