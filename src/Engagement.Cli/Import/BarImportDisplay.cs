using Spectre.Console;

namespace Engagement.Cli.Import;

/// <summary>A progress bar, for people at a terminal.</summary>
internal sealed class BarImportDisplay : IImportDisplay
{
    private readonly IAnsiConsole screen;
    private readonly ProgressTask bar;
    private readonly ImportPace pace;

    private BarImportDisplay(IAnsiConsole screen, ProgressTask bar, ImportPace pace)
    {
        this.screen = screen;
        this.bar = bar;
        this.pace = pace;
    }

    /// <summary>Runs the work with a bar that is there as long as it lasts.</summary>
    public static Task<T> RunAsync<T>(
        IAnsiConsole screen, long? length, ImportPace pace, Func<IImportDisplay, Task<T>> work) =>
        screen.Progress()
            .Columns(new ProgressBarColumn { Width = 24 }, new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(async context =>
            {
                var bar = context.AddTask("reading", maxValue: Math.Max(1, length ?? 1));
                bar.IsIndeterminate = length is null;
                var result = await work(new BarImportDisplay(screen, bar, pace));
                bar.StopTask();
                return result;
            });

    public void Show(Tally tally, long position)
    {
        bar.Value = position;
        bar.Description = DisplayText.Markup(pace.Describe(tally, position));
    }

    public void Say(string message) => screen.MarkupLine(DisplayText.Markup(message));
}
