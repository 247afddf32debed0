-- What the nodes of a cluster keep here beside the journal: who is of the cluster, and grain storage for its few settings.
-- The Orleans providers for ADO.NET (invariant Npgsql) find their statements in the table orleansquery. They demand the names
-- of its columns, of the keys, of the parameters and of the columns that are read back; all else is this project's.
-- A stand-alone node has these tables as well and leaves them empty.

CREATE TABLE orleansquery (
    querykey  text PRIMARY KEY,
    querytext text NOT NULL
);

-- One row for each cluster. Its version orders all changes of membership: whoever writes names the version last read.
CREATE TABLE orleans_cluster (
    cluster_id text PRIMARY KEY,
    version    integer NOT NULL DEFAULT 0,
    changed_at timestamptz NOT NULL DEFAULT now()
);

-- One row for each life of a node: one that restarts comes back with another generation.
CREATE TABLE orleans_node (
    cluster_id    text NOT NULL REFERENCES orleans_cluster,
    address       text NOT NULL,
    port          integer NOT NULL,
    generation    integer NOT NULL,
    silo_name     text NOT NULL,
    host_name     text NOT NULL,
    status        integer NOT NULL,
    proxy_port    integer NOT NULL,
    suspicions    text,
    started_at    timestamptz NOT NULL,
    last_alive_at timestamptz NOT NULL,
    PRIMARY KEY (cluster_id, address, port, generation)
);

-- Grains are found by the hashes of id and type; the ids themselves settle collisions.
CREATE TABLE orleans_state (
    id_hash      integer NOT NULL,
    type_hash    integer NOT NULL,
    id_high      bigint NOT NULL,
    id_low       bigint NOT NULL,
    id_text      text NOT NULL DEFAULT '',
    grain_type   text NOT NULL,
    service_id   text NOT NULL,
    state        bytea,
    version      integer NOT NULL,
    changed_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (service_id, id_hash, type_hash, id_high, id_low, id_text, grain_type)
);

INSERT INTO orleansquery (querykey, querytext) VALUES

-- Answers whether a row was made.
('InsertMembershipVersionKey', $query$
    WITH made AS (
        INSERT INTO orleans_cluster (cluster_id) VALUES (@DeploymentId)
        ON CONFLICT DO NOTHING
        RETURNING 1)
    SELECT EXISTS (SELECT FROM made)
$query$),

-- The version moves on and the node joins, or neither: the update holds the cluster's row until the transaction ends. It
-- must not move where that life of the node is known already, because then nothing is inserted.
('InsertMembershipKey', $query$
    WITH moved AS (
        UPDATE orleans_cluster SET version = version + 1, changed_at = now()
        WHERE cluster_id = @DeploymentId AND version = @Version
            AND NOT EXISTS (
                SELECT FROM orleans_node
                WHERE cluster_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
        RETURNING cluster_id),
    joined AS (
        INSERT INTO orleans_node (
            cluster_id, address, port, generation, silo_name, host_name, status, proxy_port, started_at, last_alive_at)
        SELECT cluster_id, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
        FROM moved
        RETURNING 1)
    SELECT EXISTS (SELECT FROM joined)
$query$),

('UpdateMembershipKey', $query$
    WITH moved AS (
        UPDATE orleans_cluster SET version = version + 1, changed_at = now()
        WHERE cluster_id = @DeploymentId AND version = @Version
            AND EXISTS (
                SELECT FROM orleans_node
                WHERE cluster_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
        RETURNING cluster_id),
    changed AS (
        UPDATE orleans_node AS node
        SET status = @Status, suspicions = @SuspectTimes, last_alive_at = @IAmAliveTime
        FROM moved
        WHERE node.cluster_id = moved.cluster_id
            AND node.address = @Address AND node.port = @Port AND node.generation = @Generation
        RETURNING 1)
    SELECT EXISTS (SELECT FROM changed)
$query$),

-- A sign of life is no change of membership: the version stays.
('UpdateIAmAlivetimeKey', $query$
    UPDATE orleans_node SET last_alive_at = @IAmAliveTime
    WHERE cluster_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
$query$),

-- The version is answered even where there is no node.
('MembershipReadRowKey', $query$
    SELECT cluster.version AS Version, node.address AS Address, node.port AS Port, node.generation AS Generation,
        node.silo_name AS SiloName, node.host_name AS HostName, node.status AS Status, node.proxy_port AS ProxyPort,
        node.suspicions AS SuspectTimes, node.started_at AS StartTime, node.last_alive_at AS IAmAliveTime
    FROM orleans_cluster AS cluster
    LEFT JOIN orleans_node AS node ON node.cluster_id = cluster.cluster_id
        AND node.address = @Address AND node.port = @Port AND node.generation = @Generation
    WHERE cluster.cluster_id = @DeploymentId
$query$),

('MembershipReadAllKey', $query$
    SELECT cluster.version AS Version, node.address AS Address, node.port AS Port, node.generation AS Generation,
        node.silo_name AS SiloName, node.host_name AS HostName, node.status AS Status, node.proxy_port AS ProxyPort,
        node.suspicions AS SuspectTimes, node.started_at AS StartTime, node.last_alive_at AS IAmAliveTime
    FROM orleans_cluster AS cluster
    LEFT JOIN orleans_node AS node ON node.cluster_id = cluster.cluster_id
    WHERE cluster.cluster_id = @DeploymentId
$query$),

('GatewaysQueryKey', $query$
    SELECT address AS Address, proxy_port AS ProxyPort, generation AS Generation
    FROM orleans_node
    WHERE cluster_id = @DeploymentId AND status = @Status AND proxy_port > 0
$query$),

('DeleteMembershipTableEntriesKey', $query$
    WITH nodes AS (DELETE FROM orleans_node WHERE cluster_id = @DeploymentId RETURNING 1)
    DELETE FROM orleans_cluster WHERE cluster_id = @DeploymentId
$query$),

-- 6 is a node that is dead.
('CleanupDefunctSiloEntriesKey', $query$
    DELETE FROM orleans_node WHERE cluster_id = @DeploymentId AND status = 6 AND last_alive_at < @IAmAliveTime
$query$),

('ReadFromStorageKey', $query$
    SELECT state AS PayloadBinary, version AS Version
    FROM orleans_state
    WHERE service_id = @ServiceId AND id_hash = @GrainIdHash AND type_hash = @GrainTypeHash
        AND id_high = @GrainIdN1 AND id_low = @GrainIdN0 AND id_text = coalesce(@GrainIdExtensionString, '')
        AND grain_type = @GrainTypeString
$query$),

-- A writer that has seen nothing (no version) makes the row; any other must name the version it has seen. The one who lost
-- is told its own old version, which it takes for a conflict.
('WriteToStorageKey', $query$
    WITH made AS (
        INSERT INTO orleans_state (id_hash, type_hash, id_high, id_low, id_text, grain_type, service_id, state, version)
        SELECT @GrainIdHash, @GrainTypeHash, @GrainIdN1, @GrainIdN0, coalesce(@GrainIdExtensionString, ''), @GrainTypeString,
            @ServiceId, @PayloadBinary, 1
        WHERE @GrainStateVersion::integer IS NULL
        ON CONFLICT DO NOTHING
        RETURNING version),
    changed AS (
        UPDATE orleans_state SET state = @PayloadBinary, version = version + 1, changed_at = now()
        WHERE service_id = @ServiceId AND id_hash = @GrainIdHash AND type_hash = @GrainTypeHash
            AND id_high = @GrainIdN1 AND id_low = @GrainIdN0 AND id_text = coalesce(@GrainIdExtensionString, '')
            AND grain_type = @GrainTypeString AND version = @GrainStateVersion::integer
        RETURNING version)
    SELECT coalesce((SELECT version FROM made), (SELECT version FROM changed), @GrainStateVersion::integer) AS NewGrainStateVersion
$query$),

-- Emptied, but the version goes on.
('ClearStorageKey', $query$
    WITH cleared AS (
        UPDATE orleans_state SET state = NULL, version = version + 1, changed_at = now()
        WHERE service_id = @ServiceId AND id_hash = @GrainIdHash AND type_hash = @GrainTypeHash
            AND id_high = @GrainIdN1 AND id_low = @GrainIdN0 AND id_text = coalesce(@GrainIdExtensionString, '')
            AND grain_type = @GrainTypeString AND version = @GrainStateVersion::integer
        RETURNING version)
    SELECT coalesce((SELECT version FROM cleared), @GrainStateVersion::integer) AS NewGrainStateVersion
$query$),

('DeleteStorageKey', $query$
    WITH gone AS (
        DELETE FROM orleans_state
        WHERE service_id = @ServiceId AND id_hash = @GrainIdHash AND type_hash = @GrainTypeHash
            AND id_high = @GrainIdN1 AND id_low = @GrainIdN0 AND id_text = coalesce(@GrainIdExtensionString, '')
            AND grain_type = @GrainTypeString AND version = @GrainStateVersion::integer
        RETURNING version)
    SELECT coalesce((SELECT version + 1 FROM gone), @GrainStateVersion::integer) AS NewGrainStateVersion
$query$);
