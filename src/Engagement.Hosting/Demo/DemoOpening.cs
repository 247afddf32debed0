using Engagement.Hosting.Chains;
using Engagement.Hosting.Demo.Lives;
using Engagement.Journal;
using Microsoft.Extensions.Hosting;

namespace Engagement.Hosting.Demo;

/// <summary>Opens the demonstration chain and its stores before the node serves anybody.</summary>
internal sealed class DemoOpening(ChainCatalogue chains, Population population) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var known = await chains.ListAsync(cancellationToken).ConfigureAwait(false);
        if (known.FirstOrDefault(chain => chain.Id != DemoChain.Id) is { } other)
        {
            throw new JournalRefusedException(
                $"the database holds the chain '{other.Id}', whose members would grow old by the demonstration's clock; "
                + "give the demonstration a database of its own.");
        }

        if (known.Count > 0)
            return;
        var opened = DemoChain.AsOpened with { RulesSince = population.Start };
        await chains.SaveAsync(opened, cancellationToken).ConfigureAwait(false);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
