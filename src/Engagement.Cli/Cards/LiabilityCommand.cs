using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Engagement.Cli.Api;

namespace Engagement.Cli.Cards;

/// <summary><c>engage liability</c>: what members have paid for and not had yet.</summary>
internal static class LiabilityCommand
{
    public static Command Build(Terminal terminal, ServerOptions server)
    {
        var chain = new Option<string>("--chain") { Description = "The chain.", Required = true };
        var store = new Option<string?>("--store") { Description = "Only members at home in this store." };
        var at = new Option<string?>("--at") { Description = "At the end of this UTC day, such as 2026-01-31; without it, now." };
        var json = new Option<bool>("--json") { Description = "The server's answer as it is." };
        var liability = new Command("liability", "Shows what members have paid for and not had yet.") { chain, store, at, json };
        liability.SetAction(async (parsed, stop) =>
        {
            if (server.Connect(parsed) is not { } client)
                return ExitCode.WrongUse;
            using (client)
            {
                var path = ApiPath.With(
                    $"{ApiPath.Chain(parsed.GetRequiredValue(chain))}/liability", ("store", parsed.GetValue(store)), ("at", parsed.GetValue(at)));
                return await ShowAsync(terminal, client, path, parsed.GetValue(json), stop);
            }
        });
        return liability;
    }

    private static async Task<int> ShowAsync(Terminal terminal, EngagementClient client, string path, bool json, CancellationToken stop)
    {
        var answer = await client.GetAsync<JsonDocument>(path, stop);
        using var document = answer.ValueOrReport(terminal, client.Address, out var exitCode);
        if (document is null)
            return exitCode;
        if (json)
        {
            terminal.Output.WriteLine(JsonText.OneLine(document.RootElement));
            return ExitCode.Done;
        }

        var read = JsonText.Read<LiabilityAnswer>(document.RootElement);
        Line("prepaid", read.Prepaid, read.IsOverThreshold ? $", at or over the threshold of {Money(read.Threshold)}" : $", below the threshold of {Money(read.Threshold)}");
        Line("  money", read.Paid);
        Line("  uses", read.UsesWorth);
        Line("bonus", read.Bonus);
        Line("owed", read.Owed, " by members, on credit");
        terminal.Output.WriteLine(DisplayText.Plain($"{"as of",-10} {(read.At is { } day ? $"the end of {day}" : Instant.Show(read.AsOf))}"));
        return ExitCode.Done;

        void Line(string name, decimal money, string more = "") =>
            terminal.Output.WriteLine(DisplayText.Plain($"{name,-10} {Money(money)} {read.Currency}{more}"));
    }

    private static string Money(decimal money) => money.ToString("#,0.00", CultureInfo.InvariantCulture);
}
