namespace Engagement.Hosting.Demo;

/// <summary>
/// The bare switch <c>--demo</c>. The command line of .NET's configuration knows only pairs: it would take the argument
/// after the switch for its value, and <c>--demo --urls http://…</c> would listen elsewhere.
/// </summary>
public static class DemoSwitch
{
    private const string Name = "--demo";

    /// <summary>Whether the demonstration chain is wanted.</summary>
    public static bool IsGiven(string[] args) => args.Contains(Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The arguments that are configuration.</summary>
    public static string[] Without(string[] args) =>
        [.. args.Where(argument => !argument.Equals(Name, StringComparison.OrdinalIgnoreCase))];
}
