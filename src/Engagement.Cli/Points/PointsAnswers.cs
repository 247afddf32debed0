using System.Text.Json;
using Engagement.Cli.Api;

namespace Engagement.Cli.Points;

/// <summary>A page of a member's statement of points.</summary>
internal sealed record StatementAnswer(PointsAnswer Points, IReadOnlyList<PointsLineAnswer> Items, JsonElement? Next)
{
    public string? Cursor => new ListPage<PointsLineAnswer>(Items, Next).Cursor;
}

/// <summary>Where a member stands.</summary>
internal sealed record PointsAnswer(long Balance, long Usable, long Pending, long Owed, DateTimeOffset? NextExpiryAt, long NextExpiring);

internal sealed record PointsLineAnswer(DateTimeOffset At, string Type, long Points, long Balance, string? What, string? By);
