using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Engagement.Cli.Api;

namespace Engagement.Cli.Erasure;

/// <summary><c>engage member erase</c> and <c>engage erasure</c>: has members forgotten, and says how far that has come.</summary>
internal static class ErasureCommands
{
    /// <summary><c>engage member erase ID --yes</c>.</summary>
    public static Command BuildErase(Terminal terminal, ServerOptions server)
    {
        var id = new Argument<string>("ID") { Description = "The member's id." };
        var chain = Chain();
        var yes = new Option<bool>("--yes") { Description = "That it is meant: it cannot be undone." };
        var reason = new Option<string?>("--reason") { Description = "A code, such as member_request." };
        var erase = new Command("erase", "Has a member forgotten for ever.") { id, chain, yes, reason };
        erase.SetAction(async (parsed, stop) =>
        {
            if (!parsed.GetValue(yes))
            {
                terminal.Error.WriteLine("This cannot be undone: say --yes if it is meant.");
                return ExitCode.WrongUse;
            }

            if (server.Connect(parsed) is not { } client)
                return ExitCode.WrongUse;
            using (client)
            {
                var path = $"{ApiPath.Member(parsed.GetRequiredValue(chain), parsed.GetRequiredValue(id))}/erasure";
                var answer = await client.PostAsync<ErasureAnswer>(path, new { reason = parsed.GetValue(reason) }, stop);
                if (answer.ValueOrReport(terminal, client.Address, out var exitCode) is not { } erasure)
                    return exitCode;
                terminal.Output.WriteLine(Line(erasure));
                return ExitCode.Done;
            }
        });
        return erase;
    }

    /// <summary><c>engage erasure list|sweep|replay</c>.</summary>
    public static Command Build(Terminal terminal, ServerOptions server) =>
        new("erasure", "Shows who was erased, and finishes what is to be finished.")
        {
            BuildList(terminal, server),
            BuildCall(terminal, server, "sweep", "Writes the database's files anew without what was cleaned; others wait meanwhile.", "done", "{0} erasures done"),
            BuildCall(terminal, server, "replay", "Erases again whoever a restored backup has brought back.", "again", "{0} erased again"),
        };

    private static Command BuildList(Terminal terminal, ServerOptions server)
    {
        var chain = Chain();
        var json = new Option<bool>("--json") { Description = "One erasure a line, as the server has it." };
        var list = new Command("list", "Who was erased, or is about to be.") { chain, json };
        list.SetAction(async (parsed, stop) =>
        {
            if (server.Connect(parsed) is not { } client)
                return ExitCode.WrongUse;
            using (client)
            {
                var path = $"{ApiPath.Chain(parsed.GetRequiredValue(chain))}/erasures";
                string? cursor = null;
                do
                {
                    var answer = await client.GetAsync<ListPage<JsonElement>>(ApiPath.With(path, ("limit", "500"), ("cursor", cursor)), stop);
                    if (answer.ValueOrReport(terminal, client.Address, out var exitCode) is not { } page)
                        return exitCode;
                    foreach (var item in page.Items)
                        terminal.Output.WriteLine(parsed.GetValue(json) ? JsonText.OneLine(item) : Line(JsonText.Read<ErasureAnswer>(item)));
                    cursor = page.Cursor;
                }
                while (cursor is not null);
                return ExitCode.Done;
            }
        });
        return list;
    }

    private static Command BuildCall(Terminal terminal, ServerOptions server, string name, string description, string field, string says)
    {
        var chain = Chain();
        var command = new Command(name, description) { chain };
        command.SetAction(async (parsed, stop) =>
        {
            if (server.Connect(parsed) is not { } client)
                return ExitCode.WrongUse;
            using (client)
            {
                var answer = await client.PostAsync<JsonDocument>($"{ApiPath.Chain(parsed.GetRequiredValue(chain))}/erasures/{name}", stop);
                using var document = answer.ValueOrReport(terminal, client.Address, out var exitCode);
                if (document is null)
                    return exitCode;
                terminal.Output.WriteLine(string.Format(CultureInfo.InvariantCulture, says, document.RootElement.GetProperty(field).GetInt32()));
                return ExitCode.Done;
            }
        });
        return command;
    }

    private static Option<string> Chain() => new("--chain") { Description = "The chain.", Required = true };

    private static string Line(ErasureAnswer erasure) => DisplayText.Plain(
        $"{erasure.Member}  {erasure.State}  asked {Instant.Show(erasure.AskedAt)} by {erasure.By}"
        + (erasure.Reason is { } reason ? $" ({reason})" : "") + (erasure.DoneAt is { } done ? $", done {Instant.Show(done)}" : ""));

    /// <summary>How far it has come with somebody.</summary>
    private sealed record ErasureAnswer(string Member, string State, DateTimeOffset AskedAt, string By, string? Reason, DateTimeOffset? DoneAt);
}
