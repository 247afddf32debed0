using System.Diagnostics;
using Engagement.Domain.Care;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;
using Engagement.Domain.Visits;

namespace Engagement.Bench.Recall;

/// <summary>
/// Members who are in the midst of playbooks. On one day from ten o'clock on each of them joins and has her first visit; one
/// in ten was sent by a friend. From then on she is in two or three playbooks, has had her first message, and has the next
/// step before her a day later at the latest. Noon is kept for those whose lateness is measured: evenly so many a second.
/// </summary>
/// <param name="Count">How many there are in all.</param>
/// <param name="Measured">How many of them join from noon on.</param>
/// <param name="PerSecond">How many of these in a second.</param>
/// <param name="Early">How many join before: those whom one leap of the clock wakes.</param>
internal sealed record Population(int Count, int Measured, int PerSecond, int Early)
{
    private const int AtOnce = 4000;

    // A prime larger than any number of members: every place in the order is taken once.
    private const long Stride = 2_147_483_647;

    /// <summary>The day on which all join: any Monday.</summary>
    public static readonly Instant Day = Instant.FromDateTimeOffset(new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero));

    public static readonly Instant Opening = Day + TimeSpan.FromHours(10);

    public static readonly Instant Noon = Day + TimeSpan.FromHours(12);

    public static readonly Instant Evening = Day + TimeSpan.FromHours(20);

    /// <summary>When a member joins: in no order, so that those who fall due together lie far apart in the store.</summary>
    public Instant JoinsAt(int number) => PlaceAt((int)(number * Stride % Count));

    private Instant PlaceAt(int number) => number < Early
        ? Opening + (TimeSpan.FromMinutes(119) * ((double)number / Early))
        : number < Early + Measured
            ? Noon + (TimeSpan.FromSeconds(1) * ((number - Early) / (double)PerSecond))
            : Noon + TimeSpan.FromHours(1) + (TimeSpan.FromHours(7) * ((number - Early - Measured) / (double)(Count - Early - Measured)));

    /// <summary>Lets them all join; returns how many a second were stored.</summary>
    public async Task<double> JoinAsync(EmbeddedNode node, Action<double> progress)
    {
        var watch = Stopwatch.StartNew();
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var number && number < Count)
            {
                var at = JoinsAt(number);
                MemberCommand[] begins =
                [
                    new Join(Key("join", number), at, null, null, number % 10 == 0 ? EmbeddedNode.Key(number + 1).Member : null),
                    new Visit(Key("visit", number), at, null, "facial"),
                    // Her first message was handed over: what lies in the outbox would hold back the next.
                    new ReportMessage(new(1, 0), MessageFate.Sent),
                ];
                await node.Members.SendAsync(EmbeddedNode.Key(number), begins, default);
                if (number % 10_000 == 0)
                    progress((double)number / Count);
            }
        })));
        return Count / watch.Elapsed.TotalSeconds;
    }

    private static EventKey Key(string what, int number) => new($"{what}{number}", new((UInt128)number));
}
