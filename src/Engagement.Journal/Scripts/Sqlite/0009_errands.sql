-- What members' histories ask of other members (docs/architecture.md): stored with the event that asks, gone when it was heard.
-- Instants are real time: a clock that members live by may be a simulated one.
CREATE TABLE errands (
  no       INTEGER PRIMARY KEY,
  chain    INTEGER NOT NULL,
  sender   TEXT    NOT NULL,
  receiver TEXT    NOT NULL,
  name     TEXT    NOT NULL,
  data     BLOB    NOT NULL,
  asked_at INTEGER NOT NULL,
  due_at   INTEGER NOT NULL,
  tries    INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX errands_by_time ON errands (due_at, no);
CREATE INDEX errands_by_members ON errands (chain, sender, receiver, no);

-- Who brought whom (docs/domain, referral), as the members who brought them know it.
CREATE TABLE referrals (
  chain    INTEGER NOT NULL,
  friend   TEXT    NOT NULL,
  referrer TEXT    NOT NULL,
  at       INTEGER NOT NULL,
  bought   INTEGER NOT NULL,
  PRIMARY KEY (chain, friend)
) WITHOUT ROWID;
CREATE INDEX referrals_by_referrer ON referrals (chain, referrer, friend);

-- The codes that members hand to their friends. They stand for members and say nothing of them.
CREATE TABLE referral_codes (
  chain  INTEGER NOT NULL,
  code   TEXT    NOT NULL,
  member TEXT    NOT NULL,
  PRIMARY KEY (chain, code)
) WITHOUT ROWID;
CREATE UNIQUE INDEX referral_codes_by_member ON referral_codes (chain, member);
