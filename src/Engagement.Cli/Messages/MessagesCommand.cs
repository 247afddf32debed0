using System.CommandLine;
using System.Text.Json;
using Engagement.Cli.Api;

namespace Engagement.Cli.Messages;

/// <summary><c>engage messages</c>: what members are sent, or the story of one message.</summary>
internal static class MessagesCommand
{
    private static readonly string[] Columns = ["planned", "member", "from", "channel", "state", "latest", "id"];

    public static Command Build(Terminal terminal, ServerOptions server)
    {
        var id = new Argument<string?>("ID") { Description = "A message, to be told its story.", Arity = ArgumentArity.ZeroOrOne };
        var chain = new Option<string>("--chain") { Description = "The chain.", Required = true };
        var member = new Option<string?>("--member") { Description = "Only what this member is sent." };
        var state = new Option<string?>("--state") { Description = "planned, moved, sent, delivered, failed or cancelled." };
        var playbook = new Option<string?>("--playbook") { Description = "Only what this playbook sends; a campaign as campaign:NAME." };
        var channel = new Option<string?>("--channel") { Description = "Only what goes this way." };
        var language = new Option<string?>("--language") { Description = "en (default) or zh-CN: in which the story is told." };
        var limit = Lists.Limit();
        var json = new Option<bool>("--json") { Description = "One message a line, as the server gave it." };
        var messages = new Command("messages", "Lists messages, the latest planned first, or tells the story of one.")
        {
            id, chain, member, state, playbook, channel, language, limit, json,
        };
        messages.SetAction(async (parsed, stop) =>
        {
            if (server.Connect(parsed) is not { } client)
                return ExitCode.WrongUse;
            using (client)
            {
                if (parsed.GetValue(id) is { } one)
                {
                    var story = ApiPath.With(
                        ApiPath.Message(parsed.GetRequiredValue(chain), one), ("language", parsed.GetValue(language)));
                    return await TellAsync(terminal, client, story, parsed.GetValue(json), stop);
                }

                var path = ApiPath.With(
                    $"{ApiPath.Chain(parsed.GetRequiredValue(chain))}/messages",
                    ("member", parsed.GetValue(member)),
                    ("state", parsed.GetValue(state)),
                    ("playbook", parsed.GetValue(playbook)),
                    ("channel", parsed.GetValue(channel)),
                    ("language", parsed.GetValue(language)));
                return await Lists.ShowAsync<MessageAnswer>(
                    terminal, client, path, parsed.GetValue(limit), parsed.GetValue(json), "There are no such messages.", Columns, Row, stop);
            }
        });
        return messages;
    }

    private static async Task<int> TellAsync(
        Terminal terminal, EngagementClient client, string path, bool json, CancellationToken stop)
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

        var message = JsonText.Read<MessageAnswer>(document.RootElement);
        var offer = message.Offer is null ? "" : $", offering {message.Offer}";
        Line($"{message.Id} to {message.Member}: {message.State}");
        Line($"'{message.Template}' by {message.Channel}, from {From(message)}{offer}");
        foreach (var decision in message.Decisions)
            Line($"{Instant.Show(decision.At)}  {decision.Why ?? decision.What}");
        return ExitCode.Done;

        void Line(string text) => terminal.Output.WriteLine(DisplayText.Plain(text));
    }

    private static string[] Row(MessageAnswer message)
    {
        var latest = message.Decisions is [.., var last] ? last.Why ?? last.What : "";
        return [Instant.Show(message.PlannedAt), message.Member, From(message), message.Channel, message.State, latest, message.Id];
    }

    private static string From(MessageAnswer message) => message.Playbook.StartsWith("campaign:", StringComparison.Ordinal)
        ? message.Playbook
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{message.Playbook}, step {message.Step + 1}");
}
