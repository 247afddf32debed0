-- Who outside is told of a chain's events. 'types' holds one type a line, nothing for all. 'lease' is what the claim of the node
-- that has it is known by. Instants are microseconds since 1970 of real time.
CREATE TABLE webhooks (
  chain         integer NOT NULL REFERENCES chains (no),
  name          text COLLATE "C" NOT NULL,
  url           text NOT NULL,
  secrets       text NOT NULL,
  types         text NOT NULL,
  position      bigint NOT NULL,
  tries         integer NOT NULL DEFAULT 0,
  failing_since bigint,
  not_before    bigint NOT NULL DEFAULT 0,
  paused_at     bigint,
  paused_why    text,
  lease         text,
  leased_until  bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (chain, name)
) WITH (fillfactor = 50);
