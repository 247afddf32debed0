using System.CommandLine;
using System.Globalization;
using Engagement.Cli.Api;

namespace Engagement.Cli.PersonalData;

/// <summary><c>engage personal-data</c>: the keys that profiles are sealed with.</summary>
internal static class PersonalDataCommand
{
    private const string Path = "v1/personal-data";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    public static Command Build(Terminal terminal, ServerOptions server)
    {
        var rewrap = new Command("rewrap", "Has the keys of all profiles wrapped by the newest master key.");
        rewrap.SetAction((parsed, stop) => RunAsync(terminal, server.Connect(parsed), isRewrap: true, stop));
        var personalData = new Command("personal-data", "Shows how the keys of profiles stand.") { rewrap };
        personalData.SetAction((parsed, stop) => RunAsync(terminal, server.Connect(parsed), isRewrap: false, stop));
        return personalData;
    }

    private static async Task<int> RunAsync(Terminal terminal, EngagementClient? client, bool isRewrap, CancellationToken stop)
    {
        if (client is null)
            return ExitCode.WrongUse;
        using (client)
        {
            var answer = isRewrap
                ? await client.PostAsync<PersonalDataAnswer>($"{Path}/rewrap", stop)
                : await client.GetAsync<PersonalDataAnswer>(Path, stop);
            while (true)
            {
                if (answer.ValueOrReport(terminal, client.Address, out var exitCode) is not { } keys)
                    return exitCode;
                if (isRewrap && keys.Rewrap.IsRunning)
                {
                    await Task.Delay(BetweenLooks, terminal.Time, stop);
                    answer = await client.GetAsync<PersonalDataAnswer>(Path, stop);
                    continue;
                }

                Show(terminal, keys);
                return keys.KeysFit && keys.Rewrap.Unreadable == 0 ? ExitCode.Done : ExitCode.Failed;
            }
        }
    }

    private static void Show(Terminal terminal, PersonalDataAnswer keys)
    {
        terminal.Output.WriteLine(keys.KeysFit
            ? string.Create(CultureInfo.InvariantCulture, $"{keys.UnderNewestKey} of {keys.Profiles} profiles are under the newest master key.")
            : "The folder of keys is not the one of this database: no profile can be read.");
        if (keys.Rewrap.Unreadable > 0)
            terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{keys.Rewrap.Unreadable} cannot be unwrapped: their master key is not in the folder."));
    }
}

internal sealed record PersonalDataAnswer(bool KeysFit, long Profiles, long UnderNewestKey, RewrapAnswer Rewrap);

internal sealed record RewrapAnswer(bool IsRunning, long Rewrapped, long Unreadable);
