using Engagement.Cli.Import;

namespace Engagement.Cli.Tests.Import;

public sealed class EventIdsTests
{
    private static readonly MappedEvent Purchase =
        new("purchase", "00002", new DateTimeOffset(1997, 1, 12, 0, 0, 0, TimeSpan.Zero), Amount: 12m);

    [Fact]
    public void Equal_rows_are_numbered_and_get_different_ids()
    {
        var ids = new EventIds();

        var (first, second, third) = (ids.Next(Purchase), ids.Next(Purchase), ids.Next(Purchase));

        Assert.EndsWith("-1", first, StringComparison.Ordinal);
        Assert.Equal(first[..^1] + "2", second);
        Assert.Equal(first[..^1] + "3", third);
        Assert.Equal(2, ids.Repeated);
    }

    [Fact]
    public void The_same_rows_get_the_same_ids_in_every_release() =>
        Assert.Equal("csv-BUuh1GIfuDeK2hSZeU7jyA-1", new EventIds().Next(Purchase));

    [Fact]
    public void Who_she_is_makes_no_other_id() => Assert.Equal(
        new EventIds().Next(Purchase),
        new EventIds().Next(Purchase with { FullName = "王小红", Phone = "13800138000", Email = "li@example.com" }));

    [Fact]
    public void Any_difference_makes_another_id()
    {
        var ids = new EventIds();
        MappedEvent[] events =
        [
            Purchase,
            Purchase with { Type = "refund" },
            Purchase with { Member = "00003" },
            Purchase with { At = Purchase.At.AddTicks(1) },
            Purchase with { Amount = 12.01m },
            Purchase with { Amount = null },
            Purchase with { Store = "a" },
            Purchase with { OrderId = "a" },
            Purchase with { Service = "a" },
            Purchase with { Name = "a" },
            Purchase with { Name = "a;x:1:b" },
        ];

        Assert.All(events.Select(ids.Next), id => Assert.EndsWith("-1", id, StringComparison.Ordinal));
        Assert.Equal(0, ids.Repeated);
    }

    [Fact]
    public void Occurrences_are_counted_right_through_growth()
    {
        var count = new OccurrenceCount();
        var hashes = Enumerable.Range(0, 50_000).Select(n => (ulong)n * 0x9E3779B97F4A7C15).ToArray();

        Assert.All(hashes, hash => Assert.Equal(1, count.Next(hash)));
        Assert.All(hashes, hash => Assert.Equal(2, count.Next(hash)));
        Assert.All(hashes, hash => Assert.Equal(3, count.Next(hash)));
        Assert.Equal(50_000, count.Distinct);
    }
}
