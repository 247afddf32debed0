-- Every version of a chain's policy and of what its stores differ in ('' is the chain), with the difference to the one before.
-- 'at' is null for a version from before versions were kept.
CREATE TABLE policy_versions (
  chain    integer NOT NULL REFERENCES chains (no),
  store    text    COLLATE "C" NOT NULL,
  version  bigint  NOT NULL,
  at       bigint,
  by_whom  text,
  note     text,
  document text    NOT NULL,
  changes  text    NOT NULL,
  PRIMARY KEY (chain, store, version)
);
