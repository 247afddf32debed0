using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Auth;

/// <summary>Two nodes on one database: who is signed in on one is on the other, and out of one is out of both.</summary>
public sealed class TwoNodesSessionTests(ThrowawayPostgres server) : IAsyncLifetime
{
    private readonly List<TestNode> _nodes = [];

    public async ValueTask InitializeAsync()
    {
        var database = await server.CreateDatabaseAsync();
        for (var number = 0; number < 2; number++)
            _nodes.Add(await TestNode.StartAsync("Engagement:Database=postgres", $"ConnectionStrings:Engagement={database}"));
        await _nodes[0].OpenChainAsync("glow");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
            await node.DisposeAsync();
    }

    [Fact]
    public async Task Out_on_one_node_is_out_on_the_other()
    {
        using var here = await Browser.JoinAsync(_nodes[0], "glow", "care_staff", "mei", "bund");
        using var there = here.On(_nodes[1]);
        Assert.Equal(here.AccountId, (string?)(await there.SessionAsync())!["id"]);

        Assert.Equal(204, (await here.DeleteAsync("/v1/account/sessions")).Status);
        Assert.Null(await there.SessionAsync());

        (await there.SignInAsync("mei")).Ok();
        using var back = there.On(_nodes[0]);
        Assert.NotNull(await back.SessionAsync());
        (await _nodes[0].PostAsync($"/v1/chains/glow/staff/{here.AccountId}/lock", "")).Ok();
        Assert.Null(await there.SessionAsync());
    }

    [Fact]
    public async Task Wrong_passwords_on_both_nodes_count_together_and_a_link_is_used_on_either_once()
    {
        using var mei = await Browser.JoinAsync(_nodes[0], "glow", "care_staff", "mei", "bund");
        using var one = new Browser(_nodes[0]);
        using var two = new Browser(_nodes[1]);
        for (var wrong = 0; wrong < 5; wrong++)
            (await (wrong % 2 == 0 ? one : two).SignInAsync("mei", "not the right one")).Problem(401, "wrong_sign_in");
        (await one.SignInAsync("mei")).Problem(401, "wrong_sign_in");
        (await two.SignInAsync("mei")).Problem(401, "wrong_sign_in");

        var code = (string)(await _nodes[0].PostAsync($"/v1/chains/glow/staff/{mei.AccountId}/recovery", "{}")).Ok()["code"]!;
        var answers = await Task.WhenAll(one.AcceptAsync(code), two.AcceptAsync(code));
        Assert.Single(answers, answer => answer.Status == 200);
        Assert.Single(answers, answer => answer.Status == 401);
    }
}
