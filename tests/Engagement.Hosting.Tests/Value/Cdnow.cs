using System.Globalization;
using System.Text.Json;

namespace Engagement.Hosting.Tests.Value;

/// <summary>
/// The purchases of CDNOW, which are no part of the project: they are looked for where ENGAGEMENT_CDNOW says, else in
/// <c>../shared/data</c> beside the checkout. Whoever has none of them misses the tests with them.
/// </summary>
internal static class Cdnow
{
    /// <summary>What the members of the papers' 1/10 sample bought, as items for the API.</summary>
    public static string Sample()
    {
        var members = File.ReadLines(Find("cdnow_sample_members.txt")).ToHashSet(StringComparer.Ordinal);
        var items = File.ReadLines(Find("cdnow.csv")).Skip(1).Select(line => line.Split(','))
            .Where(row => members.Contains(row[0]))
            .Select((row, number) => new
            {
                id = $"row {number}",
                type = "purchase",
                member = row[0],
                at = $"{row[1]}T00:00:00Z",
                amount = decimal.Parse(row[3], CultureInfo.InvariantCulture),
            });
        return JsonSerializer.Serialize(items);
    }

    private static string Find(string name)
    {
        var folder = Environment.GetEnvironmentVariable("ENGAGEMENT_CDNOW") ?? Path.Combine(Checkout(), "..", "shared", "data");
        var file = Path.Combine(folder, name);
        if (!File.Exists(file))
            Assert.Skip($"The purchases of CDNOW are not here ('{name}'); ENGAGEMENT_CDNOW says where they are.");
        return file;
    }

    private static string Checkout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Engagement.sln")))
                return folder.FullName;
        }

        return AppContext.BaseDirectory;
    }
}
