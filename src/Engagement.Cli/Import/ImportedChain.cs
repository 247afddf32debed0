using System.Net;
using System.Text.Json;
using Engagement.Cli.Api;

namespace Engagement.Cli.Import;

/// <summary>Makes sure of the chain before the first batch, so that a wrong name or key is told at once.</summary>
internal sealed class ImportedChain(ImportRequest request, Terminal terminal, EngagementClient client)
{
    /// <returns>An exit code; when it is not <see cref="ExitCode.Done"/>, the reason is printed.</returns>
    public async Task<int> EnsureAsync(CancellationToken stop)
    {
        var path = ApiPath.Chain(request.Chain);
        var there = await client.GetAsync<JsonElement>(path, stop);
        switch (there)
        {
            case Answer<JsonElement>.Refused { Problem.Status: HttpStatusCode.NotFound } when request.CreateChain:
                // Only a missing chain is put: putting one that is there would rename it.
                var name = request.ChainName ?? request.Chain;
                var put = await client.PutAsync<JsonElement>(path, new { name, currency = request.Currency }, stop);
                return put.Report(terminal, client.Address);
            case Answer<JsonElement>.Refused { Problem.Status: HttpStatusCode.NotFound }:
                there.Report(terminal, client.Address);
                terminal.Error.WriteLine("--create-chain creates it.");
                return ExitCode.Failed;
            // A key may be allowed to send events and nothing else; a server short of room is waited for later.
            case Answer<JsonElement>.Refused { Problem: { Status: HttpStatusCode.Forbidden } or { IsOverload: true } }:
                return ExitCode.Done;
            default:
                return there.Report(terminal, client.Address);
        }
    }
}
