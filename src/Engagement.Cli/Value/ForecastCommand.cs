using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Engagement.Cli.Api;

namespace Engagement.Cli.Value;

/// <summary><c>engage forecast</c>: how a chain's members come, and how well that would have been known in the past.</summary>
internal static class ForecastCommand
{
    public static Command Build(Terminal terminal, ServerOptions server)
    {
        var chain = new Option<string>("--chain") { Description = "The chain.", Required = true };
        var at = new Option<string?>("--at") { Description = "A past instant, or a date (all of it): the forecast of that time, compared with what came after." };
        var until = new Option<string?>("--until") { Description = "The last date compared. Default: the last on which anybody came." };
        var json = new Option<bool>("--json") { Description = "The server's answer as it is." };
        var forecast = new Command("forecast", "Shows how the chain's members come and stay away.") { chain, at, until, json };
        forecast.SetAction(async (parsed, stop) =>
        {
            if (server.Connect(parsed) is not { } client)
                return ExitCode.WrongUse;
            using (client)
            {
                var path = ApiPath.With(
                    $"{ApiPath.Chain(parsed.GetRequiredValue(chain))}/forecast", ("at", parsed.GetValue(at)), ("until", parsed.GetValue(until)));
                using var document = (await client.GetAsync<JsonDocument>(path, stop)).ValueOrReport(terminal, client.Address, out var exitCode);
                if (document is null)
                    return exitCode;
                var lines = parsed.GetValue(json)
                    ? [JsonText.OneLine(document.RootElement)]
                    : Lines(JsonText.Read<ForecastAnswer>(document.RootElement)).Select(DisplayText.Plain);
                foreach (var line in lines)
                    terminal.Output.WriteLine(line);
                return ExitCode.Done;
            }
        });
        return forecast;
    }

    private static IEnumerable<string> Lines(ForecastAnswer forecast)
    {
        yield return Text($"history until   {Instant.Show(forecast.CalibrationEnd)}");
        yield return Text($"members         {forecast.Members:#,0}, of them {forecast.Repeaters:#,0} came again");
        if (forecast.LeftOut > 0)
            yield return Text($"left out        {forecast.LeftOut:#,0} who do not remember that far back");
        if (!forecast.Available || forecast.Parameters is not { } found)
        {
            yield return $"no forecast     {forecast.Detail ?? forecast.Why}";
            yield break;
        }

        yield return Text($"visits          r {found.R:0.###}, alpha {found.Alpha:0.###}, a {found.A:0.###}, b {found.B:0.###} (weeks)");
        yield return Text($"log-likelihood  {forecast.LogLikelihood:0.0}");
        if (found.Spend is { } spend)
            yield return Text($"spend           p {spend.P:0.###}, q {spend.Q:0.###}, gamma {spend.Gamma:0.###}");
        if (forecast.Holdout is { } holdout)
            yield return Text($"until {holdout.Until}  {holdout.ExpectedVisits:#,0.0} visits expected, {holdout.ActualVisits:#,0} made");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
