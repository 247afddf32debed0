using System.Globalization;
using System.Text.Json;
using Engagement.Cli.Api;

namespace Engagement.Cli.Feed;

/// <summary>Reads the feed page by page and prints each position once.</summary>
internal sealed class FeedReading(Terminal terminal, EngagementClient client, string chain, bool json)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(500);

    private long position;

    public async Task<int> RunAsync(long after, bool follow, CancellationToken stop)
    {
        position = after;
        var reachable = true;
        try
        {
            while (true)
            {
                var answer = await NextPageAsync(stop);
                if (answer is Answer<ListPage<JsonElement>>.Taken { Value: var page })
                {
                    if (!reachable)
                        terminal.Error.WriteLine("The server is back.");
                    reachable = true;
                    var moved = Print(page);
                    if (page.Cursor is not null && moved)
                        continue;
                    if (!follow)
                        return ExitCode.Done;
                }
                else if (!follow || !MayPass(answer))
                {
                    return answer.Report(terminal, client.Address);
                }
                else if (reachable)
                {
                    reachable = false;
                    answer.Report(terminal, client.Address);
                    terminal.Error.WriteLine("Waiting for it.");
                }

                await Task.Delay(PollInterval, terminal.Time, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCode.Done;
        }
    }

    private static bool MayPass(Answer<ListPage<JsonElement>> answer) =>
        answer is not Answer<ListPage<JsonElement>>.Refused { Problem.IsOverload: false };

    private Task<Answer<ListPage<JsonElement>>> NextPageAsync(CancellationToken stop) =>
        client.GetAsync<ListPage<JsonElement>>(
            ApiPath.With(
                $"{ApiPath.Chain(chain)}/feed",
                ("after", position.ToString(CultureInfo.InvariantCulture))),
            stop);

    private bool Print(ListPage<JsonElement> page)
    {
        var before = position;
        foreach (var item in page.Items)
        {
            var committed = JsonText.Read<CommittedEvent>(item);
            if (committed.Position <= position)
                continue;
            terminal.Output.WriteLine(json ? JsonText.OneLine(item) : EventLine.Of(committed));
            position = committed.Position;
        }

        terminal.Output.Flush();
        return position > before;
    }
}
