using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Domain.Time;
using Engagement.Hosting.Chains;
using Microsoft.AspNetCore.Http;

namespace Engagement.Hosting.Api.Insights;

/// <summary>About whom and as of when something is asked.</summary>
/// <param name="At">The past instant; null for now.</param>
internal sealed record InsightQuestion(Chain Chain, StoreId? Store, Instant? At)
{
    /// <summary>Reads what all insights have in common.</summary>
    public static async ValueTask<(InsightQuestion? Question, IResult? Problem)> ReadAsync(
        ChainCatalogue chains, string chain, string? store, string? at, Instant now, CancellationToken cancellation)
    {
        if (await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
            return (null, Problems.UnknownChain(chain));
        if (!string.IsNullOrEmpty(store) && known.Find(new(store)) is null)
            return (null, Problems.UnknownStore(store));
        StoreId? home = string.IsNullOrEmpty(store) ? null : new StoreId(store);
        return PastInstant.TryRead(at, now, out var past, out var problem) ? (new(known, home, past), null) : (null, problem);
    }

    /// <summary>An instant, or the first moment of a day such as 2026-01-31 by the clocks of whom is asked about; null for anything else.</summary>
    public Instant? ReadInstant(string text) => Timestamps.TryRead(text, out var instant) ? instant : Days.Read(text) is { } day ? StartOf(day) : null;

    /// <summary>The same for an end: of a day, the moment at which it is over.</summary>
    public Instant? ReadEnd(string text) =>
        Timestamps.TryRead(text, out var instant) ? instant : Days.Read(text) is { } day ? StartOf(day.AddDays(1)) : null;

    private Instant StartOf(DateOnly day) => Instant.StartOfDay(day, TimeZoneInfo.FindSystemTimeZoneById(Chain.ZoneOf(Store)));
}
