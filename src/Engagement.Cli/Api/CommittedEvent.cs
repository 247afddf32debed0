using System.Text.Json;

namespace Engagement.Cli.Api;

/// <summary>A committed event, as timeline and feed carry it.</summary>
internal sealed record CommittedEvent(
    long Position, string Type, string Member, string? Store, DateTimeOffset At, string? Id, JsonElement Data);
