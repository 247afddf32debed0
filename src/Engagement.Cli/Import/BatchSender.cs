using Engagement.Cli.Api;

namespace Engagement.Cli.Import;

/// <summary>Sends batches, again where that may help: ids make sending again harmless.</summary>
internal sealed class BatchSender(EngagementClient client, string chain, TimeProvider time, Action<string> say)
{
    /// <summary>Whether an answer was lost, so that rows the server took count as duplicates.</summary>
    public bool LostAnswers { get; private set; }

    /// <param name="batch">A batch with items.</param>
    /// <param name="stop">Ends waiting between tries; a request under way is finished.</param>
    public async Task<Delivery> SendAsync(Batch batch, CancellationToken stop)
    {
        RetrySchedule? schedule = null;
        var takenBefore = 0;
        while (true)
        {
            // The stop is not handed on: a request that is cut leaves open what the server did with it.
            var answer = await client.PostEventsAsync(chain, batch.Body, CancellationToken.None);
            TimeSpan? asked = null;
            string trouble;
            switch (answer)
            {
                case Answer<IngestAnswer>.Taken { Value: { Rejected: not null } taken }:
                    return Settle(batch, taken, takenBefore);
                case Answer<IngestAnswer>.Refused { Problem: { IsOverload: true } problem }:
                    // An overloaded server may have taken a part; sent again, that part comes back as duplicates.
                    takenBefore += problem.Accepted;
                    asked = problem.RetryAfter;
                    trouble = problem.Describe();
                    break;
                case Answer<IngestAnswer>.Refused { Problem: var problem }:
                    return new Delivery.GivenUp(problem.Describe(), ExitCode.Failed);
                case Answer<IngestAnswer>.Unreachable { Reason: var reason }:
                    LostAnswers = true;
                    trouble = $"no connection: {DisplayText.Plain(reason)}";
                    break;
                default:
                    return new Delivery.GivenUp("The server's answer has no counts.", ExitCode.Failed);
            }

            schedule ??= new RetrySchedule(time);
            if (stop.IsCancellationRequested)
                return new Delivery.Stopped();
            if (schedule.Next(asked) is not { } wait)
            {
                var isThere = answer is Answer<IngestAnswer>.Refused;
                return new Delivery.GivenUp(trouble, isThere ? ExitCode.Failed : ExitCode.ServerUnreachable);
            }

            say($"{trouble}; trying again in {wait.TotalSeconds:0.#} s");
            try
            {
                await Task.Delay(wait, time, stop);
            }
            catch (OperationCanceledException)
            {
                return new Delivery.Stopped();
            }
        }
    }

    private static Delivery Settle(Batch batch, IngestAnswer answer, int takenBefore)
    {
        var moved = Math.Min(takenBefore, answer.Duplicates);
        var tally = new Tally(
            answer.Accepted + moved, answer.Duplicates - moved, answer.Rejected.Count, batch.Unreadable.Count);
        var isWhole = answer.Accepted + answer.Duplicates + answer.Rejected.Count == batch.Items.Count
            && answer.Rejected.All(item => item.Index >= 0 && item.Index < batch.Items.Count)
            && answer.Rejected.DistinctBy(item => item.Index).Count() == answer.Rejected.Count;
        return isWhole
            ? new Delivery.Acknowledged(tally, answer.Rejected)
            : new Delivery.GivenUp("The server's counts do not add up to the rows that it was sent.", ExitCode.Failed);
    }
}
