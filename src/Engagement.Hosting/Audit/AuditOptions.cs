namespace Engagement.Hosting.Audit;

/// <summary>The audit trail (<c>Engagement:Audit</c>, docs/security/audit.md).</summary>
public sealed class AuditOptions
{
    /// <summary>
    /// The file to which this node appends how far each trail has come, so that a trail which somebody has rewritten as a whole is
    /// found out. Default <c>audit-heads.ndjson</c> beside the folder of the keys. It proves something only where whoever can
    /// write the database cannot write it: best is to have it carried away.
    /// </summary>
    public string? HeadsFile { get; set; }

    /// <summary>
    /// How often. Default an hour; from a second to a day. What was entered since the last time can be rewritten without a trace
    /// by whoever has the database.
    /// </summary>
    public TimeSpan HeadsEvery { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How much of a caller's address is kept: <see cref="KeptAddress.Shortened"/> (default), <see cref="KeptAddress.None"/> or
    /// <see cref="KeptAddress.Whole"/>. Whole addresses are personal data of the staff, which a trail keeps for ever.
    /// </summary>
    public KeptAddress Address { get; set; } = KeptAddress.Shortened;

    /// <summary>
    /// For how long that which nobody waits for, such as a batch of events, gathers before it is stored. Default a quarter of
    /// a second; more means fewer writes, and more that a crash takes with it.
    /// </summary>
    public TimeSpan Gather { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// How many entries may wait to be stored. Default 20,000. Beyond, calls are answered 503, and of that which nobody waits for
    /// the trail says how many entries were lost.
    /// </summary>
    public int MostWaiting { get; set; } = 20_000;
}

/// <summary>How much of an address is kept.</summary>
public enum KeptAddress
{
    None,

    /// <summary>Of IPv4 the first 24 bits, of IPv6 the first 48: which network, and not whose machine.</summary>
    Shortened,

    Whole,
}
