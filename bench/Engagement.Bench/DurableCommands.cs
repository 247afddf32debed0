using Engagement.Domain.Time;

namespace Engagement.Bench;

/// <summary>
/// Durable commands a second in process: many callers at once, whose members share commits, against one caller, whose every
/// command is a commit of its own, on the same file; and callers who bring several commands for one turn, as imports do.
/// </summary>
internal static class DurableCommands
{
    private const int CommandsOfAnImport = 10;

    public static async Task<(double Grouped, double InTens, double OneByOne)> MeasureAsync(
        string folder, int members, int atOnce, TimeSpan time)
    {
        using var node = new EmbeddedNode(Path.Combine(folder, "commands.db"));
        var start = Instant.FromDateTimeOffset(DateTimeOffset.UtcNow) - TimeSpan.FromDays(2);
        await RunAsync(node, "warm", members, atOnce, 1, time / 4, start);
        var grouped = await RunAsync(node, "many", members, atOnce, 1, time, start + TimeSpan.FromHours(8));
        var single = await RunAsync(node, "one", members, 1, 1, time / 2, start + TimeSpan.FromHours(16));
        using var import = new EmbeddedNode(Path.Combine(folder, "import.db"));
        var inTens = await RunAsync(import, "tens", 50 * members, atOnce / CommandsOfAnImport, CommandsOfAnImport, time, start);
        return (grouped, inTens, single);
    }

    private static async Task<double> RunAsync(
        EmbeddedNode node, string prefix, int members, int atOnce, int together, TimeSpan time, Instant start) =>
        (await CommandLoad.RunAsync(_ => node.Members, prefix, members, atOnce, together, time, start)).Rate;
}
