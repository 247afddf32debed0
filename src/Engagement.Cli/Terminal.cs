using Spectre.Console;

namespace Engagement.Cli;

/// <summary>Everything a command touches of the process around it, so that a test can put its own in.</summary>
internal sealed class Terminal
{
    // Redirected output has no width of its own; without one, tables would be cut at a guessed 80 columns.
    private const int RedirectedWidth = 160;

    /// <summary>Results: what a script would read.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Errors and progress.</summary>
    public required TextWriter Error { get; init; }

    public required IAnsiConsole Screen { get; init; }

    public required IAnsiConsole ProgressScreen { get; init; }

    public required Func<Stream> OpenInput { get; init; }

    public required Func<string, string?> Environment { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public static Terminal OfProcess() => new()
    {
        Output = Console.Out,
        Error = Console.Error,
        Screen = ScreenOver(Console.Out),
        ProgressScreen = ScreenOver(Console.Error),
        OpenInput = Console.OpenStandardInput,
        Environment = System.Environment.GetEnvironmentVariable,
    };

    public static IAnsiConsole ScreenOver(TextWriter writer)
    {
        var output = new AnsiConsoleOutput(writer);
        var screen = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = output,
            Ansi = output.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
        });
        if (!output.IsTerminal)
            screen.Profile.Width = RedirectedWidth;
        return screen;
    }
}
