using Engagement.Hosting.Members;
using Engagement.Journal;

namespace Engagement.Silo.Members;

/// <summary>A reply between nodes.</summary>
[GenerateSerializer, Immutable, Alias("engagement.reply")]
public readonly struct ReplyWire
{
    /// <summary>0 accepted, 1 duplicate, 2 rejected.</summary>
    [Id(0)]
    public int Outcome { get; init; }

    /// <summary>The position of the last event that followed; 0 where nothing was stored.</summary>
    [Id(1)]
    public long Position { get; init; }

    /// <summary>The code of a rejection.</summary>
    [Id(2)]
    public string? Code { get; init; }

    [Id(3)]
    public string? Detail { get; init; }

    internal static ReplyWire Of(Reply reply) => new()
    {
        Outcome = reply.Outcome switch
        {
            Hosting.Members.Outcome.Accepted => 0,
            Hosting.Members.Outcome.Duplicate => 1,
            _ => 2,
        },
        Position = reply.Position,
        Code = reply.Rejection?.Code,
        Detail = reply.Rejection?.Detail,
    };

    internal Reply Read() => Outcome switch
    {
        0 => new(Hosting.Members.Outcome.Accepted, null, Position),
        1 => new(Hosting.Members.Outcome.Duplicate, null, Position),
        2 => new(Hosting.Members.Outcome.Rejected, new(Code ?? "", Detail ?? ""), Position),
        _ => throw new JournalUnavailableException("The member's node runs a newer version and answered what this one does not know. Send it again."),
    };
}
