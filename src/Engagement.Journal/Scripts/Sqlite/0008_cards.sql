-- Uses of cards that came suspiciously soon after each other (docs/domain/cards.md): few among many events, and listed by
-- themselves.
CREATE INDEX events_of_card_flags ON events (place) WHERE type = 'card_use_suspicious.v1';
