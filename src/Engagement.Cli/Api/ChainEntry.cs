namespace Engagement.Cli.Api;

internal sealed record ChainEntry(string Id, string? Name, string? Currency);
