using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Members;
using Engagement.Hosting.Time;
using Engagement.Hosting.Value;
using Engagement.Journal;
using Engagement.Journal.Value;

namespace Engagement.Hosting.Api.Members;

/// <summary>Puts the 360 view of a member together, all but her profile.</summary>
internal sealed class MemberViews(
    ChainCatalogue chains, IJournal journal, IJournalQueries queries, PastMembers past, IValueFigures figures, NodeClock clock)
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
        var social = await SocialReading.OfAsync(rules, member, now, FindAsync).ConfigureAwait(false);
        return MemberView.Of(rules, record, member, now, doneAt, grid, social, language);

        async ValueTask<Member?> FindAsync(MemberId friend) =>
            (await journal.FindAsync(new(key.Chain, friend), cancellation).ConfigureAwait(false))?.State;
    }

    /// <summary>
    /// All about her as of a past instant, by what has been told since; null where she was no member yet. What is worked out and not
    /// told, such as what she lacks for a tier, goes by the present rules; scores are not known of the past.
    /// </summary>
    /// <param name="at">Not after the present.</param>
    public async ValueTask<MemberView?> OfPastAsync(MemberRecord record, Instant at, string language, CancellationToken cancellation)
    {
        var key = record.Key;
        var rules = await chains.RulesAsync(key.Chain, cancellation).ConfigureAwait(false);
        if (await past.AtAsync(rules, record, at, cancellation).ConfigureAwait(false) is not { State: var member } then)
            return null;
        var doneAt = await FirstMonth.DoneAtAsync(queries, key, rules.For(member.Home), member, cancellation).ConfigureAwait(false);
        var social = await SocialReading.OfAsync(rules, member, at, FindAsync).ConfigureAwait(false);
        var due = Passage.NextDue(rules.For(member.Home), member with { LivedThrough = Instant.Later(member.LivedThrough, at) });
        return MemberView.Of(rules, then, member, at, doneAt, null, social, language) with { NextDueAt = due?.ToDateTimeOffset() };

        async ValueTask<Member?> FindAsync(MemberId friend) =>
            await journal.FindAsync(new(key.Chain, friend), cancellation).ConfigureAwait(false) is { } known
                ? (await past.AtAsync(rules, known, at, cancellation).ConfigureAwait(false))?.State
                : null;
    }
}
