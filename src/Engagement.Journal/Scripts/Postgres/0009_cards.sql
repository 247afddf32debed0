-- Uses of cards that came suspiciously soon after each other (docs/domain/cards.md): few among many events, and listed by
-- themselves. An index would be built while every commit waits; the table begins empty, for no event of the kind can be older.
CREATE TABLE card_flags (
  chain    integer NOT NULL,
  position bigint  NOT NULL,
  PRIMARY KEY (chain, position)
);

CREATE FUNCTION note_card_flag() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO card_flags (chain, position) VALUES (NEW.chain, NEW.position);
  RETURN NULL;
END
$$;

-- It asks one comparison of every other event.
CREATE TRIGGER events_note_card_flags AFTER INSERT ON events
FOR EACH ROW WHEN (NEW.type = 'card_use_suspicious.v1') EXECUTE FUNCTION note_card_flag();
