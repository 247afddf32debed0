using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Cards;

/// <summary>However many tills want a card at once, it gives what is on it and no more.</summary>
public sealed class TillTests(SharedNode shared, ThrowawayPostgres server) : ChainTest(shared)
{
    [Fact]
    public async Task Ten_tills_at_once_take_what_is_on_a_card_and_not_a_cent_more() => await TenTills.RingAsync(Chain, Node);

    [Fact]
    public async Task Nor_do_they_where_they_speak_to_two_nodes_of_one_database()
    {
        var database = await server.CreateDatabaseAsync();
        string[] settings = ["Engagement:Database=postgres", $"ConnectionStrings:Engagement={database}", "Engagement:Postgres:MostConnections=8"];
        await using var one = await TestNode.StartAsync(settings);
        await using var two = await TestNode.StartAsync(settings);
        await one.OpenChainAsync("glow");
        await TenTills.RingAsync("glow", one, two);
    }
}
