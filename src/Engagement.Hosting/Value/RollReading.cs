using System.Runtime.CompilerServices;
using Engagement.Domain.Identity;
using Engagement.Journal;
using Engagement.Journal.Value;

namespace Engagement.Hosting.Value;

/// <summary>Reads a chain's roll from beginning to end.</summary>
internal static class RollReading
{
    private const int PageSize = 1000;

    /// <summary>All members in the order of their ids, page by page; who joins meanwhile may be among them or not.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<MemberRecord>> PagesAsync(
        this IMemberRoll roll, ChainId chain, [EnumeratorCancellation] CancellationToken cancellation)
    {
        MemberId? after = null;
        while (true)
        {
            var page = await roll.PageAsync(chain, after, PageSize, cancellation).ConfigureAwait(false);
            if (page.Count > 0)
                yield return page;
            if (page.Count < PageSize)
                yield break;
            after = page[^1].Key.Member;
            // The reads of an embedded node do not wait: others are to have a turn as well.
            await Task.Yield();
        }
    }
}
