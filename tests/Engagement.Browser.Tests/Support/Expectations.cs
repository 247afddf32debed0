namespace Engagement.Browser.Tests.Support;

/// <summary>What a page is expected to come to show, in half a minute at the latest: a busy machine is slow, not wrong.</summary>
internal static class Expectations
{
    private const float Patience = 30_000;

    public static ILocatorAssertions Expect(ILocator locator)
    {
        BePatient();
        return Assertions.Expect(locator);
    }

    public static IPageAssertions Expect(IPage page)
    {
        BePatient();
        return Assertions.Expect(page);
    }

    // Playwright keeps this for each flow of execution apart: said once, in a fixture, it would hold in no test.
    private static void BePatient() => Assertions.SetDefaultExpectTimeout(Patience);
}
