using Engagement.Cli.Import;

namespace Engagement.Cli.Tests.Import;

public sealed class ColumnMappingTests
{
    [Fact]
    public void Fields_are_known_in_any_case_and_columns_may_hold_commas()
    {
        var mapping = ColumnMapping.Read(["Member=Card no,AT=When,amount=Amount, USD", "orderid=Order"], out _);

        Assert.Equal(
            [("member", "Card no"), ("at", "When"), ("amount", "Amount, USD"), ("orderId", "Order")],
            mapping!.Pairs);
    }

    [Theory]
    [InlineData("member=a,at=b,amout=c", "amout=c")]
    [InlineData("member=a", "at is not mapped")]
    [InlineData("at=a", "member is not mapped")]
    [InlineData("member=a,at=b,at=c", "at is mapped twice")]
    [InlineData("nothing", "nothing")]
    public void A_mapping_that_cannot_be_meant_is_refused(string text, string reason)
    {
        Assert.Null(ColumnMapping.Read([text], out var error));
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_column_is_told_with_those_that_are_there()
    {
        var mapping = ColumnMapping.Read(["member=card,at=date"], out _)!;

        Assert.Null(BoundColumns.Bind(mapping, ["Customer", "Date"], out var error));
        Assert.Contains("'card'", error, StringComparison.Ordinal);
        Assert.Contains("Customer, Date", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_are_matched_whatever_their_case_unless_two_would_do()
    {
        var mapping = ColumnMapping.Read(["member=card,at=date"], out _)!;

        Assert.Equal(1, BoundColumns.Bind(mapping, [" DATE ", "Card"], out _)!["member"]);
        Assert.Null(BoundColumns.Bind(mapping, ["date", "card", "CARD"], out var error));
        Assert.Contains("more than one", error, StringComparison.Ordinal);
    }
}
