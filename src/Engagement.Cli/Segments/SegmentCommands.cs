using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Engagement.Cli.Api;

namespace Engagement.Cli.Segments;

/// <summary><c>engage segment list</c>, <c>count</c> and <c>members</c>.</summary>
internal static class SegmentCommands
{
    public static Command Build(Terminal terminal, ServerOptions server)
    {
        var chain = new Option<string>("--chain") { Description = "The chain.", Required = true, Recursive = true };
        var json = new Option<bool>("--json") { Description = "The server's answer as it is.", Recursive = true };
        var segment = new Argument<string>("SEGMENT") { Description = "The segment's name." };
        var limit = new Option<int>("--limit") { Description = "At most so many on a page, 1 to 500.", DefaultValueFactory = _ => 100 };
        var cursor = new Option<string?>("--cursor") { Description = "Goes on where the page before ended." };
        var list = new Command("list", "Lists the segments that the chain keeps.");
        list.SetAction((parsed, stop) => Answers.ShowAsync(
            terminal, server.Connect(parsed), client => client.GetAsync<JsonDocument>(Path(parsed.GetRequiredValue(chain)), stop), parsed.GetValue(json), List));
        var count = new Command("count", "Says how many are in a segment now.") { segment };
        count.SetAction((parsed, stop) => Answers.ShowAsync(
            terminal,
            server.Connect(parsed),
            client => client.GetAsync<JsonDocument>($"{Path(parsed.GetRequiredValue(chain), parsed.GetRequiredValue(segment))}/count", stop),
            parsed.GetValue(json),
            Count));
        var members = new Command("members", "Lists who is in a segment now.") { segment, limit, cursor };
        members.SetAction((parsed, stop) => Answers.ShowAsync(
            terminal,
            server.Connect(parsed),
            client => client.GetAsync<JsonDocument>(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Path(parsed.GetRequiredValue(chain), parsed.GetRequiredValue(segment))}/members?limit={parsed.GetValue(limit)}")
                    + (parsed.GetValue(cursor) is { } after ? $"&cursor={Uri.EscapeDataString(after)}" : ""),
                stop),
            parsed.GetValue(json),
            Members));
        var command = new Command("segment", "Segments: filters over members that the chain keeps.") { list, count, members };
        command.Options.Add(chain);
        command.Options.Add(json);
        return command;
    }

    private static string Path(string chain, string? segment = null) =>
        $"{ApiPath.Chain(chain)}/segments" + (segment is null ? "" : $"/{Uri.EscapeDataString(segment)}");

    private static IEnumerable<string> List(JsonElement answer) => JsonText.Read<ListPage<SegmentEntry>>(answer).Items.Select(segment =>
        $"{segment.Name}  {segment.Title}" + (segment.UsedBy.Count == 0 ? "" : $"  (used by {string.Join(", ", segment.UsedBy)})"));

    private static IEnumerable<string> Count(JsonElement answer)
    {
        var counted = JsonText.Read<CountedAnswer>(answer);
        yield return string.Create(CultureInfo.InvariantCulture, $"members  {counted.Count}");
        foreach (var store in counted.ByStore)
            yield return string.Create(CultureInfo.InvariantCulture, $"  at {store.Store ?? "no store"}  {store.Count}");
    }

    private static IEnumerable<string> Members(JsonElement answer)
    {
        var page = JsonText.Read<ListPage<MemberEntry>>(answer);
        foreach (var member in page.Items)
            yield return $"{member.Id}  {member.Stage}" + (member.Store is null ? "" : $"  at {member.Store}");
        if (page.Cursor is { } next)
            yield return $"There are more: --cursor {next}";
    }
}
