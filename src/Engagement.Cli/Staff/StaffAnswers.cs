namespace Engagement.Cli.Staff;

/// <summary>Somebody's account, as far as a list shows it.</summary>
internal sealed record StaffEntry(
    string Id, string SignInName, string Name, string Role, IReadOnlyList<string> Stores, string State, bool HasSecondStep);

/// <summary>An account with the link to choose a password by.</summary>
internal sealed record LinkAnswer(StaffEntry Account, string Link, DateTimeOffset Until);
