using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Rights;

/// <summary>Two chains with the same stores and members of the same ids: only the credential tells them apart.</summary>
internal sealed class World : IAsyncDisposable
{
    private readonly Dictionary<(string Chain, string Store), Target> _targets = [];

    private World(TestNode node) => Node = node;

    public TestNode Node { get; }

    public Target OwnStore => _targets[("glow", "bund")];

    public Target OtherStore => _targets[("glow", "soho")];

    public Target OtherChain => _targets[("rival", "bund")];

    public static async Task<World> OpenAsync()
    {
        var world = new World(await TestNode.StartAsync());
        foreach (var chain in new[] { "glow", "rival" })
        {
            await world.Node.OpenChainAsync(chain);
            foreach (var store in new[] { "bund", "soho" })
                world._targets[(chain, store)] = await world.SettleAsync(chain, store);
        }

        return world;
    }

    /// <summary>The same with an account, of the care staff there or of an administrator, that nobody has touched yet.</summary>
    public async Task<Target> WithNewAccountAsync(Target target, bool isAdministrator)
    {
        var made = isAdministrator
            ? await Node.PostAsync("/v1/administrators", $$"""{"signInName":"{{Guid.NewGuid()}}","name":"Other"}""")
            : await Node.PostAsync(
                $"/v1/chains/{target.Chain}/staff",
                $$"""{"signInName":"{{Guid.NewGuid()}}","name":"Clerk","role":"care_staff","stores":["{{target.Store}}"]}""");
        return target with { Account = (string)made.Ok()["account"]!["id"]! };
    }

    public ValueTask DisposeAsync() => Node.DisposeAsync();

    private async Task<Target> SettleAsync(string chain, string store)
    {
        var member = "m-" + store;
        var taken = await Node.PostAsync(
            $"/v1/chains/{chain}/events",
            $$"""
            [{"id":"j-{{member}}","type":"join","member":"{{member}}","store":"{{store}}"},
             {"id":"c-{{member}}","type":"complaint","member":"{{member}}","store":"{{store}}"}]
            """);
        Assert.Equal(2, (int)taken.Ok()["accepted"]!);
        var task = (await Node.GetAsync($"/v1/chains/{chain}/tasks?member={member}")).Ok()["items"]![0]!;
        var message = (await Node.GetAsync($"/v1/chains/{chain}/messages?member={member}")).Ok()["items"]![0]!;
        return new(chain, store, member, (string)task["id"]!, (string)message["id"]!);
    }
}
