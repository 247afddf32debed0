using Engagement.Domain.Recall;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories.Recall;

/// <summary>Local times are local times, whatever clocks do (docs/domain §9).</summary>
public class Clocks
{
    [Theory]
    // Berlin: forward on 29 March 2026 (09:00 is 07:00Z instead of 08:00Z), back on 25 October.
    [InlineData("Europe/Berlin", "2026-03-28T22:00Z", "2026-03-29T07:00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-27T22:00Z", "2026-03-28T08:00:00Z")]
    [InlineData("Europe/Berlin", "2026-10-24T22:00Z", "2026-10-25T08:00:00Z")]
    // Sydney: back on 5 April 2026 (09:00 is 23:00Z instead of 22:00Z), forward on 4 October.
    [InlineData("Australia/Sydney", "2026-04-04T12:00Z", "2026-04-04T23:00:00Z")]
    [InlineData("Australia/Sydney", "2026-04-03T12:00Z", "2026-04-03T22:00:00Z")]
    [InlineData("Australia/Sydney", "2026-10-03T12:00Z", "2026-10-03T22:00:00Z")]
    // Lord Howe: by half an hour only, back on 5 April.
    [InlineData("Australia/Lord_Howe", "2026-04-04T12:00Z", "2026-04-04T22:30:00Z")]
    // Santiago: forward at midnight of 6 September, so that the day begins at one o'clock.
    [InlineData("America/Santiago", "2026-09-06T02:00Z", "2026-09-06T12:00:00Z")]
    public void Who_joins_in_quiet_hours_is_welcomed_at_nine_by_the_clock_on_the_wall(string zone, string joined, string goes)
    {
        var life = Lives.WithPlaybooks(zone, new() { Messages = new() { SpreadMinutes = 0 } });
        life.Joins(joined);
        life.Until(Told.Instant(goes));

        Assert.Equal(goes, life.Last<MessageReleased>().At.ToString());
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-28T07:00Z", "2026-03-29T18:00:00Z")]
    [InlineData("Australia/Sydney", "2026-04-03T22:00Z", "2026-04-05T10:00:00Z")]
    public void Eight_in_the_evening_is_eight_in_the_evening_on_the_day_clocks_change(string zone, string lastSignIn, string asked)
    {
        var life = Lives.WithPlaybooks(zone);
        var last = Told.Instant(lastSignIn);
        for (var days = 2; days >= 0; days--)
            life.SignsIn((last - TimeSpan.FromDays(days)).ToString());
        life.Until(Told.Instant(asked));

        Assert.Contains($"{asked} entered streak_saver", life.Story());
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29T07:00:00Z")]
    [InlineData("Australia/Sydney", "2026-03-28T22:00:00Z")]
    [InlineData("Pacific/Kiritimati", "2026-03-28T19:00:00Z")]
    [InlineData("Pacific/Pago_Pago", "2026-03-29T20:00:00Z")]
    public void A_birthday_begins_at_nine_where_her_store_is(string zone, string goes)
    {
        var life = Lives.WithPlaybooks(zone);
        life.Joins("2026-02-01T00:00Z", born: (3, 29));
        life.Until("2026-04-01");

        Assert.Equal(goes, life.Events.OfType<MessageReleased>().Single(told => told.Message.Template == "birthday").At.ToString());
    }

    [Theory]
    // Quiet from 13:00 to 15:00: within one day.
    [InlineData(13, 15, "2026-03-02T14:00Z", "2026-03-02T15:00:00Z")]
    [InlineData(13, 15, "2026-03-02T15:00Z", "2026-03-02T15:00:00Z")]
    [InlineData(13, 15, "2026-03-02T12:59Z", "2026-03-02T12:59:00Z")]
    // Over midnight: the edges belong to the quiet and to the day.
    [InlineData(21, 9, "2026-03-02T20:59Z", "2026-03-02T20:59:00Z")]
    [InlineData(21, 9, "2026-03-02T21:00Z", "2026-03-03T09:00:00Z")]
    [InlineData(21, 9, "2026-03-03T00:00Z", "2026-03-03T09:00:00Z")]
    [InlineData(21, 9, "2026-03-03T08:59Z", "2026-03-03T09:00:00Z")]
    [InlineData(21, 9, "2026-03-03T09:00Z", "2026-03-03T09:00:00Z")]
    // None at all.
    [InlineData(0, 0, "2026-03-03T03:00Z", "2026-03-03T03:00:00Z")]
    public void Quiet_hours_hold_within_a_day_and_over_midnight(int from, int until, string joined, string goes)
    {
        var quiet = new MessagePolicy { QuietFrom = new(from, 0), QuietUntil = new(until, 0), SpreadMinutes = 0 };
        var life = Lives.WithPlaybooks(recall: new() { Messages = quiet });
        life.Joins(joined);
        life.Until(Told.Instant(goes));

        Assert.Equal(goes, life.Last<MessageReleased>().At.ToString());
    }
}
