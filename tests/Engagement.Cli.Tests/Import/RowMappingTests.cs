using Engagement.Cli.Import;

namespace Engagement.Cli.Tests.Import;

public sealed class RowMappingTests
{
    private static readonly string[] Header = ["member", "date", "amount", "type", "store", "name"];

    private static readonly BoundColumns Columns = BoundColumns.Bind(
        ColumnMapping.Read(["member=member,at=date,amount=amount,type=type,store=store,name=name"], out _)!, Header, out _)!;

    private readonly RowMapping mapping = new(Columns, "purchase", "main", TimeZoneInfo.Utc);

    [Fact]
    public void A_row_becomes_the_event_it_says_and_empty_fields_take_the_defaults()
    {
        var read = Assert.IsType<RowReading.Readable>(Read(" 0012 ", "2024-01-02", "77.10", "", "", ""));

        Assert.Equal(
            new MappedEvent("purchase", "0012", new DateTimeOffset(2024, 1, 2, 0, 0, 0, TimeSpan.Zero), "main", 77.1m),
            read.Event);
        Assert.Null(read.Id);
    }

    [Fact]
    public void Columns_for_type_and_store_win_over_the_options()
    {
        var read = Assert.IsType<RowReading.Readable>(Read("a", "2024-01-02", "", "act", "north", "share"));

        Assert.Equal(("act", "north", "share"), (read.Event.Type, read.Event.Store, read.Event.Name));
    }

    [Theory]
    [InlineData("missing_member", "", "2024-01-02", "1", "")]
    [InlineData("missing_at", "a", " ", "1", "")]
    [InlineData("invalid_at", "a", "soon", "1", "")]
    [InlineData("invalid_amount", "a", "2024-01-02", "1,50", "")]
    [InlineData("invalid_amount", "a", "2024-01-02", "1e3", "")]
    [InlineData("invalid_amount", "a", "2024-01-02", "-1", "")]
    [InlineData("missing_field", "a", "2024-01-02", "", "")]
    [InlineData("missing_field", "a", "2024-01-02", "", "refund")]
    [InlineData("missing_field", "a", "2024-01-02", "", "act")]
    [InlineData("unknown_type", "a", "2024-01-02", "1", "gift")]
    [InlineData("invalid_text", "a\uFFFD", "2024-01-02", "1", "")]
    public void A_row_that_is_no_event_says_why(string code, string member, string at, string amount, string type) =>
        Assert.Equal(code, Assert.IsType<RowReading.Unreadable>(Read(member, at, amount, type, "", "")).Code);

    [Fact]
    public void A_row_with_too_few_or_too_many_fields_is_refused_and_empty_ones_at_the_end_are_not()
    {
        Assert.Equal("wrong_field_count", Assert.IsType<RowReading.Unreadable>(Read("a", "2024-01-02", "1")).Code);
        Assert.Equal(
            "wrong_field_count",
            Assert.IsType<RowReading.Unreadable>(Read("a", "2024-01-02", "1", "", "", "", "50")).Code);
        Assert.IsType<RowReading.Readable>(Read("a", "2024-01-02", "1", "", "", "", "", ""));
    }

    private RowReading Read(params string[] fields) => mapping.Read(new SourceRow(1, 2, fields, null));
}
