using System.Diagnostics;

namespace Engagement.Silo.Tests.Cluster;

/// <summary>A silo that must not start says why, in a sentence, and ends.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("'postgres'", "sqlite", "Host=127.0.0.1")]
    [InlineData("ConnectionStrings:Engagement names no host", "postgres", "")]
    [InlineData("ConnectionStrings:Engagement does not lead to a PostgreSQL", "postgres", "Data Source=data/engagement.db")]
    public async Task A_silo_without_a_database_to_share_says_what_to_set(string sentence, string database, string connection)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Engagement.Silo.dll"),
            "--urls=http://127.0.0.1:0",
            $"--Engagement:Database={database}",
            $"--ConnectionStrings:Engagement={connection}",
        ];

        using var silo = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardError = true })!;
        var said = await silo.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await silo.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, silo.ExitCode);
        Assert.StartsWith("Engagement cannot start: ", said, StringComparison.Ordinal);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
    }
}
