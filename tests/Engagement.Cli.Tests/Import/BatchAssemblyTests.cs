using System.Text;
using System.Text.Json;
using Engagement.Cli.Import;

namespace Engagement.Cli.Tests.Import;

public sealed class BatchAssemblyTests
{
    [Fact]
    public void Batches_are_cut_by_count_unreadable_rows_included()
    {
        var batches = Batches(["a,2024-01-01,1", "bad", "c,2024-01-01,1", "d,2024-01-01,1", "e,2024-01-01,1"], 2, 1000);

        Assert.Equal([1, 2, 1], batches.Select(batch => batch.Items.Count));
        Assert.Equal([1, 0, 0], batches.Select(batch => batch.Unreadable.Count));
        Assert.Equal([2, 4, 5], batches.Select(batch => batch.LastRow));
    }

    [Fact]
    public void Batches_are_cut_by_size_and_each_is_a_whole_array()
    {
        var batches = Batches([.. Enumerable.Range(0, 50).Select(n => $"member {n} 王,2024-01-01,{n}")], 10_000, 700);

        Assert.All(batches, batch => Assert.InRange(batch.Body.Length, 1, 700));
        Assert.All(batches[..^1], batch => Assert.True(batch.Body.Length > 700 - 170));
        Assert.Equal(
            Enumerable.Range(0, 50).Select(n => $"member {n} 王"),
            batches.SelectMany(batch => JsonDocument.Parse(batch.Body).RootElement.EnumerateArray())
                .Select(item => item.GetProperty("member").GetString()!));
    }

    [Fact]
    public void A_row_larger_than_a_request_may_be_is_told_and_left_out()
    {
        var large = new string('x', 900);

        var batch = Assert.Single(Batches(["a,2024-01-01,1", $"{large},2024-01-01,1", "c,2024-01-01,1"], 100, 700));

        Assert.Equal(["1", "3"], batch.Items.Select(item => item.Row.Number.ToString(provider: null)));
        Assert.Equal("too_large", Assert.Single(batch.Unreadable).Code);
    }

    [Fact]
    public void Positions_grow_with_the_file()
    {
        var batches = Batches(["a,2024-01-01,1", "b,2024-01-01,1", "c,2024-01-01,1"], 1, 700);

        Assert.Equal(batches.Select(batch => batch.Position).Order(), batches.Select(batch => batch.Position));
    }

    private static List<Batch> Batches(string[] rows, int count, int bytes)
    {
        var text = string.Join('\n', ["member,date,amount", .. rows]);
        using var source = new RowSource(new MemoryStream(Encoding.UTF8.GetBytes(text)), null, null);
        var mapping = ColumnMapping.Read(["member=member,at=date,amount=amount"], out _)!;
        var columns = BoundColumns.Bind(mapping, source.Header, out _)!;
        var assembly = new BatchAssembly(source, new RowMapping(columns, "purchase", null, TimeZoneInfo.Utc), count, bytes);
        return [.. assembly.Batches(0, CancellationToken.None)];
    }
}
