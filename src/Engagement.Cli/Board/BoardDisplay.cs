using System.Globalization;
using Engagement.Cli.Api;
using Spectre.Console;

namespace Engagement.Cli.Board;

/// <summary>Draws a board.</summary>
internal static class BoardDisplay
{
    private const int BarWidth = 40;

    private static readonly string[] Funnel = ["potential", "new", "effective", "active", "loyal", "dormant", "lost"];

    public static void Show(IAnsiConsole screen, BoardAnswer board)
    {
        var place = board.Store is null ? board.Chain : $"{board.Chain}, store {board.Store}";
        var when = $"as of {Instant.Show(board.AsOf)}, position {board.Position}";
        screen.MarkupLine($"[bold]{DisplayText.Markup(place)}[/] {when}");
        screen.WriteLine();
        ShowFunnel(screen, board.Stages);
        screen.WriteLine();
        screen.MarkupLine("[bold]Today[/]");
        var figures = board.Today.Where(figure => figure.Value != 0).DefaultIfEmpty(new("nothing yet", 0));
        foreach (var (name, value) in figures)
            screen.MarkupLine($"  {DisplayText.Markup(name),-14} {Number(value),14}");
        foreach (var (flag, count) in board.Flags ?? new Dictionary<string, long>())
            screen.MarkupLine($"  {DisplayText.Markup(flag)}: {Number(count)} members");
        ShowMovements(screen, board.Movements ?? []);
    }

    private static void ShowFunnel(IAnsiConsole screen, IReadOnlyDictionary<string, long> stages)
    {
        var members = stages.Values.Sum();
        var largest = Math.Max(1, stages.Values.DefaultIfEmpty().Max());
        var grid = new Grid().AddColumns(
            new GridColumn().NoWrap(),
            new GridColumn().NoWrap().Width(BarWidth),
            new GridColumn().NoWrap().RightAligned(),
            new GridColumn().NoWrap().RightAligned());
        foreach (var stage in Funnel.Where(stages.ContainsKey).Concat(stages.Keys.Except(Funnel)))
        {
            var count = stages[stage];
            var bar = new string('█', (int)Math.Ceiling(count * (double)BarWidth / largest));
            var share = members == 0 ? 0 : 100m * count / members;
            grid.AddRow(DisplayText.Markup(stage), bar, Number(count), Percent(share));
        }

        grid.AddRow("[bold]members[/]", "", Number(members), "");
        screen.Write(grid);
    }

    private static void ShowMovements(IAnsiConsole screen, IReadOnlyList<StageMovement> movements)
    {
        if (movements.Count == 0)
            return;
        screen.WriteLine();
        screen.MarkupLine("[bold]Movements[/]");
        foreach (var movement in movements)
        {
            var from = movement.From ?? "(first seen)";
            screen.MarkupLine($"  {DisplayText.Markup($"{from} → {movement.To}"),-26} {Number(movement.Count),14}");
        }
    }

    private static string Number(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static string Percent(decimal share) => share.ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
