using System.CommandLine;
using System.Text.Json;
using Engagement.Cli.Api;

namespace Engagement.Cli.Chains;

/// <summary><c>engage chain create</c>, <c>engage store create</c>, <c>engage chains</c>.</summary>
internal static class ChainCommands
{
    public static Command BuildChain(Terminal terminal, ServerOptions server)
    {
        var chain = new Argument<string>("CHAIN") { Description = "The chain's id." };
        var name = new Option<string>("--name") { Description = "What people call it.", Required = true };
        var currency = new Option<string?>("--currency") { Description = "ISO 4217 code, e.g. CNY." };
        var create = new Command("create", "Creates a chain, or renames it.") { chain, name, currency };
        create.SetAction((parsed, stop) => PutAsync(
            terminal,
            server.Connect(parsed),
            ApiPath.Chain(parsed.GetRequiredValue(chain)),
            new { name = parsed.GetRequiredValue(name), currency = parsed.GetValue(currency) },
            $"Chain {parsed.GetRequiredValue(chain)} is there.",
            stop));
        return new Command("chain", "Chains.") { create };
    }

    public static Command BuildStore(Terminal terminal, ServerOptions server)
    {
        var chain = new Argument<string>("CHAIN") { Description = "The chain's id." };
        var store = new Argument<string>("STORE") { Description = "The store's id." };
        var name = new Option<string>("--name") { Description = "What people call it.", Required = true };
        var zone = new Option<string>("--zone") { Description = "IANA time zone, e.g. Asia/Shanghai.", Required = true };
        var create = new Command("create", "Creates a store, or changes it.") { chain, store, name, zone };
        create.SetAction((parsed, stop) => PutAsync(
            terminal,
            server.Connect(parsed),
            ApiPath.Store(parsed.GetRequiredValue(chain), parsed.GetRequiredValue(store)),
            new { name = parsed.GetRequiredValue(name), timeZone = parsed.GetRequiredValue(zone) },
            $"Store {parsed.GetRequiredValue(store)} of chain {parsed.GetRequiredValue(chain)} is there.",
            stop));
        return new Command("store", "Stores.") { create };
    }

    public static Command BuildList(Terminal terminal, ServerOptions server)
    {
        var json = new Option<bool>("--json") { Description = "The server's answer as it is." };
        var list = new Command("chains", "Lists the chains.") { json };
        list.SetAction((parsed, stop) => ListAsync(terminal, server.Connect(parsed), parsed.GetValue(json), stop));
        return list;
    }

    private static async Task<int> PutAsync(
        Terminal terminal, EngagementClient? connection, string path, object body, string done, CancellationToken stop)
    {
        if (connection is not { } client)
            return ExitCode.WrongUse;
        using (client)
        {
            var answer = await client.PutAsync<JsonElement>(path, body, stop);
            var exitCode = answer.Report(terminal, client.Address);
            if (exitCode == ExitCode.Done)
                terminal.Output.WriteLine(DisplayText.Plain(done));
            return exitCode;
        }
    }

    private static async Task<int> ListAsync(
        Terminal terminal, EngagementClient? connection, bool json, CancellationToken stop)
    {
        if (connection is not { } client)
            return ExitCode.WrongUse;
        using (client)
        {
            var answer = await client.GetAsync<JsonDocument>(ApiPath.Chains, stop);
            using var page = answer.ValueOrReport(terminal, client.Address, out var exitCode);
            if (page is null)
                return exitCode;
            if (json)
            {
                terminal.Output.WriteLine(JsonText.OneLine(page.RootElement));
                return ExitCode.Done;
            }

            foreach (var chain in JsonText.Read<ListPage<ChainEntry>>(page.RootElement).Items)
                terminal.Output.WriteLine(DisplayText.Plain($"{chain.Id}  {chain.Name}  {chain.Currency}".TrimEnd()));
            return ExitCode.Done;
        }
    }
}
