using Engagement.Domain.Stages;

namespace Engagement.Domain.Tests.Stories;

public class Reasons
{
    [Theory]
    [InlineData(2, "second")]
    [InlineData(10, "tenth")]
    [InlineData(11, "11th")]
    [InlineData(12, "12th")]
    [InlineData(21, "21st")]
    [InlineData(22, "22nd")]
    [InlineData(33, "33rd")]
    [InlineData(100, "100th")]
    public void The_visit_that_lifts_her_is_numbered_as_people_say_it(int visits, string expected)
    {
        Assert.Equal($"{expected} visit within 60 days", StageReason.VisitsWithin(new(visits, 60)).Text);
    }
}
