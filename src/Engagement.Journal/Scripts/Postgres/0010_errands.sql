-- What members' histories ask of other members (docs/architecture.md): stored with the event that asks, gone when it was heard.
-- Instants are real time: a clock that members live by may be a simulated one.
CREATE TABLE errands (
  no       bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  chain    integer NOT NULL,
  sender   text    COLLATE "C" NOT NULL,
  receiver text    COLLATE "C" NOT NULL,
  name     text    COLLATE "C" NOT NULL,
  data     bytea   NOT NULL,
  asked_at bigint  NOT NULL,
  due_at   bigint  NOT NULL,
  tries    integer NOT NULL DEFAULT 0
);
CREATE INDEX errands_by_time ON errands (due_at, no);
CREATE INDEX errands_by_members ON errands (chain, sender, receiver, no);

-- Who brought whom (docs/domain, referral), as the members who brought them know it.
CREATE TABLE referrals (
  chain    integer NOT NULL,
  friend   text    COLLATE "C" NOT NULL,
  referrer text    COLLATE "C" NOT NULL,
  at       bigint  NOT NULL,
  bought   boolean NOT NULL,
  PRIMARY KEY (chain, friend)
);
CREATE INDEX referrals_by_referrer ON referrals (chain, referrer, friend);

-- Stores turns as store_turns_3 does, which goes on serving nodes that know no errands, and turns that bring none. Besides, in
-- the same transaction and under the same lock: what the turns ask of other members, and whom their members brought.
CREATE FUNCTION store_turns_4(
  of_chain          text,
  node              text,
  turn_row          bigint[],
  turn_member       text[],
  turn_expected     bigint[],
  turn_version      bigint[],
  turn_rules        bigint[],
  turn_due          bigint[],
  turn_stage        smallint[],
  turn_since        bigint[],
  turn_flags        smallint[],
  turn_home         text[],
  state_format      smallint,
  turn_state        bytea[],
  event_turn        integer[],
  event_type        text[],
  event_store       text[],
  event_at          bigint[],
  event_id          text[],
  event_print       uuid[],
  event_data        bytea[],
  move_turn         integer[],
  move_day          bigint[],
  move_store        text[],
  move_level        smallint[],
  move_delta        integer[],
  message_turn      integer[],
  message_id        text[],
  message_run       integer[],
  message_step      integer[],
  message_playbook  text[],
  message_template  text[],
  message_channel   text[],
  message_offer     text[],
  message_state     smallint[],
  message_planned   bigint[],
  message_released  bigint[],
  message_sent      bigint[],
  message_decisions text[],
  task_turn         integer[],
  task_id           text[],
  task_number       integer[],
  task_kind         text[],
  task_source       text[],
  task_run          integer[],
  task_step         integer[],
  task_title        text[],
  task_script       text[],
  task_offer        text[],
  task_opened       bigint[],
  task_due          bigint[],
  task_expires      bigint[],
  task_state        smallint[],
  task_reassigned   boolean[],
  task_assignee     text[],
  task_snoozed      bigint[],
  task_escalated    boolean[],
  task_outcome      text[],
  task_closed       bigint[],
  home_turn         integer[],
  tally_turn        integer[],
  tally_day         bigint[],
  tally_store       text[],
  tally_subject     text[],
  tally_measure     text[],
  tally_amount      numeric[],
  tally_message     text[],
  tally_run         integer[],
  tally_at          bigint[],
  asked_now         bigint,
  errand_turn       integer[],
  errand_to         text[],
  errand_name       text[],
  errand_data       bytea[],
  referral_turn     integer[],
  referral_friend   text[],
  referral_at       bigint[],
  referral_bought   boolean[],
  OUT head_before   bigint,
  OUT stored_rows   bigint[])
LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan
SET enable_hashjoin = off
SET enable_mergejoin = off
SET enable_seqscan = off
SET jit = off
AS $$
DECLARE
  chain_no integer;
BEGIN
  SELECT stored.head_before, stored.stored_rows INTO head_before, stored_rows
  FROM store_turns_3(
      of_chain, node, turn_row, turn_member, turn_expected, turn_version, turn_rules, turn_due,
      turn_stage, turn_since, turn_flags, turn_home, state_format, turn_state, event_turn, event_type,
      event_store, event_at, event_id, event_print, event_data, move_turn, move_day, move_store,
      move_level, move_delta, message_turn, message_id, message_run, message_step, message_playbook, message_template,
      message_channel, message_offer, message_state, message_planned, message_released, message_sent, message_decisions, task_turn,
      task_id, task_number, task_kind, task_source, task_run, task_step, task_title, task_script,
      task_offer, task_opened, task_due, task_expires, task_state, task_reassigned, task_assignee, task_snoozed,
      task_escalated, task_outcome, task_closed, home_turn, tally_turn, tally_day, tally_store, tally_subject,
      tally_measure, tally_amount, tally_message, tally_run, tally_at) AS stored;
  SELECT no INTO chain_no FROM chains WHERE chains.id = of_chain;

  INSERT INTO errands (chain, sender, receiver, name, data, asked_at, due_at)
  SELECT chain_no, turn_member[told.turn], told.receiver, told.name, told.data, asked_now, asked_now
  FROM unnest(errand_turn, errand_to, errand_name, errand_data) WITH ORDINALITY AS told (turn, receiver, name, data, place)
  WHERE stored_rows[told.turn] > 0 ORDER BY told.place;

  INSERT INTO referrals (chain, friend, referrer, at, bought)
  SELECT chain_no, told.friend, turn_member[told.turn], told.at, false
  FROM unnest(referral_turn, referral_friend, referral_at, referral_bought) AS told (turn, friend, at, bought)
  WHERE stored_rows[told.turn] > 0 AND told.bought IS NULL
  ON CONFLICT DO NOTHING;

  -- Of several words on one friend in one call the last holds.
  UPDATE referrals r SET bought = latest.bought
  FROM (
    SELECT DISTINCT ON (told.friend) told.friend, turn_member[told.turn] AS referrer, told.bought
    FROM unnest(referral_turn, referral_friend, referral_at, referral_bought) WITH ORDINALITY AS told (turn, friend, at, bought, place)
    WHERE stored_rows[told.turn] > 0 AND told.bought IS NOT NULL ORDER BY told.friend, told.place DESC) AS latest
  WHERE r.chain = chain_no AND r.friend = latest.friend AND r.referrer = latest.referrer;
END
$$;

-- The codes that members hand to their friends. They stand for members and say nothing of them.
CREATE TABLE referral_codes (
  chain  integer NOT NULL,
  code   text    COLLATE "C" NOT NULL,
  member text    COLLATE "C" NOT NULL,
  PRIMARY KEY (chain, code)
);
CREATE UNIQUE INDEX referral_codes_by_member ON referral_codes (chain, member);
