using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Domain.Tests.Properties;

/// <summary>Says that something holds of every case there is, and tries some hundreds.</summary>
internal static class Law
{
    public static void Holds<T>(Arbitrary<T> of, Action<T> law, int cases = 400) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases), Prop.ForAll(of, law));

    public static void Holds<T, TOther>(Arbitrary<T> of, Arbitrary<TOther> and, Action<T, TOther> law, int cases = 400) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases), Prop.ForAll(of, and, law));
}
