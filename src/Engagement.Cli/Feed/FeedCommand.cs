using System.CommandLine;
using Engagement.Cli.Api;

namespace Engagement.Cli.Feed;

/// <summary><c>engage feed</c>: the committed events of a chain in order of position.</summary>
internal static class FeedCommand
{
    public static Command Build(Terminal terminal, ServerOptions server)
    {
        var chain = new Option<string>("--chain") { Description = "The chain.", Required = true };
        var after = new Option<long>("--after") { Description = "Only what comes after this position." };
        var follow = new Option<bool>("--follow") { Description = "Goes on with what is committed from now on." };
        var json = new Option<bool>("--json") { Description = "NDJSON: one event a line, as the server gave it." };
        var feed = new Command("feed", "Prints committed events.") { chain, after, follow, json };
        feed.SetAction(async (parsed, stop) =>
        {
            if (server.Connect(parsed) is not { } client)
                return ExitCode.WrongUse;
            using (client)
            {
                var reading = new FeedReading(terminal, client, parsed.GetRequiredValue(chain), parsed.GetValue(json));
                return await reading.RunAsync(parsed.GetValue(after), parsed.GetValue(follow), stop);
            }
        });
        return feed;
    }
}
