-- What is counted of playbooks, campaigns, surveys and staff (docs/domain/recall.md), by UTC day and home store ('' for none):
-- counts, and money in ten-thousandths. Each tally stands under its day and again under -2147483648 for all days, so that asking
-- for all of them is no walk through years; where members stand now (measures 'step:…') stands there alone.
CREATE TABLE tallies (
  chain   integer NOT NULL,
  day     bigint  NOT NULL,
  subject text    COLLATE "C" NOT NULL,
  measure text    COLLATE "C" NOT NULL,
  store   text    COLLATE "C" NOT NULL,
  amount  numeric NOT NULL,
  PRIMARY KEY (chain, day, subject, measure, store)
) WITH (fillfactor = 70);

-- Stores turns as store_turns_2 does, which goes on serving nodes that know no tallies, and turns that bring none. Besides, in
-- the same transaction and under the same lock: what the turns add to tallies, summed up before it is written.
--
-- A tally whose subject is NULL is of the playbook or campaign of a message (tally_message), or of the staff who by then
-- (tally_at) had done a task of a run of this member (tally_run): both are looked up in the rows that the turns have just
-- changed. Where there is none, nothing is counted.
CREATE FUNCTION store_turns_3(
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
  all_days CONSTANT bigint := -2147483648;
  chain_no integer;
BEGIN
  SELECT stored.head_before, stored.stored_rows INTO head_before, stored_rows
  FROM store_turns_2(
      of_chain, node, turn_row, turn_member, turn_expected, turn_version, turn_rules, turn_due, turn_stage, turn_since,
      turn_flags, turn_home, state_format, turn_state, event_turn, event_type, event_store, event_at, event_id, event_print,
      event_data, move_turn, move_day, move_store, move_level, move_delta, message_turn, message_id, message_run,
      message_step, message_playbook, message_template, message_channel, message_offer, message_state, message_planned,
      message_released, message_sent, message_decisions, task_turn, task_id, task_number, task_kind, task_source, task_run,
      task_step, task_title, task_script, task_offer, task_opened, task_due, task_expires, task_state, task_reassigned,
      task_assignee, task_snoozed, task_escalated, task_outcome, task_closed, home_turn) AS stored;
  SELECT no INTO chain_no FROM chains WHERE chains.id = of_chain;

  INSERT INTO tallies (chain, day, subject, measure, store, amount)
  SELECT chain_no, days.day, subjects.subject, told.measure, told.store, sum(told.amount)
  FROM unnest(
    tally_turn, tally_day, tally_store, tally_subject, tally_measure, tally_amount, tally_message, tally_run, tally_at)
    AS told (turn, day, store, subject, measure, amount, message, run, at)
  CROSS JOIN LATERAL (
    SELECT told.subject WHERE told.subject IS NOT NULL
    UNION ALL
    (SELECT CASE WHEN starts_with(m.playbook, 'campaign:') THEN m.playbook ELSE 'playbook:' || m.playbook END
     FROM messages m WHERE m.chain = chain_no AND m.id = told.message AND told.message IS NOT NULL LIMIT 1)
    UNION ALL
    (SELECT DISTINCT 'staff:' || t.assignee FROM tasks t
     WHERE t.member = stored_rows[told.turn] AND t.run = told.run AND told.run IS NOT NULL AND t.state = 3 AND t.closed_at <= told.at))
    AS subjects (subject)
  CROSS JOIN LATERAL (SELECT told.day UNION ALL SELECT all_days WHERE told.day <> all_days) AS days (day)
  WHERE stored_rows[told.turn] > 0
  GROUP BY days.day, subjects.subject, told.measure, told.store HAVING sum(told.amount) <> 0
  ON CONFLICT (chain, day, subject, measure, store) DO UPDATE SET amount = tallies.amount + excluded.amount;
END
$$;
