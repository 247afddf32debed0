using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Engagement.Cli.Api;

namespace Engagement.Cli;

/// <summary>Reads lists page by page, as far as asked.</summary>
internal static class Lists
{
    private const int LargestPage = 500;

    public static Option<int> Limit() => new("--limit")
    {
        Description = "How many to show at most.",
        DefaultValueFactory = _ => 50,
    };

    /// <summary>The items of a list, at most <paramref name="most"/>; null with the reason printed and the exit code set.</summary>
    /// <param name="path">The list with its filters.</param>
    public static async Task<(IReadOnlyList<JsonElement>? Items, int ExitCode)> ReadAsync(
        Terminal terminal, EngagementClient client, string path, int most, CancellationToken stop)
    {
        var items = new List<JsonElement>();
        string? cursor = null;
        while (items.Count < most)
        {
            var limit = Math.Min(most - items.Count, LargestPage).ToString(CultureInfo.InvariantCulture);
            var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            var next = cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}";
            var answer = await client.GetAsync<ListPage<JsonElement>>($"{path}{separator}limit={limit}{next}", stop);
            if (answer.ValueOrReport(terminal, client.Address, out var exitCode) is not { } page)
                return (null, exitCode);
            items.AddRange(page.Items);
            if ((cursor = page.Cursor) is null || page.Items.Count == 0)
                break;
        }

        return (items, ExitCode.Done);
    }
}
