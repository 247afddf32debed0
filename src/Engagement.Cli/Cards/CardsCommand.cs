using System.CommandLine;
using System.Text.Json;
using Engagement.Cli.Api;

namespace Engagement.Cli.Cards;

/// <summary><c>engage cards</c>: what staff look after about cards.</summary>
internal static class CardsCommand
{
    private static readonly string[] Columns = ["told at", "member", "store", "card", "first use", "second use"];

    public static Command Build(Terminal terminal, ServerOptions server)
    {
        var chain = new Option<string>("--chain") { Description = "The chain.", Required = true };
        var store = new Option<string?>("--store") { Description = "Only members at home in this store." };
        var limit = Lists.Limit();
        var json = new Option<bool>("--json") { Description = "One flag a line, as the server gave it." };
        var flags = new Command("flags", "Lists uses of cards that came suspiciously soon after each other, newest first.") { chain, store, limit, json };
        flags.SetAction(async (parsed, stop) =>
        {
            if (server.Connect(parsed) is not { } client)
                return ExitCode.WrongUse;
            using (client)
            {
                var path = ApiPath.With($"{ApiPath.Chain(parsed.GetRequiredValue(chain))}/cards/flags", ("store", parsed.GetValue(store)));
                return await Lists.ShowAsync<CommittedEvent>(
                    terminal, client, path, parsed.GetValue(limit), parsed.GetValue(json), "No use of a card is suspicious.", Columns, RowOf, stop);
            }
        });
        return new Command("cards", "Looks after cards.") { flags };
    }

    private static string[] RowOf(CommittedEvent flag) =>
    [
        Instant.Show(flag.At), flag.Member, flag.Store ?? "", Text(flag.Data, "card"), Text(flag.Data, "first"), Text(flag.Data, "second"),
    ];

    private static string Text(JsonElement data, string name) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty(name, out var value) ? value.ToString() : "";
}
