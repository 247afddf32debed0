using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;
using Engagement.Journal.Formats;

namespace Engagement.Journal;

/// <summary>An event with its place in the chain's history.</summary>
/// <param name="Position">1, 2, 3 … without a gap within a chain.</param>
/// <param name="StoredType">The name in storage format, such as <c>stage_changed.v1</c>.</param>
/// <param name="Store">Where it happened; for what follows from time, the member's home store.</param>
/// <param name="At">When it happened.</param>
/// <param name="Id">The sender's id where it came from outside.</param>
/// <param name="Data">The event's own fields as a JSON object in UTF-8.</param>
public sealed record CommittedEvent(
    long Position, string StoredType, MemberId Member, StoreId? Store, Instant At, string? Id, ReadOnlyMemory<byte> Data)
{
    private MemberEvent? _happened;

    /// <summary>What the item said that it came from, where it was read from the store and came from outside.</summary>
    public ContentFingerprint Fingerprint { get; init; }

    /// <summary>The name without its version, as outside programs know it.</summary>
    public string Type => EventFormat.WireName(StoredType);

    /// <summary>What happened; read from <see cref="Data"/> when first asked for.</summary>
    public MemberEvent Happened
    {
        get => _happened ??= EventFormat.Read(StoredType, At, Store, Id, Fingerprint, Data.Span);
        init => _happened = value;
    }
}

/// <summary>Events of one chain that became durable together, in order of position.</summary>
public sealed record CommittedBatch(ChainId Chain, IReadOnlyList<CommittedEvent> Events)
{
    public long FirstPosition => Events[0].Position;

    public long LastPosition => Events[^1].Position;
}
