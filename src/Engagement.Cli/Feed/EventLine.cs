using System.Text.Json;
using Engagement.Cli.Api;

namespace Engagement.Cli.Feed;

/// <summary>A committed event in one line.</summary>
internal static class EventLine
{
    public static string Of(CommittedEvent committed)
    {
        var store = committed.Store is null ? "" : $" @{committed.Store}";
        var when = $"{committed.Position,8}  {Instant.Show(committed.At)}";
        return DisplayText.Plain($"{when}  {committed.Member}{store}  {committed.Type}  {Detail(committed)}".TrimEnd());
    }

    private static string Detail(CommittedEvent committed)
    {
        if (committed.Data.ValueKind != JsonValueKind.Object)
            return "";
        if (committed.Type == "stage_changed")
        {
            var from = Text(committed.Data, "from") ?? "(first seen)";
            return $"{from} → {Text(committed.Data, "to")}: {Text(committed.Data, "reason")}";
        }

        return string.Join(
            ", ",
            committed.Data.EnumerateObject()
                .Where(field => field.Value.ValueKind is not JsonValueKind.Null)
                .Select(field => $"{field.Name} {field.Value}"));
    }

    private static string? Text(JsonElement data, string name) =>
        data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
