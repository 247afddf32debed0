using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Engagement.Cli.Api;
using Spectre.Console;

namespace Engagement.Cli.Referrals;

/// <summary><c>engage referrals</c>: whom a member brought, as a tree, and <c>leaders</c>, the members who bring most.</summary>
internal static class ReferralsCommand
{
    private static readonly string[] Measures = ["bought", "friends", "reach", "depth", "value"];

    public static Command Build(Terminal terminal, ServerOptions server)
    {
        var member = new Argument<string>("MEMBER") { Description = "The member's id." };
        var chain = new Option<string>("--chain") { Description = "The chain.", Required = true, Recursive = true };
        var depth = new Option<int?>("--depth") { Description = "How many levels to show; else all that the server gives." };
        var json = new Option<bool>("--json") { Description = "The server's answer as it is.", Recursive = true };
        var referrals = new Command("referrals", "Shows a member's referral code, whom she brought, and whom those brought.")
        {
            member, chain, depth, json, BuildLeaders(terminal, server, chain, json),
        };
        referrals.SetAction(async (parsed, stop) =>
        {
            if (server.Connect(parsed) is not { } client)
                return ExitCode.WrongUse;
            using (client)
            {
                var id = parsed.GetRequiredValue(member);
                var path = ApiPath.With(
                    $"{ApiPath.Member(parsed.GetRequiredValue(chain), id)}/referrals",
                    ("depth", parsed.GetValue(depth)?.ToString(CultureInfo.InvariantCulture)));
                var answer = await client.GetAsync<JsonDocument>(path, stop);
                using var document = answer.ValueOrReport(terminal, client.Address, out var exitCode);
                if (document is null)
                    return exitCode;
                if (parsed.GetValue(json))
                    terminal.Output.WriteLine(JsonText.OneLine(document.RootElement));
                else
                    Show(terminal, id, JsonText.Read<ReferralTreeAnswer>(document.RootElement));
                return ExitCode.Done;
            }
        });
        return referrals;
    }

    private static Command BuildLeaders(Terminal terminal, ServerOptions server, Option<string> chain, Option<bool> json)
    {
        var by = new Option<string>("--by")
        {
            Description = "bought (friends who bought), friends, reach (all of the tree), depth, or value (what friends and those they brought have paid).",
            DefaultValueFactory = _ => Measures[0],
        };
        by.AcceptOnlyFromAmong(Measures);
        var limit = Lists.Limit();
        var leaders = new Command("leaders", "Lists the members who bring most.") { by, limit };
        leaders.SetAction(async (parsed, stop) =>
        {
            if (server.Connect(parsed) is not { } client)
                return ExitCode.WrongUse;
            using (client)
            {
                return await Lists.ShowAsync<ReferralLeaderAnswer>(
                    terminal,
                    client,
                    ApiPath.With($"{ApiPath.Chain(parsed.GetRequiredValue(chain))}/referrals/leaders", ("by", parsed.GetValue(by))),
                    parsed.GetValue(limit),
                    parsed.GetValue(json),
                    "Nobody has brought anybody yet.",
                    ["Member", "Friends", "Bought", "Reach", "Depth", "Value"],
                    leader =>
                    [
                        leader.Member, Text($"{leader.Friends:#,0}"), Text($"{leader.Bought:#,0}"), Text($"{leader.Reach:#,0}"), Text($"{leader.Depth}"),
                        Text($"{leader.Value:#,0.00}"),
                    ],
                    stop);
            }
        });
        return leaders;
    }

    private static void Show(Terminal terminal, string member, ReferralTreeAnswer answer)
    {
        terminal.Output.WriteLine($"{"code",-10} {DisplayText.Plain(answer.Code)}");
        terminal.Output.WriteLine(Text($"{"reach",-10} {answer.Reach:#,0}, {answer.Depth} levels"));
        var root = new Tree(DisplayText.Markup(member));
        var places = new Dictionary<string, IHasTreeNodes>(StringComparer.Ordinal) { [member] = root };
        // They come level by level: whoever brought somebody has her place already.
        foreach (var branch in answer.Branches)
        {
            if (places.TryGetValue(branch.Referrer, out var referrer))
            {
                places[branch.Member] = referrer.AddNode(
                    DisplayText.Markup($"{branch.Member}  {branch.At.UtcDateTime:yyyy-MM-dd}{(branch.HasBought ? "  bought" : "")}"));
            }
        }

        terminal.Screen.Write(root);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
