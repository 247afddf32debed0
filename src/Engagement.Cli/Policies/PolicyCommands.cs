using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Engagement.Cli.Api;

namespace Engagement.Cli.Policies;

/// <summary><c>engage policy show</c>, <c>set</c>, <c>versions</c>, <c>diff</c>, <c>restore</c> and <c>schema</c>.</summary>
internal static class PolicyCommands
{
    public static Command Build(Terminal terminal, ServerOptions server)
    {
        var chain = new Option<string>("--chain") { Description = "The chain.", Required = true };
        var store = new Option<string?>("--store") { Description = "A store of it: what it does differently." };
        return new Command("policy", "Policies: the numbers a chain lives by, and what its stores do differently.")
        {
            BuildShow(terminal, server, chain, store),
            BuildSet(terminal, server, chain, store),
            BuildVersions(terminal, server, chain, store),
            BuildDiff(terminal, server, chain, store),
            BuildRestore(terminal, server, chain, store),
            BuildSchema(terminal, server),
        };
    }

    private static Command BuildShow(Terminal terminal, ServerOptions server, Option<string> chain, Option<string?> store)
    {
        var overrides = new Option<bool>("--overrides") { Description = "Of a store only what it does differently." };
        var show = new Command("show", "Shows the policy in force.") { chain, store, overrides };
        show.SetAction((parsed, stop) => PolicyCalls.RunAsync(server.Connect(parsed), client => PolicyCalls.ShowAsync(
            terminal,
            client,
            Path(parsed, chain, store) + (parsed.GetValue(overrides) && parsed.GetValue(store) is not null ? "/overrides" : ""),
            stop)));
        return show;
    }

    private static Command BuildSet(Terminal terminal, ServerOptions server, Option<string> chain, Option<string?> store)
    {
        var file = new Argument<string?>("FILE") { Description = "The whole document, or - for standard input.", Arity = ArgumentArity.ZeroOrOne };
        var fields = new Option<string[]>("--set") { Description = "A field, e.g. points.perCurrencyUnit=2; may be repeated. Without FILE the rest stays as it is." };
        var note = new Option<string?>("--note") { Description = "Why; kept with the version." };
        var drop = new Option<bool>("--drop-overrides") { Description = "Take away what stores differ in under a new lock." };
        var set = new Command("set", "Changes the policy, or what a store does differently.") { file, chain, store, fields, note, drop };
        set.SetAction((parsed, stop) => PolicyCalls.RunAsync(server.Connect(parsed), client => PolicyCalls.SetAsync(
            terminal,
            client,
            Path(parsed, chain, store),
            parsed.GetValue(store) is null ? "" : "/overrides",
            new(parsed.GetValue(file), parsed.GetValue(fields) ?? [], parsed.GetValue(note), parsed.GetValue(drop)),
            stop)));
        return set;
    }

    private static Command BuildVersions(Terminal terminal, ServerOptions server, Option<string> chain, Option<string?> store)
    {
        var limit = Lists.Limit();
        var json = new Option<bool>("--json") { Description = "The server's answer as it is." };
        var versions = new Command("versions", "Lists who changed the policy when, latest first.") { chain, store, limit, json };
        versions.SetAction((parsed, stop) => PolicyCalls.RunAsync(server.Connect(parsed), client => Lists.ShowAsync<VersionEntry>(
            terminal,
            client,
            Path(parsed, chain, store) + "/versions",
            parsed.GetValue(limit),
            parsed.GetValue(json),
            "Nothing has been changed yet.",
            ["version", "at", "by", "note", "changes"],
            version =>
            [
                version.Version.ToString(CultureInfo.InvariantCulture),
                version.At is { } at ? Instant.Show(at) : "",
                version.By ?? "",
                version.Note ?? "",
                string.Join(", ", version.Changes.Select(change => $"{change.Path} {Text(change.From)} → {Text(change.To)}")),
            ],
            stop)));
        return versions;
    }

    private static Command BuildDiff(Terminal terminal, ServerOptions server, Option<string> chain, Option<string?> store)
    {
        var from = new Argument<long>("FROM") { Description = "A version." };
        var to = new Argument<long>("TO") { Description = "Another." };
        var diff = new Command("diff", "Says in which fields two versions differ.") { from, to, chain, store };
        diff.SetAction((parsed, stop) => PolicyCalls.RunAsync(server.Connect(parsed), client => PolicyCalls.CompareAsync(
            terminal, client, Path(parsed, chain, store) + "/versions", parsed.GetValue(from), parsed.GetValue(to), stop)));
        return diff;
    }

    private static Command BuildRestore(Terminal terminal, ServerOptions server, Option<string> chain, Option<string?> store)
    {
        var version = new Argument<long>("VERSION") { Description = "The version." };
        var note = new Option<string?>("--note") { Description = "Why; kept with the version." };
        var restore = new Command("restore", "Puts the policy back to what it was, as a new version.") { version, chain, store, note };
        restore.SetAction((parsed, stop) => PolicyCalls.RunAsync(server.Connect(parsed), async client =>
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{Path(parsed, chain, store)}/versions/{parsed.GetValue(version)}/restore");
            var answer = await client.PostAsync<JsonElement>(ApiPath.With(path, ("note", parsed.GetValue(note))), stop);
            return PolicyCalls.Report(terminal, client, answer);
        }));
        return restore;
    }

    private static Command BuildSchema(Terminal terminal, ServerOptions server)
    {
        var schema = new Command("schema", "Shows the JSON Schema of policies, for editors.");
        schema.SetAction((parsed, stop) => PolicyCalls.RunAsync(
            server.Connect(parsed), client => PolicyCalls.ShowAsync(terminal, client, ApiPath.PolicySchema, stop)));
        return schema;
    }

    internal static string Text(JsonElement? value) => value is { ValueKind: not JsonValueKind.Null } known ? JsonText.OneLine(known) : "nothing";

    private static string Path(ParseResult parsed, Option<string> chain, Option<string?> store) =>
        (parsed.GetValue(store) is { } place ? ApiPath.Store(parsed.GetRequiredValue(chain), place) : ApiPath.Chain(parsed.GetRequiredValue(chain)))
        + "/policy";
}
