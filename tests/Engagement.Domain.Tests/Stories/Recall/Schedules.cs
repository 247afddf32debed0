using Engagement.Domain.Care;
using Engagement.Domain.Recall;
using Engagement.Domain.Tests.Support;

namespace Engagement.Domain.Tests.Stories.Recall;

/// <summary>
/// Each of the nine default playbooks by itself against a schedule worked out by hand (docs/domain §9). All in UTC, with quiet
/// hours from 21:00 to 09:00 and nobody's morning spread.
/// </summary>
public class Schedules
{
    [Fact]
    public void Second_visit_a_call_an_offer_and_a_call_until_she_comes_again()
    {
        var life = Only("second_visit");
        life.Visits("2026-03-02T10:00Z");
        life.Until("2026-05-15");

        Assert.Equal(
            [
                "2026-03-02T10:00:00Z entered second_visit",
                "2026-03-05T10:00:00Z task satisfaction_call due 2026-03-06T21:00:00Z",
                "2026-03-16T10:00:00Z sent second_visit_offer: 10 % off the second visit",
                "2026-04-01T10:00:00Z task second_visit_call due 2026-04-02T21:00:00Z",
                "2026-05-01T10:00:00Z left second_visit: ended",
                "2026-05-01T10:00:00Z task withdrawn: left_playbook",
            ],
            life.Story());

        var returning = Only("second_visit");
        returning.Visits("2026-03-02T10:00Z");
        returning.Visits("2026-03-20T15:00Z");
        returning.Until("2026-06-15");
        Assert.Equal(
            [
                "2026-03-02T10:00:00Z entered second_visit",
                "2026-03-05T10:00:00Z task satisfaction_call due 2026-03-06T21:00:00Z",
                "2026-03-16T10:00:00Z sent second_visit_offer: 10 % off the second visit",
                "2026-03-20T15:00:00Z left second_visit: second_visit",
                "2026-03-20T15:00:00Z task withdrawn: left_playbook",
            ],
            returning.Story());
    }

    [Fact]
    public void Dormancy_a_message_and_a_call_an_offer_and_a_last_call()
    {
        var life = Only("dormancy");
        life.Visits("2026-01-01T12:00Z");
        life.Until("2026-07-01");

        Assert.Equal(
            [
                // The ninetieth day.
                "2026-04-01T12:00:00Z entered dormancy",
                "2026-04-01T12:00:00Z task recall_call due 2026-04-02T21:00:00Z",
                "2026-04-01T12:00:00Z sent dormant_hello",
                "2026-04-15T12:00:00Z sent dormant_offer: A treatment at half the price",
                "2026-05-16T12:00:00Z task last_call due 2026-05-17T21:00:00Z",
                "2026-06-15T12:00:00Z left dormancy: ended",
                "2026-06-15T12:00:00Z task withdrawn: left_playbook",
            ],
            life.Story());
    }

    [Fact]
    public void Win_back_three_vouchers_and_an_end_on_the_day_she_has_been_away_for_360_days()
    {
        var life = Only("win_back");
        life.Visits("2025-01-01T12:00Z");
        life.Until("2026-02-01");

        Assert.Equal(
            [
                "2025-06-30T12:00:00Z entered win_back",
                "2025-06-30T12:00:00Z sent win_back_first: A voucher of 200",
                "2025-08-29T12:00:00Z sent win_back_second: A voucher of 300",
                "2025-10-28T12:00:00Z sent win_back_last: A voucher of 500",
                "2025-12-27T12:00:00Z left win_back: ended",
            ],
            life.Story());
        Assert.Equal(360, (Told.Instant("2025-12-27T12:00Z") - Told.Instant("2025-01-01T12:00Z")).TotalDays);
    }

    [Fact]
    public void Renewal_sixty_thirty_fifteen_and_seven_days_before_the_card_ends()
    {
        var life = Only("renewal");
        life.GetsCard("2025-09-16T10:00Z", "c1", "2026-09-16T10:00Z");
        life.Until("2026-10-01");

        Assert.Equal(
            [
                "2026-07-18T10:00:00Z entered renewal",
                "2026-07-18T10:00:00Z sent renewal: 75 % of the price",
                "2026-08-17T10:00:00Z sent renewal: 85 % of the price",
                "2026-09-01T10:00:00Z sent renewal: 90 % of the price",
                "2026-09-09T10:00:00Z sent renewal: 95 % of the price",
                "2026-09-16T10:00:00Z left renewal: ended",
            ],
            life.Story());
    }

    [Fact]
    public void Renewal_ends_when_she_renews_and_begins_again_before_the_new_end()
    {
        var life = Only("renewal");
        life.GetsCard("2025-09-16T10:00Z", "c1", "2026-09-16T10:00Z");
        life.Renews("2026-08-20T10:00Z", "c1", "2027-09-16T10:00Z");
        life.Until("2027-07-20");

        Assert.Equal(
            [
                "2026-07-18T10:00:00Z entered renewal",
                "2026-07-18T10:00:00Z sent renewal: 75 % of the price",
                "2026-08-17T10:00:00Z sent renewal: 85 % of the price",
                "2026-08-20T10:00:00Z left renewal: renewed",
                "2027-07-18T10:00:00Z entered renewal",
                "2027-07-18T10:00:00Z sent renewal: 75 % of the price",
            ],
            life.Story());
    }

    [Fact]
    public void Referral_lead_a_welcome_a_gift_a_consultation_and_a_countdown_within_three_days()
    {
        // The cap of one message a day would move the gift to the next day.
        var life = Only("referral_lead", messages => messages with { MostADay = 5, MostInWindow = 20 });
        life.Joins("2026-03-02T10:00Z", referrer: "zhao");
        life.Until("2026-03-10");

        Assert.Equal(
            [
                "2026-03-02T10:00:00Z entered referral_lead",
                "2026-03-02T10:00:00Z sent friend_welcome",
                "2026-03-02T14:00:00Z sent friend_gift: The gift pack",
                "2026-03-03T10:00:00Z task consultation due 2026-03-06T21:00:00Z",
                "2026-03-04T10:00:00Z sent friend_countdown",
                "2026-03-05T10:00:00Z left referral_lead: ended",
                "2026-03-05T10:00:00Z task withdrawn: left_playbook",
            ],
            life.Story());

        var buying = Only("referral_lead");
        buying.Joins("2026-03-02T10:00Z", referrer: "zhao");
        buying.Visits("2026-03-02T11:00Z");
        buying.Buys("2026-03-02T12:00Z", 300m);
        buying.Until("2026-03-10");
        Assert.Equal(
            ["2026-03-02T10:00:00Z entered referral_lead", "2026-03-02T10:00:00Z sent friend_welcome", "2026-03-02T12:00:00Z left referral_lead: purchase"],
            buying.Story());

        var alone = Only("referral_lead");
        alone.Joins("2026-03-02T10:00Z");
        alone.Until("2026-03-10");
        Assert.Empty(alone.Story());
    }

    [Fact]
    public void Birthday_at_nine_once_a_year_and_on_the_28th_of_February_where_there_is_no_29th()
    {
        var life = Only("birthday");
        life.Joins("2026-11-20T10:00Z", born: (2, 29));
        life.Until("2029-01-01");

        Assert.Equal(
            ["2027-02-28T09:00:00Z sent birthday: A birthday gift", "2028-02-29T09:00:00Z sent birthday: A birthday gift"],
            life.Story().Where(line => line.Contains("sent", StringComparison.Ordinal)));
    }

    [Fact]
    public void Streak_saver_at_eight_in_the_evening_for_runs_of_three_days_and_more()
    {
        var life = Only("streak_saver");
        life.SignsIn("2026-03-02T08:00Z");
        life.SignsIn("2026-03-03T08:00Z");
        life.Until("2026-03-03T23:00Z");
        Assert.Empty(life.Story());

        // A run of three; the fourth day passes without her, and so does the fifth.
        life.SignsIn("2026-03-04T08:00Z");
        life.Until("2026-03-06T23:00Z");
        Assert.Equal(
            ["2026-03-05T20:00:00Z entered streak_saver", "2026-03-05T20:00:00Z sent streak_saver", "2026-03-06T00:00:00Z left streak_saver: ended"],
            life.Story());
    }

    [Fact]
    public void Streak_saver_ends_when_she_signs_in_and_asks_again_the_next_evening()
    {
        var life = Only("streak_saver");
        foreach (var day in (string[])["02T08:00Z", "03T08:00Z", "04T08:00Z", "05T20:30Z"])
            life.SignsIn($"2026-03-{day}");
        life.Until("2026-03-06T23:00Z");

        Assert.Equal(
            [
                "2026-03-05T20:00:00Z entered streak_saver",
                "2026-03-05T20:00:00Z sent streak_saver",
                "2026-03-05T20:30:00Z left streak_saver: sign_in",
                "2026-03-06T20:00:00Z entered streak_saver",
                "2026-03-06T20:00:00Z sent streak_saver",
            ],
            life.Story());
    }

    [Fact]
    public void Care_call_each_quarter_without_contact_for_members_of_high_value_and_nobody_else()
    {
        var life = Only("care_call");
        life.Buys("2026-01-01T10:00Z", 20_000m);
        life.Closes("2026-04-05T10:00Z", "care_call", Outcomes.Reached);
        life.Until("2026-12-01");

        Assert.Equal(
            [
                "2026-04-01T10:00:00Z entered care_call",
                "2026-04-01T10:00:00Z task care_call due 2026-04-11T21:00:00Z",
                "2026-04-05T10:00:00Z left care_call: task_done",
                // Ninety days after the call.
                "2026-07-04T10:00:00Z entered care_call",
            ],
            life.Story().Take(4));

        var other = Only("care_call");
        other.Buys("2026-01-01T10:00Z", 19_999.99m);
        other.Until("2026-12-01");
        Assert.Empty(other.Story());
    }

    [Fact]
    public void Whoever_shows_interest_is_to_be_got_in_touch_with_within_three_working_days()
    {
        var life = Only("welcome");
        life.Acts("2026-03-06T16:00Z", "interest_shown");
        life.Acts("2026-03-06T16:05Z", "interest_shown");

        var task = Assert.Single(life.Member.Care.Tasks);
        Assert.Equal((TaskKinds.Prospect, "2026-03-09T21:00:00Z"), (task.Kind, task.DueAt.ToString()));
    }

    private static Life Only(string playbook, Func<MessagePolicy, MessagePolicy>? messages = null)
    {
        var recall = new RecallPolicy();
        return Lives.WithPlaybooks(recall: recall with
        {
            Playbooks = System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(
                StringComparer.Ordinal, [KeyValuePair.Create(playbook, recall.Playbooks[playbook])]),
            Messages = (messages ?? (same => same))(new MessagePolicy { SpreadMinutes = 0 }),
        });
    }
}
