-- The runs of campaigns: one row for each time a campaign went, or was to go, in each zone. 'occurrence' is the instant it was to
-- go by the calendar. 'cursor' is the last member who was dealt with: after a crash the run goes on behind her. 'state' counts on
-- from open, done to stopped; 'origin' from scheduled, missed to asked. 'leased_until' is real time, everything else the node's.
CREATE TABLE campaign_runs (
  chain        INTEGER NOT NULL REFERENCES chains (no),
  campaign     TEXT    NOT NULL,
  occurrence   INTEGER NOT NULL,
  zone         TEXT    NOT NULL,
  origin       INTEGER NOT NULL,
  state        INTEGER NOT NULL DEFAULT 0,
  why          TEXT,
  matched      INTEGER NOT NULL DEFAULT 0,
  reached      INTEGER NOT NULL DEFAULT 0,
  refused      INTEGER NOT NULL DEFAULT 0,
  cursor       TEXT,
  started_at   INTEGER NOT NULL,
  finished_at  INTEGER,
  lease        TEXT,
  leased_until INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (chain, campaign, occurrence, zone)
) WITHOUT ROWID;
CREATE INDEX campaign_runs_open ON campaign_runs (leased_until) WHERE state = 0;

-- What became of a campaign's messages.
CREATE INDEX messages_by_campaign ON messages (chain, playbook, state) WHERE playbook >= 'campaign:' AND playbook < 'campaign;';

-- What each calendar day brought each store. 'day' is its date, 'figures' a JSON object.
CREATE TABLE digests (
  chain   INTEGER NOT NULL REFERENCES chains (no),
  day     TEXT    NOT NULL,
  store   TEXT    NOT NULL,
  made_at INTEGER NOT NULL,
  figures TEXT    NOT NULL,
  PRIMARY KEY (chain, day, store)
) WITHOUT ROWID;
