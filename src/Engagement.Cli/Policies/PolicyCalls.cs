using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Cli.Api;

namespace Engagement.Cli.Policies;

/// <summary>What is to become of a policy.</summary>
/// <param name="File">The whole document; null to begin with what there is.</param>
internal sealed record PolicySetting(string? File, IReadOnlyList<string> Fields, string? Note, bool DropOverrides);

/// <summary>What the commands about policies ask of the server.</summary>
internal static class PolicyCalls
{
    public static async Task<int> RunAsync(EngagementClient? connection, Func<EngagementClient, Task<int>> work)
    {
        if (connection is not { } client)
            return ExitCode.WrongUse;
        using (client)
            return await work(client);
    }

    public static async Task<int> ShowAsync(Terminal terminal, EngagementClient client, string path, CancellationToken stop)
    {
        var answer = await client.GetAsync<JsonObject>(path, stop);
        if (answer.ValueOrReport(terminal, client.Address, out var exitCode) is not { } document)
            return exitCode;
        terminal.Output.WriteLine(PolicyDocument.Show(document));
        return ExitCode.Done;
    }

    /// <param name="own">Where below <paramref name="path"/> the document stands that is to be changed.</param>
    public static async Task<int> SetAsync(
        Terminal terminal, EngagementClient client, string path, string own, PolicySetting wanted, CancellationToken stop)
    {
        if (wanted is { File: null, Fields.Count: 0 })
        {
            terminal.Error.WriteLine("Say what to change: a FILE, or --set points.perCurrencyUnit=2.");
            return ExitCode.WrongUse;
        }

        string? known = null;
        JsonObject? document;
        if (wanted.File is { } file)
        {
            document = PolicyDocument.Read(terminal, file);
        }
        else
        {
            var read = await client.GetAsync<JsonObject>(path + own, stop);
            document = read.ValueOrReport(terminal, client.Address, out var exitCode);
            if (document is null)
                return exitCode;
            // What somebody else changes meanwhile must not be undone by the rest of what was read.
            known = (read as Answer<JsonObject>.Taken)?.Tag;
        }

        if (document is null || !PolicyDocument.TrySet(terminal, document, wanted.Fields))
            return ExitCode.WrongUse;
        var put = ApiPath.With(path, ("note", wanted.Note), ("dropOverrides", wanted.DropOverrides ? "true" : null));
        return Report(terminal, client, await client.PutAsync<JsonElement>(put, document, stop, known));
    }

    public static async Task<int> CompareAsync(
        Terminal terminal, EngagementClient client, string path, long from, long to, CancellationToken stop)
    {
        var documents = new List<JsonObject>();
        foreach (var version in (long[])[from, to])
        {
            var answer = await client.GetAsync<JsonObject>(string.Create(CultureInfo.InvariantCulture, $"{path}/{version}"), stop);
            if (answer.ValueOrReport(terminal, client.Address, out var exitCode) is not { } found)
                return exitCode;
            documents.Add(found["document"] as JsonObject ?? throw new JsonException("The version has no document."));
        }

        foreach (var (field, before, after) in PolicyDocument.Difference(documents[0], documents[1]))
            terminal.Output.WriteLine(DisplayText.Plain($"{field}  {Text(before)} → {Text(after)}"));
        return ExitCode.Done;
    }

    public static int Report(Terminal terminal, EngagementClient client, Answer<JsonElement> answer)
    {
        var exitCode = answer.Report(terminal, client.Address);
        if (exitCode == ExitCode.Done)
            terminal.Output.WriteLine($"It holds from now on, as version {(answer as Answer<JsonElement>.Taken)?.Tag?.Trim('"')}.");
        return exitCode;
    }

    private static string Text(JsonNode? value) => value is null ? "nothing" : JsonText.OneLine(value.Deserialize<JsonElement>());
}
