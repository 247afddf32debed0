using System.Runtime.CompilerServices;
using Engagement.Domain.Identity;
using Engagement.Domain.Policies;
using Engagement.Domain.Time;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Engagement.Journal.Erasure;
using Microsoft.Extensions.Logging;

namespace Engagement.Hosting.Erasure;

/// <summary>
/// Erases what a chain's policy says has been kept long enough (docs/domain/erasure.md): members who are lost and silent, and old words.
/// It may be broken off anywhere: what is done is done, and the next night finds the rest.
/// </summary>
public sealed partial class Retention(
    IErasures erasures, IJournal journal, Erasing erasing, ChainCatalogue chains, NodeClock clock, ILogger<Retention> logger)
{
    private const int PageSize = 200;
    private const int WordsInPage = 2000;

    /// <summary>Whom and what it would erase now.</summary>
    public async ValueTask<RetentionCounts> CountAsync(ChainId chain, CancellationToken cancellation)
    {
        var rules = await chains.RulesAsync(chain, cancellation).ConfigureAwait(false);
        var count = 0;
        await foreach (var _ in SilentAsync(chain, rules, cancellation).ConfigureAwait(false))
            count++;
        var words = BeforeWhich(rules) is { } before ? await erasures.CountOldAsync(chain, before, cancellation).ConfigureAwait(false) : 0;
        return new(count, words);
    }

    /// <summary>Does it.</summary>
    public async ValueTask<RetentionCounts> RunAsync(ChainId chain, CancellationToken cancellation)
    {
        var rules = await chains.RulesAsync(chain, cancellation).ConfigureAwait(false);
        var members = 0;
        await foreach (var member in SilentAsync(chain, rules, cancellation).ConfigureAwait(false))
        {
            await erasing.AskAsync(member, "retention", "kept_long_enough", cancellation).ConfigureAwait(false);
            members++;
        }

        var words = 0L;
        if (BeforeWhich(rules) is { } before)
        {
            OldWords portion = default;
            do
            {
                portion = await erasures.CleanOldWordsAsync(chain, before, portion.CameTo, WordsInPage, cancellation).ConfigureAwait(false);
                words += portion.Cleaned;
            }
            while (portion.CameTo is not null);
        }

        if (members > 0 || words > 0)
            Done(members, words);
        return new(members, words);
    }

    /// <summary>Writes the database's files anew where erasures wait for it and nobody is held up for long.</summary>
    public async ValueTask SweepAsync(CancellationToken cancellation)
    {
        if (erasures.SweepsWhileOthersRead && (await erasures.NeedAsync(cancellation).ConfigureAwait(false)).Waiting > 0)
            await erasures.SweepAsync(clock.Now, cancellation).ConfigureAwait(false);
    }

    private Instant? BeforeWhich(ChainRules rules) => rules.Chain.Policy.Retention.FreeTextMonths is { } months
        ? Instant.FromDateTimeOffset(clock.Now.ToDateTimeOffset().AddMonths(-months))
        : null;

    // A store may keep them for longer than its chain: each number of years is looked at for those it holds for.
    private async IAsyncEnumerable<MemberKey> SilentAsync(
        ChainId chain, ChainRules rules, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var years in rules.Stores.Values.Append(rules.Chain).Select(own => own.Policy.Retention.ProfileYearsAfterLastAct).OfType<int>().Distinct())
        {
            var (since, after, isMore) = (Ago(years), new MemberId(""), true);
            while (isMore)
            {
                var page = await erasures.SilentAsync(chain, since, after, PageSize, cancellation).ConfigureAwait(false);
                foreach (var id in page)
                {
                    var key = new MemberKey(chain, id);
                    // That staff have spoken to her is no act, but she was not silent.
                    if (await journal.FindAsync(key, cancellation).ConfigureAwait(false) is { State: { IsErased: false } member }
                        && rules.For(member.Home).Policy.Retention.ProfileYearsAfterLastAct == years && !(member.LastContact >= since))
                        yield return key;
                }

                (after, isMore) = (page.Count > 0 ? page[^1] : after, page.Count == PageSize);
            }
        }
    }

    private Instant Ago(int years) => Instant.FromDateTimeOffset(clock.Now.ToDateTimeOffset().AddYears(-years));

    [LoggerMessage(LogLevel.Information, "Kept long enough: {Members} members are erased, and the words of {Events} events")]
    private partial void Done(int members, long events);
}

/// <summary>How much has been kept long enough.</summary>
/// <param name="Events">Events with words that are too old; before it is done, also those that have none.</param>
public sealed record RetentionCounts(int Members, long Events);
