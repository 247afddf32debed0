using Engagement.Domain.Profiles;
using Engagement.Domain.Recall;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Profiles;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Engagement.Journal.Referrals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Api.Members;

/// <summary>Everything that is known of a member, in one file (docs/security, personal data).</summary>
internal static class MemberExportEndpoint
{
    public static void MapMemberExport(this RouteGroupBuilder chain) => chain.MapGet("/members/{id}/export", ExportAsync)
        .WithName("exportMember")
        .WithSummary("Everything that is known of a member, in one file")
        .WithDescription("A JSON document of the format 'engagement-member-export' (docs/api.md), written as it is read.")
        .Produces(200, contentType: "application/json").ProducesProblem(404).ProducesProblem(503)
        .Needs(Right.ExportMember, Place.MemberInPath);

    private static async Task<IResult> ExportAsync(
        string chain,
        string id,
        ChainCatalogue chains,
        IJournal journal,
        IJournalQueries queries,
        ICareQueries care,
        IReferrals referrals,
        MemberProfiles profiles,
        SuppressionList suppressed,
        MemberViews views,
        NodeClock clock,
        IOptions<JsonOptions> json,
        CancellationToken cancellation)
    {
        var key = MemberEndpoints.KeyOf(chain, id);
        if (await chains.FindAsync(key.Chain, cancellation).ConfigureAwait(false) is null)
            return Problems.UnknownChain(chain);
        if (!Identifiers.IsText(id) || await journal.FindAsync(key, cancellation).ConfigureAwait(false) is not { } record)
            return Problems.UnknownMember();
        var known = await profiles.FindAsync(key, cancellation).ConfigureAwait(false);
        // Half of what is known must not pass for all of it.
        if (known is { Profile: null })
            return Problems.ProfileUnreadable();
        return new MemberExport(chains, queries, care, referrals, json.Value.SerializerOptions)
        {
            Record = record,
            Profile = ProfileView.Of(known ?? new(Profile.Empty), record.State.Birthday, isMasked: false)!,
            IsSuppressed = await suppressed.CoversAsync(key, cancellation).ConfigureAwait(false),
            State = await views.OfAsync(record, Languages.English, cancellation).ConfigureAwait(false),
            Now = clock.Now,
        };
    }
}
