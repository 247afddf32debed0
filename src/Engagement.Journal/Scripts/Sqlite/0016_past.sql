-- What staff did, by when: what came of it is worked out when somebody asks (docs/domain/care.md).
CREATE INDEX tasks_done ON tasks (chain, closed_at) WHERE state = 3;
