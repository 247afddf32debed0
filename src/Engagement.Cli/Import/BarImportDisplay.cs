using Spectre.Console;
using Spectre.Console.Rendering;

namespace Engagement.Cli.Import;

/// <summary>A progress bar, for people at a terminal.</summary>
internal sealed class BarImportDisplay : IImportDisplay
{
    // Leaves room for the counts of millions of rows on 80 columns.
    private const int BarWidth = 12;

    private readonly IAnsiConsole screen;
    private readonly ProgressTask bar;
    private readonly TwoLines text;
    private readonly ImportPace pace;

    private BarImportDisplay(IAnsiConsole screen, ProgressTask bar, TwoLines text, ImportPace pace)
    {
        this.screen = screen;
        this.bar = bar;
        this.text = text;
        this.pace = pace;
    }

    /// <summary>Runs the work with a bar that is there as long as it lasts.</summary>
    public static Task<T> RunAsync<T>(
        IAnsiConsole screen, long? length, ImportPace pace, Func<IImportDisplay, Task<T>> work)
    {
        var text = new TwoLines();
        return screen.Progress()
            .Columns(new ProgressBarColumn { Width = BarWidth }, text)
            .StartAsync(async context =>
            {
                var bar = context.AddTask("import", maxValue: Math.Max(1, length ?? 1));
                bar.IsIndeterminate = length is null;
                var result = await work(new BarImportDisplay(screen, bar, text, pace));
                bar.StopTask();
                return result;
            });
    }

    public void Show(Tally tally, long position)
    {
        text.Markup = $"{DisplayText.Markup(pace.Speed(tally, position))}\n{DisplayText.Markup(ImportPace.Counts(tally))}";
        bar.Value = position;
    }

    public void Say(string message) => screen.MarkupLine(DisplayText.Markup(message));

    // The library puts a task's description on one line, and one line is too short for all that is to be told.
    private sealed class TwoLines : ProgressColumn
    {
        public string Markup { get; set; } = "reading";

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Markup(Markup);
    }
}
