namespace Engagement.Hosting.Limits;

/// <summary>How much anybody may ask of this node (<c>Engagement:Limits</c>, docs/security/limits.md). Each node counts for itself.</summary>
public sealed class LimitOptions
{
    /// <summary>
    /// Calls a second of one account or key, in the long run. Default 500. Beyond, calls are answered 429; less makes staff apps of
    /// large stores, and programs that do not batch, wait. System administrators are not counted: it is they who load
    /// and repair, and whoever has their key could change this anyway.
    /// </summary>
    public int CallsOfCaller { get; set; } = 500;

    /// <summary>How many calls of one account or key may come at once after a rest. Default 2,000.</summary>
    public int BurstOfCaller { get; set; } = 2_000;

    /// <summary>
    /// Calls a second from one address by whoever is signed in, system administrators aside. Default 2,000, for a whole head
    /// office or a proxy that is not named in <c>Engagement:Proxies</c> may be behind one address.
    /// </summary>
    public int CallsOfAddress { get; set; } = 2_000;

    /// <summary>Default 8,000.</summary>
    public int BurstOfAddress { get; set; } = 8_000;

    /// <summary>Calls a second from one address by whoever is not signed in, or not with a key that is one. Default 50.</summary>
    public int CallsOfStranger { get; set; } = 50;

    /// <summary>Default 500.</summary>
    public int BurstOfStranger { get; set; } = 500;

    /// <summary>
    /// How often a minute somebody at one address may sign in in vain: by a wrong password, code, key or link. Default 10. More
    /// lets guessing go faster; less shuts out a store where one person has forgotten hers. Signing in rightly costs nothing.
    /// </summary>
    public int FailedSignIns { get; set; } = 10;

    /// <summary>How often a minute one address may try to sign in at all. Default 240: each try costs a slow hash.</summary>
    public int SignIns { get; set; } = 240;

    /// <summary>Batches of events of one account or key under way at once, those that are still being sent included. Default 80.</summary>
    public int BatchesOfCaller { get; set; } = 80;

    /// <summary>
    /// The longest a request may take, batches of events, the hub, and runs that are waited for aside. Default a minute. A shorter
    /// time answers 503 where a busy store would have come to an answer.
    /// </summary>
    public TimeSpan LongestRequest { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The largest body in bytes, batches of events aside. Default 256 KiB; a smaller one may not hold a large policy.</summary>
    public int LargestBody { get; set; } = 256 * 1024;

    /// <summary>Connections open at once. Default 10,000; what is beyond is closed unanswered. A connection costs some 10 to 50 KB.</summary>
    public int MostConnections { get; set; } = 10_000;

    /// <summary>Of these live ones (WebSockets). Default 5,000.</summary>
    public int MostLiveConnections { get; set; } = 5_000;

    /// <summary>Live connections of one account or key. Default 200: accounts may be shared by all screens of a store.</summary>
    public int LiveConnectionsOfCaller { get; set; } = 200;

    /// <summary>Streams open at once on one live connection. Default 16; the staff app needs three.</summary>
    public int StreamsOfConnection { get; set; } = 16;

    /// <summary>Calls a second on one live connection, in the long run; five times as many at once. Default 20.</summary>
    public int LiveCallsOfConnection { get; set; } = 20;

    internal bool IsSound =>
        this is
        {
            CallsOfCaller: > 0, BurstOfCaller: > 0, CallsOfAddress: > 0, BurstOfAddress: > 0, CallsOfStranger: > 0, BurstOfStranger: > 0,
            FailedSignIns: > 0, SignIns: > 0, BatchesOfCaller: > 0, LargestBody: >= 16 * 1024, MostConnections: > 0, MostLiveConnections: > 0,
            LiveConnectionsOfCaller: > 0, StreamsOfConnection: > 0, LiveCallsOfConnection: > 0,
        }
        && LongestRequest >= TimeSpan.FromSeconds(1);
}
