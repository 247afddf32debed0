using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Engagement.Cli.Api;

namespace Engagement.Cli.Keys;

/// <summary><c>engage key list</c>, <c>make</c>, <c>rotate</c> and <c>end</c>.</summary>
internal static class KeyCommands
{
    public static Command Build(Terminal terminal, ServerOptions server)
    {
        var chain = new Option<string>("--chain") { Description = "The chain.", Required = true, Recursive = true };
        var json = new Option<bool>("--json") { Description = "The server's answer as it is.", Recursive = true };
        var command = new Command("key", "The keys that programs sign in with.")
        {
            List(terminal, server, chain, json), Make(terminal, server, chain, json), Rotate(terminal, server, chain, json), End(terminal, server, chain),
        };
        command.Options.Add(chain);
        command.Options.Add(json);
        return command;
    }

    private static Command List(Terminal terminal, ServerOptions server, Option<string> chain, Option<bool> json)
    {
        var list = new Command("list", "Lists the chain's keys, those that have ended too.");
        list.SetAction((parsed, stop) => Answers.ShowAsync(
            terminal, server.Connect(parsed), client => client.GetAsync<JsonDocument>(Path(parsed.GetRequiredValue(chain)), stop), parsed.GetValue(json), Entries));
        return list;
    }

    private static Command Make(Terminal terminal, ServerOptions server, Option<string> chain, Option<bool> json)
    {
        var name = new Argument<string>("NAME") { Description = "What the key is for." };
        var scope = new Option<string[]>("--scope") { Description = "A right it gets, such as record_acts; once for each.", Required = true, AllowMultipleArgumentsPerToken = true };
        var store = new Option<string[]>("--store") { Description = "A store it is confined to; once for each." };
        var days = new Option<int?>("--days") { Description = "For how many days it is good, at most 731; a year where left out." };
        var make = new Command("make", "Makes a key and prints its secret, this once.") { name, scope, store, days };
        make.SetAction((parsed, stop) =>
        {
            var stores = parsed.GetValue(store);
            var body = new KeyToMake(
                parsed.GetRequiredValue(name),
                parsed.GetRequiredValue(scope),
                stores is { Length: > 0 } ? stores : null,
                parsed.GetValue(days) is { } count ? terminal.Time.GetUtcNow().AddDays(count) : null);
            return Answers.ShowAsync(
                terminal, server.Connect(parsed), client => client.PostAsync<JsonDocument>(Path(parsed.GetRequiredValue(chain)), body, stop), parsed.GetValue(json), Made);
        });
        return make;
    }

    private static Command Rotate(Terminal terminal, ServerOptions server, Option<string> chain, Option<bool> json)
    {
        var key = Key();
        var hours = new Option<int>("--overlap-hours") { Description = "How long the old secret is good beside the new one, 0 to 720.", DefaultValueFactory = _ => 24 };
        var rotate = new Command("rotate", "Gives a key a new secret, which is printed this once.") { key, hours };
        rotate.SetAction((parsed, stop) => Answers.ShowAsync(
            terminal,
            server.Connect(parsed),
            client => client.PostAsync<JsonDocument>(
                $"{Path(parsed.GetRequiredValue(chain), parsed.GetRequiredValue(key))}/rotate", new KeyToRotate(parsed.GetValue(hours)), stop),
            parsed.GetValue(json),
            Made));
        return rotate;
    }

    private static Command End(Terminal terminal, ServerOptions server, Option<string> chain)
    {
        var key = Key();
        var end = new Command("end", "Ends a key at once.") { key };
        end.SetAction(async (parsed, stop) =>
        {
            if (server.Connect(parsed) is not { } client)
                return ExitCode.WrongUse;
            using (client)
            {
                var answer = await client.DeleteAsync(Path(parsed.GetRequiredValue(chain), parsed.GetRequiredValue(key)), stop);
                var exitCode = answer.Report(terminal, client.Address);
                if (exitCode == ExitCode.Done)
                    terminal.Output.WriteLine("The key has ended.");
                return exitCode;
            }
        });
        return end;
    }

    private static Argument<string> Key() => new("KEY") { Description = "The key's id, as the list shows it." };

    private static string Path(string chain, string? key = null) =>
        $"{ApiPath.Chain(chain)}/keys" + (key is null ? "" : $"/{Uri.EscapeDataString(key)}");

    private static IEnumerable<string> Entries(JsonElement answer) => JsonText.Read<ListPage<KeyEntry>>(answer).Items.Select(key =>
        $"{key.Id}  {key.Name}  {string.Join(' ', key.Scopes)}"
        + (key.Stores.Count == 0 ? "" : $"  at {string.Join(", ", key.Stores)}")
        + (key.EndedAt is { } ended ? $"  ended {Day(ended)}" : key.ExpiresAt is { } expires ? $"  until {Day(expires)}" : "")
        + (key.LastUsedAt is { } used ? $"  last used {Day(used)}" : "  never used"));

    private static IEnumerable<string> Made(JsonElement answer)
    {
        var made = JsonText.Read<MadeKey>(answer);
        yield return $"{made.Key.Id}  {made.Key.Name}" + (made.Key.ExpiresAt is { } expires ? $"  until {Day(expires)}" : "");
        yield return made.Secret;
        yield return "Keep the secret now: it is never shown again."
            + (made.OldSecretUntil is { } until ? string.Create(CultureInfo.InvariantCulture, $" The old one is good until {until:yyyy-MM-dd HH:mm}Z.") : "");
    }

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
