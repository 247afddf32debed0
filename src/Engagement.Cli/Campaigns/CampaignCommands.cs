using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Engagement.Cli.Api;

namespace Engagement.Cli.Campaigns;

/// <summary><c>engage campaign list</c>, <c>preview</c> and <c>run</c>.</summary>
internal static class CampaignCommands
{
    public static Command Build(Terminal terminal, ServerOptions server)
    {
        var chain = new Option<string>("--chain") { Description = "The chain.", Required = true, Recursive = true };
        var json = new Option<bool>("--json") { Description = "The server's answer as it is.", Recursive = true };
        var campaign = new Argument<string>("CAMPAIGN") { Description = "The campaign's name." };
        var list = new Command("list", "Lists the chain's campaigns.");
        list.SetAction((parsed, stop) => Answers.ShowAsync(
            terminal, server.Connect(parsed), client => client.GetAsync<JsonDocument>(ApiPath.Campaigns(parsed.GetRequiredValue(chain)), stop),
            parsed.GetValue(json), List));
        var preview = new Command("preview", "Says whom a campaign would reach if it went now, and with what. Nothing is sent.") { campaign };
        preview.SetAction((parsed, stop) => Answers.ShowAsync(
            terminal,
            server.Connect(parsed),
            client => client.GetAsync<JsonDocument>(
                ApiPath.Campaign(parsed.GetRequiredValue(chain), parsed.GetRequiredValue(campaign)) + "/preview", stop),
            parsed.GetValue(json),
            Preview));
        var run = new Command("run", "Lets a campaign go now, once. It does not wait for the end.") { campaign };
        run.SetAction((parsed, stop) => Answers.ShowAsync(
            terminal,
            server.Connect(parsed),
            client => client.PostAsync<JsonDocument>(
                ApiPath.Campaign(parsed.GetRequiredValue(chain), parsed.GetRequiredValue(campaign)) + "/run", stop),
            parsed.GetValue(json),
            Run));
        var command = new Command("campaign", "Campaigns: messages to many at a time of the calendar.") { list, preview, run };
        command.Options.Add(chain);
        command.Options.Add(json);
        return command;
    }

    private static IEnumerable<string> List(JsonElement answer) => JsonText.Read<ListPage<CampaignEntry>>(answer).Items.Select(campaign =>
        $"{campaign.Name}  {campaign.Schedule.Cron ?? campaign.Schedule.At}  {campaign.Title}"
        + (campaign.BuiltIn ? "  (came with the program)" : "") + (campaign.Paused ? "  (paused)" : ""));

    private static IEnumerable<string> Preview(JsonElement answer)
    {
        var preview = JsonText.Read<PreviewAnswer>(answer);
        yield return string.Create(CultureInfo.InvariantCulture, $"members  {preview.Count}");
        foreach (var store in preview.ByStore)
            yield return string.Create(CultureInfo.InvariantCulture, $"  at {store.Store ?? "no store"}  {store.Count}");
        foreach (var next in preview.NextRuns)
            yield return $"next in {next.Zone}  {Instant.Show(next.At)}";
        foreach (var text in preview.Sample)
            yield return $"{text.Member} ({text.Stage}): {text.Text ?? $"cannot be written: {text.Fault}"}";
    }

    private static IEnumerable<string> Run(JsonElement answer) => JsonText.Read<ListPage<RunAnswer>>(answer).Items
        .Select(run => $"It goes in {run.Zone} for {Instant.Show(run.Occurrence)}.");
}
