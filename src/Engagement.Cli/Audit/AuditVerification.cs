using System.Globalization;
using System.Text.Json;
using Engagement.Cli.Api;
using Spectre.Console;

namespace Engagement.Cli.Audit;

/// <summary>Works out every hash of a trail anew, and compares with heads that were written down elsewhere.</summary>
internal sealed class AuditVerification(Terminal terminal, EngagementClient client, IReadOnlyList<WrittenHead> heads)
{
    private const int PageSize = 1000;

    /// <param name="chain">Null for the system's trail.</param>
    /// <returns>The exit code; 1 where the trail is not what it was.</returns>
    public Task<int> RunAsync(string? chain, CancellationToken stop) => terminal.ProgressScreen.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
        .StartAsync(progress => RunAsync(chain, progress.AddTask(DisplayText.Markup(NameOf(chain))), stop));

    public static string PathOf(string? chain) => chain is null ? "v1/audit" : $"{ApiPath.Chain(chain)}/audit";

    private async Task<int> RunAsync(string? chain, ProgressTask bar, CancellationToken stop)
    {
        var known = heads.Where(head => (head.Trail ?? "") == (chain ?? "")).ToLookup(head => head.Number);
        var (number, before, compared) = (0L, AuditHash.First, 0);
        AuditHead? end = null;
        while (true)
        {
            var path = ApiPath.With(
                PathOf(chain), ("after", number.ToString(CultureInfo.InvariantCulture)), ("limit", PageSize.ToString(CultureInfo.InvariantCulture)));
            var answer = await client.GetAsync<AuditPage>(path, stop);
            if (answer.ValueOrReport(terminal, client.Address, out var exitCode) is not { } page)
                return exitCode;
            // To read a trail leaves entries too: what came after the first look is for the next verification.
            end ??= page.Head;
            bar.MaxValue = Math.Max(1, end.Number);
            foreach (var entry in page.Items.TakeWhile(entry => entry.Number <= end.Number))
            {
                number++;
                if (FaultOf(chain, entry, number, before) is { } fault)
                    return Broken(chain, number, fault);
                before = entry.Hash;
                foreach (var head in known[number])
                {
                    compared++;
                    if (head.Hash != entry.Hash)
                        return Broken(chain, number, $"its hash is not the one that was written down at {head.Time}: the trail has been rewritten since");
                }
            }

            bar.Value = number;
            if (page.Next is null || number >= end.Number || page.Items.Count == 0)
                break;
        }

        if (number < end.Number)
            return Broken(chain, number + 1, $"it is missing: the trail should go on to {end.Number.ToString(CultureInfo.InvariantCulture)}");
        if (number == end.Number && number > 0 && before != end.Hash)
            return Broken(chain, number, "the head is another");
        if (known.Where(head => head.Key > number).SelectMany(head => head).MaxBy(head => head.Number) is { } later)
            return Broken(chain, number + 1, $"it is missing: at {later.Time} the trail went on to {later.Number.ToString(CultureInfo.InvariantCulture)}");
        var against = heads.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $", {compared} heads agree") : "";
        terminal.Output.WriteLine(DisplayText.Plain(
            string.Create(CultureInfo.InvariantCulture, $"{NameOf(chain)}: {number} entries, whole{against}. Head: {number} {before}")));
        return ExitCode.Done;
    }

    private static string? FaultOf(string? chain, AuditEntry entry, long number, string before)
    {
        if (entry.Number != number)
            return $"it is missing: the next is {entry.Number.ToString(CultureInfo.InvariantCulture)}";
        if (AuditHash.Of(before, entry.Entry) != entry.Hash)
            return "its hash does not fit: it, or one before it, has been changed";
        try
        {
            var text = JsonSerializer.Deserialize<AuditText>(entry.Entry, JsonSerializerOptions.Web);
            return text?.Number != number || (text.Trail ?? "") != (chain ?? "") ? "it is of another place or trail" : null;
        }
        catch (JsonException)
        {
            return "it is no JSON";
        }
    }

    private int Broken(string? chain, long number, string why)
    {
        terminal.Output.WriteLine(DisplayText.Plain(string.Create(CultureInfo.InvariantCulture, $"{NameOf(chain)}: BROKEN at entry {number}: {why}.")));
        return ExitCode.Failed;
    }

    private static string NameOf(string? chain) => chain is null ? "the system's trail" : $"trail of {chain}";
}
