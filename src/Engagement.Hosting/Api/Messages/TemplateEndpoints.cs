using Engagement.Domain.Identity;
using Engagement.Domain.Recall;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Chains;
using Engagement.Hosting.Time;
using Engagement.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Hosting.Api.Messages;

/// <summary>Templates are part of the policy; here they are tried out.</summary>
internal static class TemplateEndpoints
{
    public static void MapTemplates(this RouteGroupBuilder chain) =>
        chain.MapPost("/templates/preview", PreviewAsync).WithName("previewTemplate").Needs(Right.RunCampaigns).WithSummary("A template's text as a member would get it now")
            .WithDescription("Of a template of the policy, or of a text that is not in it yet. Nothing is sent.")
            .Produces<PreviewView>().ProducesProblem(400).ProducesProblem(404);

    private static async Task<IResult> PreviewAsync(
        string chain, PreviewToMake body, ChainCatalogue chains, IJournal journal, NodeClock clock, CancellationToken cancellation)
    {
        if (await chains.FindAsync(new(chain), cancellation).ConfigureAwait(false) is not { } known)
            return Problems.UnknownChain(chain);
        if (body.Template is null == body.Text is null)
            return Problems.InvalidField("template", "or 'text' must be given, and not both");
        if (body.Text is { Length: > Templates.LongestText })
            return Problems.InvalidField("text", "must have at most 2000 characters");
        if (body.Language is { } wanted && !Languages.All.Contains(wanted))
            return Problems.InvalidField("language", "must be en or zh-CN");
        if (string.IsNullOrEmpty(body.Member))
            return Problems.InvalidField("member", "must name a member");
        var key = new MemberKey(known.Id, new(body.Member));
        if (await journal.FindAsync(key, cancellation).ConfigureAwait(false) is not { } record)
            return Problems.UnknownMember();

        var member = record.State with { Id = key.Member };
        var rules = (await chains.RulesAsync(known.Id, cancellation).ConfigureAwait(false)).For(member.Home);
        var language = body.Language ?? rules.Policy.Recall.Messages.Language;
        if ((body.Text ?? Templates.Find(rules.Policy.Recall, body.Template!)?.In(language)) is not { } text)
            return Problems.InvalidField("template", $"'{body.Template}' is no template of this policy");
        var values = TemplateValues.Of(known, rules, member, body.Offer, language, clock.Now);
        return Templates.Render(text, values, out var fault) is { } rendering
            ? TypedResults.Ok(new PreviewView(rendering.Text, rendering.Html))
            : Problems.TemplateFault(fault!);
    }
}

/// <summary>What to try out.</summary>
/// <param name="Template">The name of a template of the policy.</param>
/// <param name="Text">Or a text with placeholders such as {{store}}.</param>
/// <param name="Member">Whom it would go to.</param>
/// <param name="Offer">What the step would offer.</param>
/// <param name="Language">en or zh-CN; the policy's when missing.</param>
public sealed record PreviewToMake(string? Member, string? Template = null, string? Text = null, string? Offer = null, string? Language = null);

/// <summary>A text with everything put in.</summary>
/// <param name="Text">For those who show plain text.</param>
/// <param name="Html">For those who show HTML.</param>
public sealed record PreviewView(string Text, string Html);
