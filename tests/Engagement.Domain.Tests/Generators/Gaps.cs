using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Domain.Tests.Generators;

/// <summary>How long it is from one act to the next: from the same instant to years, and often to the microsecond of a window.</summary>
internal static class Gaps
{
    public static readonly Gen<TimeSpan> Any = Gen.Frequency(
        (2, Gen.Constant(TimeSpan.Zero)),
        (2, Gen.Choose(1, 100_000).Select(seconds => TimeSpan.FromSeconds(seconds))),
        (2, Gen.Choose(1, 2_000_000_000).Select(microseconds => TimeSpan.FromMicroseconds(microseconds))),
        (6, Gen.Choose(1, 40 * 24).Select(hours => TimeSpan.FromHours(hours))),
        (2, Gen.Choose(40, 200).Select(days => TimeSpan.FromDays(days))),
        (2, OnTheEdge()),
        (1, Gen.Choose(200, 1500).Select(days => TimeSpan.FromDays(days))));

    private static Gen<TimeSpan> OnTheEdge() =>
        from days in Gen.Elements(14, 30, 76, 90, 120, 180)
        from off in Gen.Choose(-1, 1)
        select TimeSpan.FromDays(days) + TimeSpan.FromMicroseconds(off);
}
