using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Cli.Api;
using Spectre.Console;

namespace Engagement.Cli.Simulation;

/// <summary>Begins a simulation and waits for its end, with a bar; whoever breaks off ends it on the server too.</summary>
internal static class SimulationFollowing
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <param name="path">Of the chain's policy.</param>
    /// <returns>The server's answer once it is done; else null, with the reason printed and the exit code.</returns>
    public static async Task<(JsonElement? Run, int ExitCode)> RunAsync(
        Terminal terminal, EngagementClient client, string path, JsonObject asked, CancellationToken stop)
    {
        var begun = await client.PostAsync<JsonElement?>($"{path}/simulate", asked, stop);
        if ((begun as Answer<JsonElement?>.Taken)?.Value is not { } first)
            return (null, begun.Report(terminal, client.Address));
        var id = JsonText.Read<SimulationAnswer>(first).Id;
        var own = $"{path}/simulations/{Uri.EscapeDataString(id)}";
        try
        {
            return await terminal.ProgressScreen.Progress()
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
                .StartAsync(async context => await FollowAsync(terminal, client, own, context.AddTask("replaying"), stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await client.DeleteAsync(own, CancellationToken.None);
            terminal.Error.WriteLine("Cancelled.");
            return (null, ExitCode.Failed);
        }
    }

    private static async Task<(JsonElement? Run, int ExitCode)> FollowAsync(
        Terminal terminal, EngagementClient client, string path, ProgressTask bar, CancellationToken stop)
    {
        while (true)
        {
            var answer = await client.GetAsync<JsonElement?>(path, stop);
            if ((answer as Answer<JsonElement?>.Taken)?.Value is not { } run)
                return (null, answer.Report(terminal, client.Address));
            var simulation = JsonText.Read<SimulationAnswer>(run);
            bar.MaxValue = Math.Max(1, simulation.Progress.Of);
            bar.Value = simulation.Progress.Done;
            switch (simulation.State)
            {
                case "done":
                    bar.Value = bar.MaxValue;
                    return (run, ExitCode.Done);
                case "running":
                    await Task.Delay(Pause, terminal.Time, stop);
                    break;
                default:
                    terminal.Error.WriteLine(DisplayText.Plain($"The simulation was {simulation.State}."));
                    return (null, ExitCode.Failed);
            }
        }
    }
}
