namespace Engagement.Cli.Import;

/// <summary>A line now and then, for logs and pipes.</summary>
internal sealed class PlainImportDisplay(TextWriter output, TimeProvider time, ImportPace pace) : IImportDisplay
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private long lastShown = time.GetTimestamp();

    public void Show(Tally tally, long position)
    {
        if (time.GetElapsedTime(lastShown) < Interval)
            return;
        lastShown = time.GetTimestamp();
        output.WriteLine($"{pace.Speed(tally, position)}: {ImportPace.Counts(tally)}");
    }

    public void Say(string message) => output.WriteLine(DisplayText.Plain(message));
}
