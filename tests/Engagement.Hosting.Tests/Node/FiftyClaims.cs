namespace Engagement.Hosting.Tests.Node;

/// <summary>Fifty people reach for one task at the same moment, through the node's real socket.</summary>
internal static class FiftyClaims
{
    private const int People = 50;

    /// <param name="tasks">The path of the care queue.</param>
    public static async Task MakeAsync(TestNode node, string tasks, string task)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, People).Select(number => Task.Run(
            () => node.PostAsync($"{tasks}/{task}/claim", $$"""{"by":"staff{{number}}"}"""), TestContext.Current.CancellationToken)));

        var winner = (string?)Assert.Single(answers, answer => answer.Status == 200).Ok()["assignee"];
        var refused = answers.Where(answer => answer.Status != 200).ToList();
        Assert.Equal(People - 1, refused.Count);
        Assert.All(refused, answer => Assert.Equal(winner, (string?)answer.Problem(409, "already_claimed")["assignee"]));
        Assert.Equal(winner, (string?)(await node.GetAsync($"{tasks}/{task}")).Ok()["assignee"]);
        Assert.Single(refused.Select(answer => (string?)answer.Body!["since"]).Distinct());
    }
}
