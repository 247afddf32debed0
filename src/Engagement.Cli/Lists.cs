using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Engagement.Cli.Api;
using Spectre.Console;

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

    /// <summary>Shows a list as a table, or with <paramref name="json"/> one item a line as the server gave it.</summary>
    /// <param name="nothing">What is said of an empty list.</param>
    /// <param name="row">An item's cells, one for each column.</param>
    public static async Task<int> ShowAsync<T>(
        Terminal terminal, EngagementClient client, string path, int most, bool json, string nothing, string[] columns, Func<T, string[]> row,
        CancellationToken stop)
    {
        var (items, exitCode) = await ReadAsync(terminal, client, path, most, stop);
        if (items is null)
            return exitCode;
        if (json)
        {
            foreach (var item in items)
                terminal.Output.WriteLine(JsonText.OneLine(item));
            return ExitCode.Done;
        }

        if (items.Count == 0)
        {
            terminal.Output.WriteLine(nothing);
            return ExitCode.Done;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns(columns);
        foreach (var item in items.Select(JsonText.Read<T>))
            table.AddRow([.. row(item).Select(DisplayText.Markup)]);
        terminal.Screen.Write(table);
        return ExitCode.Done;
    }

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
