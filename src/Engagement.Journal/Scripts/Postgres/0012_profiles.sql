-- Who members are and how they are reached (docs/security, personal data): sealed with a key that is itself sealed by a master key
-- which is not in this database. Who was made to be forgotten keeps a row without key and content.
CREATE TABLE profiles (
  chain       integer NOT NULL,
  member      text    COLLATE "C" NOT NULL,
  version     bigint  NOT NULL,
  master_key  text    COLLATE "C",
  wrapped_key bytea,
  content     bytea,
  changed_at  bigint  NOT NULL,
  PRIMARY KEY (chain, member)
);
CREATE INDEX profiles_by_master_key ON profiles (master_key) WHERE master_key IS NOT NULL;

-- What profiles are found by: keyed digests, of which whoever has no key learns only which profiles share one.
CREATE TABLE profile_digests (
  chain  integer NOT NULL,
  digest bytea   NOT NULL,
  member text    COLLATE "C" NOT NULL,
  PRIMARY KEY (chain, digest, member)
);
CREATE INDEX profile_digests_by_member ON profile_digests (chain, member);

-- Whom nobody is to write to or call. The contacts themselves are not known here.
CREATE TABLE suppressions (
  chain    integer  NOT NULL,
  digest   bytea    NOT NULL,
  kind     smallint NOT NULL,
  reason   text     NOT NULL,
  added_at bigint   NOT NULL,
  added_by text     NOT NULL,
  PRIMARY KEY (chain, digest)
);
CREATE INDEX suppressions_by_time ON suppressions (chain, added_at);

-- What the secret behind the digests makes of a fixed text.
CREATE TABLE digest_check (
  one   boolean PRIMARY KEY DEFAULT true CHECK (one),
  value bytea NOT NULL
);

-- Stores profiles, each if it takes the place of the version that was expected (null: of any; 0: of none). Says for each, in the
-- order given, whether it did.
CREATE FUNCTION store_profiles(
  of_chain       text,
  of_member      text[],
  of_expected    bigint[],
  of_master_key  text[],
  of_wrapped_key bytea[],
  of_content     bytea[],
  of_at          bigint[],
  digest_of      integer[],
  digest_value   bytea[],
  OUT stored     boolean[])
LANGUAGE plpgsql AS $$
DECLARE
  chain_no integer;
  place    integer;
BEGIN
  stored := array_fill(false, ARRAY[cardinality(of_member)]);
  SELECT no INTO chain_no FROM chains WHERE id = of_chain;
  IF chain_no IS NULL THEN
    RETURN;
  END IF;
  -- In the order of ids, so that two calls never wait for each other crosswise.
  FOR place IN SELECT told.place::integer FROM unnest(of_member) WITH ORDINALITY AS told (member, place) ORDER BY told.member COLLATE "C", told.place
  LOOP
    INSERT INTO profiles AS kept (chain, member, version, master_key, wrapped_key, content, changed_at)
    SELECT chain_no, of_member[place], 1, of_master_key[place], of_wrapped_key[place], of_content[place], of_at[place]
    WHERE coalesce(of_expected[place], 0) = 0
       OR EXISTS (SELECT 1 FROM profiles p WHERE p.chain = chain_no AND p.member = of_member[place])
    ON CONFLICT (chain, member) DO UPDATE SET
      version = kept.version + 1, master_key = excluded.master_key, wrapped_key = excluded.wrapped_key,
      content = excluded.content, changed_at = excluded.changed_at
    WHERE kept.version = coalesce(of_expected[place], kept.version);
    stored[place] := FOUND;
    IF FOUND THEN
      DELETE FROM profile_digests d WHERE d.chain = chain_no AND d.member = of_member[place];
      INSERT INTO profile_digests (chain, digest, member)
      SELECT chain_no, told.digest, of_member[place] FROM unnest(digest_of, digest_value) AS told (turn, digest) WHERE told.turn = place
      ON CONFLICT DO NOTHING;
    END IF;
  END LOOP;
END
$$;
