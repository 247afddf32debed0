using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Cli.Api;
using Engagement.Cli.Policies;

namespace Engagement.Cli.Simulation;

/// <summary><c>engage simulate</c>: a chain's history under a draft of its policy.</summary>
internal static class SimulateCommand
{
    public static Command Build(Terminal terminal, ServerOptions server)
    {
        var chain = new Option<string>("--chain") { Description = "The chain.", Required = true };
        var policy = new Option<string?>("--policy") { Description = "A file with the draft, whole; - is standard input. Else the present policy.", HelpName = "FILE" };
        var fields = new Option<string[]>("--set") { Description = "A field of the draft, e.g. points.perCurrencyUnit=2; may be repeated." };
        var stores = new Option<string[]>("--store") { Description = "Only members at home there; may be repeated." };
        var from = new Option<string?>("--from") { Description = "The first UTC day to report, e.g. 2026-03-01; else 29 days before the last." };
        var to = new Option<string?>("--to") { Description = "The last UTC day; else today." };
        var baseline = new Option<string?>("--baseline") { Description = "What to compare with: actual (what really happened) or present (the present policy, replayed)." };
        var json = new Option<bool>("--json") { Description = "The server's answer as it is." };
        var simulate = new Command("simulate", "Replays a chain's history under a draft policy and says what would have come out. Nothing is changed or sent.")
        {
            chain, policy, fields, stores, from, to, baseline, json,
        };
        simulate.SetAction((parsed, stop) => PolicyCalls.RunAsync(server.Connect(parsed), async client =>
        {
            var path = ApiPath.Chain(parsed.GetRequiredValue(chain)) + "/policy";
            var (draft, exitCode) = await DraftAsync(terminal, client, path, parsed.GetValue(policy), parsed.GetValue(fields) ?? [], stop);
            if (draft is null)
                return exitCode;
            var asked = new JsonObject { ["policy"] = draft };
            Put(asked, "from", parsed.GetValue(from));
            Put(asked, "to", parsed.GetValue(to));
            Put(asked, "baseline", parsed.GetValue(baseline));
            if (parsed.GetValue(stores) is { Length: > 0 } only)
                asked["stores"] = new JsonArray([.. only.Select(store => (JsonNode)store)]);
            var (run, ended) = await SimulationFollowing.RunAsync(terminal, client, path, asked, stop);
            if (run is not { } answer)
                return ended;
            if (parsed.GetValue(json))
                terminal.Output.WriteLine(JsonText.OneLine(answer));
            else
                SimulationDisplay.Show(terminal, JsonText.Read<SimulationAnswer>(answer).Report ?? throw new JsonException("A simulation that is done has a report."));
            return ExitCode.Done;
        }));
        return simulate;
    }

    private static void Put(JsonObject asked, string name, string? value)
    {
        if (value is not null)
            asked[name] = value;
    }

    private static async Task<(JsonObject? Draft, int ExitCode)> DraftAsync(
        Terminal terminal, EngagementClient client, string path, string? file, string[] fields, CancellationToken stop)
    {
        if (file is null && fields.Length == 0)
        {
            terminal.Error.WriteLine("Say what to try: --policy FILE, or --set points.perCurrencyUnit=2.");
            return (null, ExitCode.WrongUse);
        }

        JsonObject? draft;
        if (file is not null)
        {
            draft = PolicyDocument.Read(terminal, file);
        }
        else
        {
            draft = (await client.GetAsync<JsonObject>(path, stop)).ValueOrReport(terminal, client.Address, out var exitCode);
            if (draft is null)
                return (null, exitCode);
        }

        return draft is not null && PolicyDocument.TrySet(terminal, draft, fields) ? (draft, ExitCode.Done) : (null, ExitCode.WrongUse);
    }
}
