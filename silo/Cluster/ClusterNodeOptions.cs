namespace Engagement.Silo.Cluster;

/// <summary>This node's place in its cluster (<c>Engagement:Cluster</c>).</summary>
public sealed class ClusterNodeOptions
{
    /// <summary>
    /// The nodes that run together. Default <c>engagement</c>. Nodes of one name on one database form one cluster; another
    /// name on the same database makes a second cluster, whose nodes know nothing of the first and fight it for every member.
    /// </summary>
    public string ClusterId { get; set; } = "engagement";

    /// <summary>
    /// What grain storage is kept under. Default <c>engagement</c>. Another name starts with empty settings: sign-in codes
    /// issued before are gone. Members are in the journal and not touched by it.
    /// </summary>
    public string ServiceId { get; set; } = "engagement";

    /// <summary>
    /// The address at which the other nodes reach this one, an IP address or a host name that is looked up once, at the start.
    /// Default <c>127.0.0.1</c>, which serves several nodes on one machine and no more. The node listens on this address only.
    /// The line between nodes is neither encrypted nor signed in to: it must be on a network that nobody else is on.
    /// </summary>
    public string AdvertisedAddress { get; set; } = "127.0.0.1";

    /// <summary>The port the other nodes speak to. Default 11111. Nodes on one machine need one each.</summary>
    public int SiloPort { get; set; } = 11111;

    /// <summary>
    /// A port for programs that speak to grains from outside the cluster. Default 0: none is opened, since every node
    /// answers the HTTP API itself.
    /// </summary>
    public int GatewayPort { get; set; }

    /// <summary>
    /// How often a node asks its neighbours whether they are there, and how long it waits for the answer. Default 1 second.
    /// A node that is gone is given up after <see cref="MissedProbes"/> of these in a row. Less notices sooner, and takes a
    /// machine that stalls for a moment for a dead one, which then restarts.
    /// </summary>
    public TimeSpan Probe { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How many probes in a row must fail. Default 2: the members of a killed node are served again within some 5 seconds.</summary>
    public int MissedProbes { get; set; } = 2;

    /// <summary>
    /// How long a call goes on looking for a member whose node does not answer before the caller gets 503. Default 15 seconds.
    /// Less than it takes to give a node up (see <see cref="Probe"/>) turns each lost node into errors; more keeps callers waiting.
    /// </summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(15);

    internal string? Fault() => this switch
    {
        { ClusterId: "" } or { ServiceId: "" } or { AdvertisedAddress: "" } =>
            "Engagement:Cluster: ClusterId, ServiceId and AdvertisedAddress must not be empty.",
        { SiloPort: < 1 or > 65535 } or { GatewayPort: < 0 or > 65535 } =>
            "Engagement:Cluster: SiloPort must be from 1 to 65535, GatewayPort from 0 to 65535.",
        { MissedProbes: < 1 } => "Engagement:Cluster:MissedProbes must be 1 or more.",
        _ => Probe > TimeSpan.Zero && Patience > TimeSpan.Zero ? null : "Engagement:Cluster: Probe and Patience must be more than 0.",
    };
}
