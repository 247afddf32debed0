using Engagement.Domain.Time;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Time;
using Engagement.Hosting.Value;
using Engagement.Journal;
using Engagement.Journal.Value;

namespace Engagement.Hosting.Api.Members;

/// <summary>Puts the 360 view of a member together, all but her profile.</summary>
internal sealed class MemberViews(ChainCatalogue chains, IJournal journal, IJournalQueries queries, IValueFigures figures, NodeClock clock)
{
    /// <summary>All about her as of now.</summary>
    /// <param name="language">That of what her tasks say.</param>
    public async ValueTask<MemberView> OfAsync(MemberRecord record, string language, CancellationToken cancellation)
    {
        var key = record.Key;
        var rules = await chains.RulesAsync(key.Chain, cancellation).ConfigureAwait(false);
        var now = Instant.Later(clock.Now, record.State.LivedThrough);
        var member = MemberView.LivedUntil(rules, record.State, now);
        var doneAt = await FirstMonth.DoneAtAsync(queries, key, rules.For(member.Home), member, cancellation).ConfigureAwait(false);
        var grid = await figures.GridAsync(key.Chain, cancellation).ConfigureAwait(false);
        var social = await SocialReading.OfAsync(journal, rules, key, member, now, cancellation).ConfigureAwait(false);
        return MemberView.Of(rules, record, member, now, doneAt, grid, social, language);
    }
}
