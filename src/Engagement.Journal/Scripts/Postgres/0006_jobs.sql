-- The runs of campaigns: one row for each time a campaign went, or was to go, in each zone. 'occurrence' is the instant it was to
-- go by the calendar. 'cursor' is the last member who was dealt with: after a crash the run goes on behind her. 'state' counts on
-- from open, done to stopped; 'origin' from scheduled, missed to asked. 'leased_until' is real time, everything else the node's.
CREATE TABLE campaign_runs (
  chain        integer  NOT NULL REFERENCES chains (no),
  campaign     text     COLLATE "C" NOT NULL,
  occurrence   bigint   NOT NULL,
  zone         text     COLLATE "C" NOT NULL,
  origin       smallint NOT NULL,
  state        smallint NOT NULL DEFAULT 0,
  why          text,
  matched      bigint   NOT NULL DEFAULT 0,
  reached      bigint   NOT NULL DEFAULT 0,
  refused      bigint   NOT NULL DEFAULT 0,
  cursor       text,
  started_at   bigint   NOT NULL,
  finished_at  bigint,
  lease        text,
  leased_until bigint   NOT NULL DEFAULT 0,
  PRIMARY KEY (chain, campaign, occurrence, zone)
) WITH (fillfactor = 50);
CREATE INDEX campaign_runs_open ON campaign_runs (leased_until) WHERE state = 0;

-- What became of a campaign's messages.
CREATE INDEX messages_by_campaign ON messages (chain, playbook, state)
  WHERE playbook >= 'campaign:' AND playbook < 'campaign;';

-- What each calendar day brought each store. 'day' is its date, 'figures' a JSON object.
CREATE TABLE digests (
  chain   integer NOT NULL REFERENCES chains (no),
  day     text    COLLATE "C" NOT NULL,
  store   text    COLLATE "C" NOT NULL,
  made_at bigint  NOT NULL,
  figures text    NOT NULL,
  PRIMARY KEY (chain, day, store)
);

-- The tables of the job scheduler (Quartz 4), which the nodes share: what is to fire and when, who has it, and who is alive.
-- Names and columns are Quartz's, with a prefix that says whose they are; only Quartz reads and writes them. Its times are .NET
-- ticks. Cron triggers and triggers that fire once are all we use; the tables for other kinds are there because it looks for them.
CREATE TABLE quartz_job_details (
  sched_name        text NOT NULL,
  job_name          text NOT NULL,
  job_group         text NOT NULL,
  description       text,
  job_class_name    text NOT NULL,
  is_durable        boolean NOT NULL,
  is_nonconcurrent  boolean NOT NULL,
  is_update_data    boolean NOT NULL,
  requests_recovery boolean NOT NULL,
  job_data          bytea,
  PRIMARY KEY (sched_name, job_name, job_group)
);

CREATE TABLE quartz_triggers (
  sched_name              text NOT NULL,
  trigger_name            text NOT NULL,
  trigger_group           text NOT NULL,
  job_name                text NOT NULL,
  job_group               text NOT NULL,
  description             text,
  next_fire_time          bigint,
  prev_fire_time          bigint,
  priority                integer,
  trigger_state           text NOT NULL,
  trigger_type            text NOT NULL,
  start_time              bigint NOT NULL,
  end_time                bigint,
  calendar_name           text,
  misfire_instr           smallint,
  misfire_orig_fire_time  bigint,
  execution_group         varchar(200),
  preferred_node          varchar(200),
  preferred_node_auto     boolean NOT NULL DEFAULT false,
  retry_policy            varchar(250),
  retry_attempt           integer,
  continues_trigger_name  text,
  continues_trigger_group text,
  continuation_condition  integer,
  overlap_policy          integer,
  pause_reason            varchar(250),
  paused_by               varchar(200),
  paused_at               bigint,
  misfire_threshold       bigint,
  fixed_delay             boolean,
  job_data                bytea,
  PRIMARY KEY (sched_name, trigger_name, trigger_group),
  FOREIGN KEY (sched_name, job_name, job_group) REFERENCES quartz_job_details
);
CREATE INDEX quartz_triggers_by_job ON quartz_triggers (sched_name, job_name, job_group);
CREATE INDEX quartz_triggers_by_next ON quartz_triggers (sched_name, trigger_state, next_fire_time);

CREATE TABLE quartz_cron_triggers (
  sched_name      text NOT NULL,
  trigger_name    text NOT NULL,
  trigger_group   text NOT NULL,
  cron_expression text NOT NULL,
  time_zone_id    text,
  PRIMARY KEY (sched_name, trigger_name, trigger_group),
  FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES quartz_triggers ON DELETE CASCADE
);

CREATE TABLE quartz_simple_triggers (
  sched_name      text NOT NULL,
  trigger_name    text NOT NULL,
  trigger_group   text NOT NULL,
  repeat_count    bigint NOT NULL,
  repeat_interval bigint NOT NULL,
  times_triggered bigint NOT NULL,
  PRIMARY KEY (sched_name, trigger_name, trigger_group),
  FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES quartz_triggers ON DELETE CASCADE
);

CREATE TABLE quartz_simprop_triggers (
  sched_name    text NOT NULL,
  trigger_name  text NOT NULL,
  trigger_group text NOT NULL,
  str_prop_1    text,
  str_prop_2    text,
  str_prop_3    text,
  int_prop_1    integer,
  int_prop_2    integer,
  long_prop_1   bigint,
  long_prop_2   bigint,
  dec_prop_1    numeric,
  dec_prop_2    numeric,
  bool_prop_1   boolean,
  bool_prop_2   boolean,
  time_zone_id  text,
  PRIMARY KEY (sched_name, trigger_name, trigger_group),
  FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES quartz_triggers ON DELETE CASCADE
);

CREATE TABLE quartz_blob_triggers (
  sched_name    text NOT NULL,
  trigger_name  text NOT NULL,
  trigger_group text NOT NULL,
  blob_data     bytea,
  PRIMARY KEY (sched_name, trigger_name, trigger_group),
  FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES quartz_triggers ON DELETE CASCADE
);

CREATE TABLE quartz_calendars (
  sched_name    text NOT NULL,
  calendar_name text NOT NULL,
  calendar      bytea NOT NULL,
  PRIMARY KEY (sched_name, calendar_name)
);

CREATE TABLE quartz_paused_job_grps (
  sched_name   text NOT NULL,
  job_group    text NOT NULL,
  pause_reason varchar(250),
  paused_by    varchar(200),
  paused_at    bigint,
  PRIMARY KEY (sched_name, job_group)
);

CREATE TABLE quartz_paused_trigger_grps (
  sched_name    text NOT NULL,
  trigger_group text NOT NULL,
  pause_reason  varchar(250),
  paused_by     varchar(200),
  paused_at     bigint,
  PRIMARY KEY (sched_name, trigger_group)
);

CREATE TABLE quartz_fired_triggers (
  sched_name        text NOT NULL,
  entry_id          text NOT NULL,
  trigger_name      text NOT NULL,
  trigger_group     text NOT NULL,
  instance_name     text NOT NULL,
  fired_time        bigint NOT NULL,
  sched_time        bigint NOT NULL,
  priority          integer NOT NULL,
  state             text NOT NULL,
  job_name          text,
  job_group         text,
  is_nonconcurrent  boolean NOT NULL,
  requests_recovery boolean,
  execution_group   varchar(200),
  progress          integer,
  progress_message  varchar(250),
  interrupt_requested_time bigint,
  PRIMARY KEY (sched_name, entry_id)
);
CREATE INDEX quartz_fired_by_instance ON quartz_fired_triggers (sched_name, instance_name, requests_recovery);
CREATE INDEX quartz_fired_by_job ON quartz_fired_triggers (sched_name, job_name, job_group);
CREATE INDEX quartz_fired_by_trigger ON quartz_fired_triggers (sched_name, trigger_name, trigger_group);

CREATE TABLE quartz_scheduler_state (
  sched_name        text NOT NULL,
  instance_name     text NOT NULL,
  last_checkin_time bigint NOT NULL,
  checkin_interval  bigint NOT NULL,
  quartz_version    varchar(20),
  PRIMARY KEY (sched_name, instance_name)
);

CREATE TABLE quartz_locks (
  sched_name text NOT NULL,
  lock_name  text NOT NULL,
  PRIMARY KEY (sched_name, lock_name)
);
