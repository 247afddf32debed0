using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Cli.Api;

namespace Engagement.Cli.Policies;

/// <summary>A policy's document on the command line: read from a file, changed field by field, compared.</summary>
internal static class PolicyDocument
{
    private static readonly JsonSerializerOptions Indented = new(JsonText.Readable) { WriteIndented = true };

    public static string Show(JsonNode document) => document.ToJsonString(Indented);

    /// <summary>The document in a file, or on standard input for <c>-</c>; null with the reason printed.</summary>
    public static JsonObject? Read(Terminal terminal, string file)
    {
        try
        {
            using var source = file == "-" ? terminal.OpenInput() : File.OpenRead(file);
            if (JsonNode.Parse(source) is JsonObject document)
                return document;
            terminal.Error.WriteLine(DisplayText.Plain($"{file} is no JSON object."));
        }
        catch (JsonException fault)
        {
            terminal.Error.WriteLine(DisplayText.Plain($"{file} is no JSON: {fault.Message}"));
        }

        return null;
    }

    /// <summary>
    /// Puts fields given as <c>points.perCurrencyUnit=2</c> into the document. A value is JSON; what is none is a text. False with the
    /// reason printed.
    /// </summary>
    public static bool TrySet(Terminal terminal, JsonObject document, IEnumerable<string> fields)
    {
        foreach (var field in fields)
        {
            if (field.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var sign))
            {
                terminal.Error.WriteLine(DisplayText.Plain($"--set '{field}' is not like points.perCurrencyUnit=2."));
                return false;
            }

            var place = document;
            var names = field[..sign].Split('.');
            foreach (var name in names[..^1])
                place = place[name] as JsonObject ?? (JsonObject)(place[name] = new JsonObject())!;
            place[names[^1]] = Value(field[(sign + 1)..]);
        }

        return true;
    }

    /// <summary>The fields that differ, in the order of the later document.</summary>
    public static IEnumerable<(string Path, JsonNode? From, JsonNode? To)> Difference(JsonObject from, JsonObject to)
    {
        var before = Fields(from, "").ToDictionary(field => field.Path, field => field.Value, StringComparer.Ordinal);
        var after = Fields(to, "").ToDictionary(field => field.Path, field => field.Value, StringComparer.Ordinal);
        return after.Keys.Union(before.Keys)
            .Where(path => !JsonNode.DeepEquals(before.GetValueOrDefault(path), after.GetValueOrDefault(path)))
            .Select(path => (path, before.GetValueOrDefault(path), after.GetValueOrDefault(path)));
    }

    private static JsonNode? Value(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    private static IEnumerable<(string Path, JsonNode? Value)> Fields(JsonObject document, string prefix) => document.SelectMany(field =>
        field.Value is JsonObject deeper ? Fields(deeper, $"{prefix}{field.Key}.") : [(prefix + field.Key, field.Value)]);
}
