namespace Engagement.Cli.Import;

/// <summary>Shows how an import goes on.</summary>
internal interface IImportDisplay
{
    /// <param name="tally">Every row so far.</param>
    /// <param name="position">How far into the file that is, in bytes.</param>
    void Show(Tally tally, long position);

    /// <summary>Something the user should know while it goes on, such as a retry.</summary>
    void Say(string message);
}
