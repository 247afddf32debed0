using System.Text.Json;

namespace Engagement.Cli.Policies;

/// <summary>A version of a policy, as far as a list shows it.</summary>
internal sealed record VersionEntry(long Version, DateTimeOffset? At, string? By, string? Note, IReadOnlyList<ChangeAnswer> Changes);

internal sealed record ChangeAnswer(string Path, JsonElement? From, JsonElement? To);
