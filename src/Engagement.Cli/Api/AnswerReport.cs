namespace Engagement.Cli.Api;

/// <summary>Tells people about calls that came to nothing, and the shell with an exit code.</summary>
internal static class AnswerReport
{
    /// <summary>The value of a call that was taken; else null, with the reason printed and the exit code set.</summary>
    public static T? ValueOrReport<T>(this Answer<T> answer, Terminal terminal, Uri server, out int exitCode)
        where T : class
    {
        exitCode = answer.Report(terminal, server);
        return (answer as Answer<T>.Taken)?.Value;
    }

    /// <summary>Prints why the call came to nothing, if it did.</summary>
    public static int Report<T>(this Answer<T> answer, Terminal terminal, Uri server)
    {
        switch (answer)
        {
            case Answer<T>.Refused { Problem: var problem }:
                terminal.Error.WriteLine(problem.Describe());
                return ExitCode.Failed;
            case Answer<T>.Unreachable { Reason: var reason }:
                terminal.Error.WriteLine($"The server at {server} is not reachable: {DisplayText.Plain(reason)}");
                return ExitCode.ServerUnreachable;
            default:
                return ExitCode.Done;
        }
    }
}
