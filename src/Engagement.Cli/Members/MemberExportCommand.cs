using System.CommandLine;
using System.Text.Json;
using Engagement.Cli.Api;

namespace Engagement.Cli.Members;

/// <summary><c>engage member export</c>: everything that is known of a member, in one file.</summary>
internal static class MemberExportCommand
{
    public static Command Build(Terminal terminal, ServerOptions server)
    {
        var id = new Argument<string>("ID") { Description = "The member's id." };
        var chain = new Option<string>("--chain") { Description = "The chain.", Required = true };
        var file = new Option<string?>("--output") { Description = "The file to write, which must not be there yet; the screen when left out." };
        var export = new Command("export", "Takes out everything that is known of a member.") { id, chain, file };
        export.SetAction(async (parsed, stop) =>
        {
            if (server.Connect(parsed) is not { } client)
                return ExitCode.WrongUse;
            using (client)
            {
                var path = $"{ApiPath.Member(parsed.GetRequiredValue(chain), parsed.GetRequiredValue(id))}/export";
                var answer = await client.GetAsync<JsonDocument>(path, stop);
                using var document = answer.ValueOrReport(terminal, client.Address, out var exitCode);
                if (document is null)
                    return exitCode;
                if (parsed.GetValue(file) is not { } name)
                {
                    terminal.Output.WriteLine(document.RootElement.GetRawText());
                    return ExitCode.Done;
                }

                // Somebody's whole life is in it: it is for nobody but whoever asked for it.
                var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
                if (!OperatingSystem.IsWindows())
                    options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
                await using var written = new StreamWriter(name, options);
                await written.WriteAsync(document.RootElement.GetRawText().AsMemory(), stop);
                return ExitCode.Done;
            }
        });
        return export;
    }
}
