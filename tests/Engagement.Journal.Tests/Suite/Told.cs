using System.Text;

namespace Engagement.Journal.Tests.Suite;

/// <summary>All that a committed event says, comparable.</summary>
internal sealed record Told(long Position, string Type, string Member, string? Store, long At, string? Id, string Data)
{
    public static Told Of(CommittedEvent happened) => new(
        happened.Position,
        happened.StoredType,
        happened.Member.Value,
        happened.Store?.Value,
        happened.At.Microseconds,
        happened.Id,
        Encoding.UTF8.GetString(happened.Data.Span));
}
