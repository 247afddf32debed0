-- What members are sent: written with the commits of their members, one row a message. 'state' counts on from planned, moved,
-- sent, delivered, failed to cancelled; 'decisions' are JSON objects with a comma between them.
--
-- It is the outbox as well. A message that was released has 'waiting_since' until it is dealt with, and 'outbox' says how far
-- it has come: 0 not there (not released, or taken back), 1 free, 2 being handed over, 3 begun by somebody whose lease ended
-- (or who is to try again), 4 handed over, 5 given up. What
-- has ended waits until its member knows. Only at 1 can its member take it back. 'leased_until' is real time.
CREATE TABLE messages (
  no            bigint   GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  chain         integer  NOT NULL,
  id            text     COLLATE "C" NOT NULL,
  member        bigint   NOT NULL,
  run           integer  NOT NULL,
  step          integer  NOT NULL,
  playbook      text     COLLATE "C" NOT NULL,
  template      text     COLLATE "C" NOT NULL,
  channel       text     COLLATE "C" NOT NULL,
  offer         text,
  state         smallint NOT NULL,
  planned_at    bigint   NOT NULL,
  sent_at       bigint,
  decisions     text     NOT NULL,
  outbox        smallint NOT NULL DEFAULT 0,
  waiting_since bigint,
  leased_until  bigint   NOT NULL DEFAULT 0,
  leased_by     text     COLLATE "C",
  tries         integer  NOT NULL DEFAULT 0
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX messages_by_id ON messages (chain, id);
CREATE INDEX messages_by_plan ON messages (chain, planned_at, id);
CREATE INDEX messages_by_state ON messages (chain, state, planned_at, id);
CREATE INDEX messages_by_member ON messages (member, planned_at, id);
CREATE INDEX messages_by_wait ON messages (waiting_since, no) WHERE waiting_since IS NOT NULL;

-- What staff are to do: written with the commits of their members, one row a task. 'state' counts on from open, claimed,
-- snoozed, done, expired to withdrawn; 'store' is the member's home store.
CREATE TABLE tasks (
  no            bigint   GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  chain         integer  NOT NULL,
  id            text     COLLATE "C" NOT NULL,
  member        bigint   NOT NULL,
  number        integer  NOT NULL,
  store         text     COLLATE "C",
  kind          text     COLLATE "C" NOT NULL,
  source        text     COLLATE "C" NOT NULL,
  run           integer,
  step          integer,
  title         text     NOT NULL,
  script        text,
  offer         text,
  opened_at     bigint   NOT NULL,
  due_at        bigint   NOT NULL,
  expires_at    bigint,
  state         smallint NOT NULL,
  assignee      text     COLLATE "C",
  snoozed_until bigint,
  escalated     boolean  NOT NULL,
  outcome       text,
  closed_at     bigint
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX tasks_by_id ON tasks (chain, id);
CREATE INDEX tasks_by_due ON tasks (chain, due_at, id);
CREATE INDEX tasks_by_store ON tasks (chain, store, due_at, id);
CREATE INDEX tasks_by_assignee ON tasks (chain, assignee, due_at, id) WHERE assignee IS NOT NULL;
CREATE INDEX tasks_by_member ON tasks (member, due_at, id);
-- Queues are asked for all the time and hold few of the tasks there ever were.
CREATE INDEX tasks_open_by_due ON tasks (chain, due_at, id) WHERE closed_at IS NULL;
CREATE INDEX tasks_open_by_store ON tasks (chain, store, due_at, id) WHERE closed_at IS NULL;

-- Stores turns as store_turns does, which goes on serving nodes that know no messages, and turns that bring none: what those
-- arrays mean is said there. Besides, in the same transaction and under the same lock: the messages and tasks that the turns
-- changed, each of which comes once, and by its place the turns whose members got a home store while they had tasks.
--
-- A message or task that is listed already comes with NULL for what cannot change. One statement does for new and old: what
-- is not told is as it was. It looks the old one up (LATERAL, LIMIT 1) for what only turns change, which the lock keeps as it
-- is; what the outbox changes without the lock (messages.outbox) is decided on the row itself, once it is this
-- transaction's.
CREATE FUNCTION store_turns_2(
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
  place    integer;
BEGIN
  SELECT stored.head_before, stored.stored_rows INTO head_before, stored_rows
  FROM store_turns(
    of_chain, node, turn_row, turn_member, turn_expected, turn_version, turn_rules, turn_due, turn_stage, turn_since, turn_flags,
    turn_home, state_format, turn_state, event_turn, event_type, event_store, event_at, event_id, event_print, event_data,
    move_turn, move_day, move_store, move_level, move_delta) AS stored;
  SELECT no INTO chain_no FROM chains WHERE chains.id = of_chain;

  IF cardinality(message_turn) > 0 THEN
    INSERT INTO messages AS listed (
      chain, id, member, run, step, playbook, template, channel, offer, state, planned_at, sent_at, decisions, outbox, waiting_since)
    SELECT chain_no, told.id, stored_rows[told.turn], told.run, told.step, coalesce(told.playbook, known.playbook),
      coalesce(told.template, known.template), coalesce(told.channel, known.channel), coalesce(told.offer, known.offer),
      CASE WHEN told.state = 2 AND known.state IN (3, 4) THEN known.state ELSE coalesce(told.state, known.state) END,
      coalesce(told.planned, known.planned_at), coalesce(known.sent_at, told.sent), told.decisions,
      CASE WHEN told.released IS NULL THEN 0 ELSE 1 END, told.released
    FROM unnest(
      message_turn, message_id, message_run, message_step, message_playbook, message_template, message_channel, message_offer,
      message_state, message_planned, message_released, message_sent, message_decisions)
      AS told (turn, id, run, step, playbook, template, channel, offer, state, planned, released, sent, decisions)
    LEFT JOIN LATERAL (SELECT m.* FROM messages m WHERE m.chain = chain_no AND m.id = told.id LIMIT 1) AS known ON true
    WHERE stored_rows[told.turn] > 0 AND (told.template IS NOT NULL OR known.id IS NOT NULL)
    ON CONFLICT (chain, id) DO UPDATE SET
      -- What is in somebody's hands cannot be taken back.
      state = CASE WHEN excluded.state = 5 AND listed.outbox > 1 THEN listed.state ELSE excluded.state END,
      planned_at = excluded.planned_at,
      sent_at = excluded.sent_at,
      decisions = listed.decisions || ',' || excluded.decisions,
      outbox = CASE WHEN excluded.outbox = 1 THEN 1 WHEN excluded.state = 5 AND listed.outbox = 1 THEN 0 ELSE listed.outbox END,
      waiting_since = CASE
        WHEN excluded.outbox = 1 THEN excluded.waiting_since
        WHEN excluded.state = 5 AND listed.outbox = 1 THEN NULL
        -- Her commit tells what became of it.
        WHEN excluded.state IN (2, 3, 4) AND listed.outbox > 3 THEN NULL
        ELSE listed.waiting_since END;
  END IF;

  IF cardinality(task_turn) > 0 THEN
    INSERT INTO tasks (
      chain, id, member, number, store, kind, source, run, step, title, script, offer, opened_at, due_at, expires_at, state,
      assignee, snoozed_until, escalated, outcome, closed_at)
    SELECT chain_no, told.id, stored_rows[told.turn], told.number, turn_home[told.turn], coalesce(told.kind, known.kind),
      coalesce(told.source, known.source), told.run, told.step, coalesce(told.title, known.title), told.script, told.offer,
      coalesce(told.opened, known.opened_at), coalesce(told.due, known.due_at), told.expires, coalesce(told.state, known.state),
      CASE WHEN told.reassigned THEN told.assignee ELSE known.assignee END,
      CASE WHEN told.state IS NULL THEN known.snoozed_until ELSE told.snoozed END,
      told.escalated OR coalesce(known.escalated, false), coalesce(told.outcome, known.outcome), coalesce(told.closed, known.closed_at)
    FROM unnest(
      task_turn, task_id, task_number, task_kind, task_source, task_run, task_step, task_title, task_script, task_offer,
      task_opened, task_due, task_expires, task_state, task_reassigned, task_assignee, task_snoozed, task_escalated,
      task_outcome, task_closed)
      AS told (turn, id, number, kind, source, run, step, title, script, offer, opened, due, expires, state, reassigned, assignee,
        snoozed, escalated, outcome, closed)
    LEFT JOIN LATERAL (SELECT t.* FROM tasks t WHERE t.chain = chain_no AND t.id = told.id LIMIT 1) AS known ON true
    WHERE stored_rows[told.turn] > 0 AND (told.kind IS NOT NULL OR known.id IS NOT NULL)
    ON CONFLICT (chain, id) DO UPDATE SET
      state = excluded.state, assignee = excluded.assignee, snoozed_until = excluded.snoozed_until,
      escalated = excluded.escalated, outcome = excluded.outcome, closed_at = excluded.closed_at;
  END IF;

  FOREACH place IN ARRAY home_turn LOOP
    UPDATE tasks SET store = turn_home[place] WHERE member = stored_rows[place] AND store IS NULL;
  END LOOP;
END
$$;
