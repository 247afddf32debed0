namespace Engagement.Hosting.Tests.Rights;

/// <summary>What docs/security/rights.md promises: how far each call reaches for each role.</summary>
internal static class RightsPage
{
    public static readonly string[] Roles = ["care_staff", "store_manager", "chain_headquarters", "integrator", "system_administrator"];

    private static readonly string[] Words = ["store", "chain", "all", "–", "self", "anyone"];

    /// <summary>The reaches by call, in the order of <see cref="Roles"/>; methods of the hub as <c>hub NAME</c>.</summary>
    public static Dictionary<string, string[]> Read()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Engagement.sln")))
            folder = folder.Parent;
        var rows = File.ReadLines(Path.Combine(folder.FullName, "docs", "security", "rights.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Where(cells => cells.Length == 1 + Roles.Length && cells[1..].All(cell => Words.Contains(cell)));
        return rows.ToDictionary(cells => cells[0].Trim('`'), cells => cells[1..], StringComparer.Ordinal);
    }
}
