using System.Text.Json;
using Engagement.Cli.Api;

namespace Engagement.Cli;

/// <summary>Makes a call and shows what was answered, or why it came to nothing.</summary>
internal static class Answers
{
    /// <summary>Shows the answer as lines, or with <paramref name="json"/> as the server gave it.</summary>
    /// <param name="connection">Closed afterwards; null where the command was used wrongly, which has been said.</param>
    /// <param name="lines">What to show of an answer of a server at this address.</param>
    public static async Task<int> ShowAsync(
        Terminal terminal,
        EngagementClient? connection,
        Func<EngagementClient, Task<Answer<JsonDocument>>> call,
        bool json,
        Func<JsonElement, Uri, IEnumerable<string>> lines)
    {
        if (connection is not { } client)
            return ExitCode.WrongUse;
        using (client)
        {
            using var document = (await call(client)).ValueOrReport(terminal, client.Address, out var exitCode);
            if (document is null)
                return exitCode;
            foreach (var line in json ? [JsonText.OneLine(document.RootElement)] : lines(document.RootElement, client.Address).Select(DisplayText.Plain))
                terminal.Output.WriteLine(line);
            return ExitCode.Done;
        }
    }

    /// <summary>The same where the lines do not say where the server is.</summary>
    public static Task<int> ShowAsync(
        Terminal terminal,
        EngagementClient? connection,
        Func<EngagementClient, Task<Answer<JsonDocument>>> call,
        bool json,
        Func<JsonElement, IEnumerable<string>> lines) =>
        ShowAsync(terminal, connection, call, json, (answer, _) => lines(answer));
}
