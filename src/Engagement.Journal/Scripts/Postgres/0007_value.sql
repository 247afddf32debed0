-- The latest attempt of each chain to learn how its members come, and its latest quintiles: JSON objects.
CREATE TABLE forecasts (
  chain    integer PRIMARY KEY REFERENCES chains (no),
  made_at  bigint  NOT NULL,
  document text    NOT NULL
);

CREATE TABLE rfm_grids (
  chain    integer PRIMARY KEY REFERENCES chains (no),
  document text    NOT NULL
);

-- Which night's work of a chain has been done, and who is at the next. 'leased_until' is real time.
CREATE TABLE value_nights (
  chain        integer PRIMARY KEY REFERENCES chains (no),
  done         bigint,
  leased_until bigint  NOT NULL DEFAULT 0
);

-- What a night worked out of each member, for lists; 'score_group' is the number of one of the eight groups.
CREATE TABLE member_scores (
  member      bigint   PRIMARY KEY,
  r           smallint NOT NULL,
  f           smallint NOT NULL,
  m           smallint NOT NULL,
  score_group smallint NOT NULL,
  alive       double precision,
  expected    double precision
) WITH (fillfactor = 80);

-- High-value acts, with what their members paid in the 180 days before and after, in ten-thousandths; as of the last night.
CREATE TABLE high_value_acts (
  chain  integer NOT NULL REFERENCES chains (no),
  kind   text COLLATE "C" NOT NULL,
  at     bigint NOT NULL,
  member bigint NOT NULL,
  before bigint NOT NULL,
  after  bigint NOT NULL,
  over   boolean NOT NULL,
  PRIMARY KEY (chain, kind, at, member)
);
