using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text.Json;
using Engagement.Cli.Api;
using Engagement.Cli.Audit;
using Engagement.Cli.Board;
using Engagement.Cli.Campaigns;
using Engagement.Cli.Cards;
using Engagement.Cli.Chains;
using Engagement.Cli.Erasure;
using Engagement.Cli.Feed;
using Engagement.Cli.Import;
using Engagement.Cli.Keys;
using Engagement.Cli.Members;
using Engagement.Cli.Messages;
using Engagement.Cli.PersonalData;
using Engagement.Cli.Points;
using Engagement.Cli.Policies;
using Engagement.Cli.Quotes;
using Engagement.Cli.Recall;
using Engagement.Cli.Referrals;
using Engagement.Cli.Segments;
using Engagement.Cli.Simulation;
using Engagement.Cli.Staff;
using Engagement.Cli.Tasks;
using Engagement.Cli.Value;

namespace Engagement.Cli;

/// <summary>The whole of <c>engage</c>: its commands, and one run of one of them.</summary>
internal static class CommandLine
{
    /// <param name="arguments">The words after <c>engage</c>.</param>
    /// <param name="terminal">What the command reads from and writes to.</param>
    /// <param name="stop">Asks for a clean end; work under way is finished.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken stop)
    {
        // Without response files: an argument that starts with @ is a member's id as good as any.
        var parsed = Build(terminal).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var error in parsed.Errors)
                terminal.Error.WriteLine(DisplayText.Plain(error.Message));
            terminal.Error.WriteLine("See --help.");
            return ExitCode.WrongUse;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = terminal.Output,
                    Error = terminal.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                },
                stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCode.Failed;
        }
        catch (JsonException fault)
        {
            terminal.Error.WriteLine(DisplayText.Plain($"The server's answer has an unknown shape: {fault.Message}"));
            return ExitCode.Failed;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(DisplayText.Plain(fault.Message));
            return ExitCode.Failed;
        }
    }

    private static RootCommand Build(Terminal terminal)
    {
        var server = new ServerOptions(terminal);
        var root = new RootCommand("Talks to an Engagement server: imports history, shows boards, members and the feed, and does what is to be done.")
        {
            ImportCommand.Build(terminal, server),
            BoardCommand.Build(terminal, server),
            MemberCommand.Build(terminal, server),
            FeedCommand.Build(terminal, server),
            KeyCommands.Build(terminal, server),
            TasksCommand.Build(terminal, server),
            MessagesCommand.Build(terminal, server),
            RecallCommand.Build(terminal, server),
            CardsCommand.Build(terminal, server),
            LiabilityCommand.Build(terminal, server),
            PointsCommand.Build(terminal, server),
            QuoteCommand.Build(terminal, server),
            ReferralsCommand.Build(terminal, server),
            ChainCommands.BuildChain(terminal, server),
            ChainCommands.BuildStore(terminal, server),
            ChainCommands.BuildList(terminal, server),
            CampaignCommands.Build(terminal, server),
            SegmentCommands.Build(terminal, server),
            ForecastCommand.Build(terminal, server),
            RfmCommand.Build(terminal, server),
            PolicyCommands.Build(terminal, server),
            SimulateCommand.Build(terminal, server),
            AuditCommands.Build(terminal, server),
            ErasureCommands.Build(terminal, server),
            StaffCommands.Build(terminal, server),
            PersonalDataCommand.Build(terminal, server),
        };
        root.Options.Add(server.Address);
        root.Options.Add(server.Key);
        return root;
    }
}
