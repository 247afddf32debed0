-- What is counted of playbooks, campaigns, surveys and staff (docs/domain/recall.md), by UTC day and home store ('' for none):
-- counts, and money in ten-thousandths. Each tally stands under its day and again under -2147483648 for all days, so that asking
-- for all of them is no walk through years; where members stand now (measures 'step:…') stands there alone.
CREATE TABLE tallies (
  chain   INTEGER NOT NULL,
  day     INTEGER NOT NULL,
  subject TEXT    NOT NULL,
  measure TEXT    NOT NULL,
  store   TEXT    NOT NULL,
  amount  NUMERIC NOT NULL,
  PRIMARY KEY (chain, day, subject, measure, store)
) WITHOUT ROWID;
