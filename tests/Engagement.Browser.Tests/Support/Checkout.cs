namespace Engagement.Browser.Tests.Support;

/// <summary>The working copy these tests were built in.</summary>
internal static class Checkout
{
    public static string Folder { get; } = Find();

    public static string PathTo(string relative) => Path.Combine(Folder, relative);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Engagement.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No Engagement.sln in any folder above {AppContext.BaseDirectory}");
    }
}
