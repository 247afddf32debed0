using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Engagement.Cli.Api;

namespace Engagement.Cli.Audit;

/// <summary><c>engage audit list</c>, <c>engage audit verify</c>: who saw and changed what, and whether that is still the truth.</summary>
internal static class AuditCommands
{
    public static Command Build(Terminal terminal, ServerOptions server) =>
        new("audit", "Who saw and changed what.") { BuildList(terminal, server), BuildVerify(terminal, server) };

    private static Command BuildList(Terminal terminal, ServerOptions server)
    {
        var chain = new Option<string?>("--chain") { Description = "The chain; without it, the system's own trail." };
        var after = new Option<long?>("--after") { Description = "Only entries after this number; without it, the latest." };
        var actor = new Option<string?>("--actor") { Description = "Only what this account or key did." };
        var action = new Option<string?>("--action") { Description = "Only this kind, e.g. getMember." };
        var subject = new Option<string?>("--subject") { Description = "Only what was about this, e.g. a member's id." };
        var limit = new Option<int>("--limit") { Description = "How many to show at most, up to 1000.", DefaultValueFactory = _ => 50 };
        var json = new Option<bool>("--json") { Description = "One entry a line, as the server gave it." };
        var list = new Command("list", "Shows entries of a trail.") { chain, after, actor, action, subject, limit, json };
        list.SetAction(async (parsed, stop) =>
        {
            if (server.Connect(parsed) is not { } client)
                return ExitCode.WrongUse;
            using (client)
            {
                var most = Math.Clamp(parsed.GetValue(limit), 1, 1000);
                var (who, what, whom) = (parsed.GetValue(actor), parsed.GetValue(action), parsed.GetValue(subject));
                var path = AuditVerification.PathOf(parsed.GetValue(chain));
                var from = parsed.GetValue(after);
                if (from is null && who is null && what is null && whom is null)
                {
                    var head = await client.GetAsync<AuditPage>(ApiPath.With(path, ("limit", "1")), stop);
                    if (head.ValueOrReport(terminal, client.Address, out var failed) is not { } first)
                        return failed;
                    from = Math.Max(0, first.Head.Number - most);
                }

                var answer = await client.GetAsync<AuditPage>(
                    ApiPath.With(
                        path, ("after", from?.ToString(CultureInfo.InvariantCulture)), ("limit", most.ToString(CultureInfo.InvariantCulture)),
                        ("actor", who), ("action", what), ("subject", whom)),
                    stop);
                if (answer.ValueOrReport(terminal, client.Address, out var exitCode) is not { } page)
                    return exitCode;
                foreach (var entry in page.Items)
                    terminal.Output.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(entry, JsonSerializerOptions.Web) : DisplayText.Plain(LineOf(entry)));
                if (page.Next is { } next)
                    terminal.Error.WriteLine($"There are more: --after {next}");
                return ExitCode.Done;
            }
        });
        return list;
    }

    private static Command BuildVerify(Terminal terminal, ServerOptions server)
    {
        var chain = new Option<string?>("--chain") { Description = "Only this chain's trail; without it, the system's and those of all chains." };
        var heads = new Option<FileInfo?>("--heads") { Description = "A file of heads that a node wrote, kept where the database's owner cannot write." };
        var verify = new Command("verify", "Works out every hash of a trail anew and says where it breaks.") { chain, heads };
        verify.SetAction(async (parsed, stop) =>
        {
            if (server.Connect(parsed) is not { } client)
                return ExitCode.WrongUse;
            using (client)
            {
                if (await ReadAsync(terminal, parsed.GetValue(heads), stop) is not { } written)
                    return ExitCode.Failed;
                var verification = new AuditVerification(terminal, client, written);
                if (parsed.GetValue(chain) is { } only)
                    return await verification.RunAsync(only, stop);
                var answer = await client.GetAsync<ListPage<ChainEntry>>(ApiPath.Chains, stop);
                if (answer.ValueOrReport(terminal, client.Address, out var worst) is not { } chains)
                    return worst;
                foreach (var trail in chains.Items.Select(entry => (string?)entry.Id).Prepend(null))
                    worst = Math.Max(worst, await verification.RunAsync(trail, stop));
                return worst;
            }
        });
        return verify;
    }

    private static string LineOf(AuditEntry entry)
    {
        var text = JsonSerializer.Deserialize<AuditText>(entry.Entry, JsonSerializerOptions.Web);
        return string.Join(
            "  ",
            new[] { entry.Number.ToString(CultureInfo.InvariantCulture), text?.Time, text?.Actor, text?.Role, text?.Action, text?.Subject, text?.Outcome, text?.Address }
                .Where(part => !string.IsNullOrEmpty(part)));
    }

    // Null, with the reason printed, if the file cannot be understood.
    private static async Task<IReadOnlyList<WrittenHead>?> ReadAsync(Terminal terminal, FileInfo? file, CancellationToken stop)
    {
        if (file is null)
            return [];
        var heads = new List<WrittenHead>();
        foreach (var line in await File.ReadAllLinesAsync(file.FullName, stop))
        {
            if (line.Length == 0)
                continue;
            try
            {
                heads.Add(JsonSerializer.Deserialize<WrittenHead>(line, JsonSerializerOptions.Web)!);
            }
            catch (JsonException)
            {
                terminal.Error.WriteLine(DisplayText.Plain($"Line {heads.Count + 1} of {file.FullName} is no head."));
                return null;
            }
        }

        return heads;
    }
}
