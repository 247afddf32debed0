using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Engagement.Domain.Policies;

namespace Engagement.Domain.Recall;

/// <summary>A text in every language that messages are written in. Placeholders stand in double braces: <c>{{store}}</c>.</summary>
/// <param name="En">English.</param>
/// <param name="ZhCn">Simplified Chinese (简体中文).</param>
public sealed record Template(string? En = null, string? ZhCn = null)
{
    /// <summary>The text in one of <see cref="Languages.All"/>; null where there is none.</summary>
    public string? In(string language) => language == Languages.English ? En : ZhCn;
}

/// <summary>The languages that messages are written in.</summary>
public static class Languages
{
    public const string English = "en";

    public const string Chinese = "zh-CN";

    public static readonly ImmutableArray<string> All = [English, Chinese];
}

/// <summary>A text with everything put in, for those who show plain text and for those who show HTML.</summary>
public sealed record Rendering(string Text, string Html);

/// <summary>Why a text cannot be rendered.</summary>
/// <param name="Placeholder">The placeholder that has no value or does not exist; null if something else is wrong.</param>
/// <param name="Why">In words a person understands.</param>
public sealed record TemplateFault(string? Placeholder, string Why);

/// <summary>
/// Turns templates into texts (docs/domain, messages). Strict: what cannot be filled in is a fault and never a message with a
/// hole in it.
/// </summary>
public static class Templates
{
    /// <summary>The longest text, in characters.</summary>
    public const int LongestText = 2000;

    /// <summary>What may stand in double braces.</summary>
    public static readonly ImmutableArray<string> Placeholders =
        ["stage", "days_silent", "points", "streak", "store", "offer", "chain", "member", "tier", "expiring_points", "saved", "saved_so_far"];

    /// <summary>The template of a name: the policy's, or the one that came with the program where the policy has none.</summary>
    public static Template? Find(RecallPolicy policy, string name)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.Templates.GetValueOrDefault(name) ?? DefaultTemplates.All.GetValueOrDefault(name);
    }

    /// <summary>An offer in a language: what <see cref="RecallPolicy.Offers"/> has for its words, else the words themselves.</summary>
    public static string Offer(RecallPolicy policy, string words, string language)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return (policy.Offers.GetValueOrDefault(words) ?? DefaultTemplates.Offers.GetValueOrDefault(words))?.In(language) ?? words;
    }

    /// <summary>What staff may say when they do a task of a kind (docs/domain §8); null where nobody has said.</summary>
    public static string? Script(RecallPolicy policy, string kind, string language)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return (policy.Scripts.GetValueOrDefault(kind) ?? DefaultScripts.All.GetValueOrDefault(kind))?.In(language);
    }

    /// <summary>Everything about texts that would keep a policy's messages from being rendered, before there is one.</summary>
    public static IEnumerable<PolicyFault> Faults(RecallPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (!Languages.All.Contains(policy.Messages.Language))
            yield return new("recall.messages.language", "must be en or zh-CN");
        foreach (var fault in policy.Templates.SelectMany(template => FaultsOf($"recall.templates.{template.Key}", template.Key, template.Value, Placeholders)))
            yield return fault;
        // An offer is put into a text: it has nothing put in itself.
        foreach (var fault in policy.Offers.SelectMany(offer => FaultsOf("recall.offers", offer.Key, offer.Value, [])))
            yield return fault;
        // A script is spoken: whoever reads it knows whom she calls.
        foreach (var fault in policy.Scripts.SelectMany(script => FaultsOf($"recall.scripts.{script.Key}", script.Key, script.Value, [])))
            yield return fault;
        foreach (var (name, playbook) in policy.Playbooks)
        {
            if (playbook is null || playbook.Steps.IsDefault)
                continue;
            for (var index = 0; index < playbook.Steps.Length; index++)
            {
                if (FaultOf(policy, playbook.Steps[index]) is { } why)
                    yield return new(string.Create(CultureInfo.InvariantCulture, $"recall.playbooks.{name}.steps[{index}].{why.Path}"), why.Why);
            }
        }
    }

    /// <summary>Puts <paramref name="values"/> into <paramref name="text"/>; null, and a fault, where that cannot be done.</summary>
    public static Rendering? Render(string text, TemplateValues values, out TemplateFault? fault)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(values);
        var rendered = new StringBuilder(text.Length + 64);
        fault = Walk(
            text,
            literal => rendered.Append(literal),
            placeholder =>
            {
                if (!Placeholders.Contains(placeholder))
                    return Unknown(placeholder);
                if (values.Of(placeholder) is not { } value)
                    return new(placeholder, $"{{{{{placeholder}}}}} has no value here");
                rendered.Append(OneLine(value));
                return null;
            });
        if (fault is not null)
            return null;
        var plain = rendered.ToString();
        // The text is words, not markup: whoever writes templates cannot write scripts, and neither can whoever names a store.
        return new(plain, WebUtility.HtmlEncode(plain).ReplaceLineEndings("<br>\n"));
    }

    private static IEnumerable<PolicyFault> FaultsOf(string path, string name, Template? template, ImmutableArray<string> allowed)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > 200)
            yield return new(path, "a name must have 1 to 200 characters");
        foreach (var (field, text) in new[] { ("en", template?.En), ("zhCn", template?.ZhCn) })
        {
            if (string.IsNullOrWhiteSpace(text))
                yield return new($"{path}.{field}", $"there is no text of '{name}' in this language");
            else if (text.Length > LongestText)
                yield return new($"{path}.{field}", $"must have at most {LongestText} characters");
            else if (Walk(text, _ => { }, placeholder => allowed.Contains(placeholder) ? null : Unknown(placeholder)) is { } fault)
                yield return new($"{path}.{field}", fault.Why);
        }
    }

    private static PolicyFault? FaultOf(RecallPolicy policy, Step? step)
    {
        // A template without a name is a fault of the step, and told as that.
        if (step?.Message is not { } message || !IsName(message.Template))
            return null;
        return FaultOf(policy, message.Template, step.Offer, "this step") is { } fault
            ? fault with { Path = fault.Path == "template" ? "message.template" : fault.Path }
            : null;
    }

    /// <summary>Why messages of a template cannot be written where this is offered, or nothing is; null if they can.</summary>
    internal static PolicyFault? FaultOf(RecallPolicy policy, string name, string? offer, string who)
    {
        if (!IsName(name))
            return null;
        if (Find(policy, name) is not { } template)
            return new("template", $"there is no template '{name}'");
        var asks = Languages.All.Any(language => Mentions(template.In(language) ?? "", "offer"));
        return asks && string.IsNullOrWhiteSpace(offer)
            ? new("offer", $"the template '{name}' mentions {{{{offer}}}}, and {who} offers nothing")
            : null;
    }

    private static bool IsName(string? name) => name is { Length: > 0 and <= 64 }
        && name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '_');

    private static bool Mentions(string text, string placeholder)
    {
        var found = false;
        Walk(text, _ => { }, name =>
        {
            found |= name == placeholder;
            return null;
        });
        return found;
    }

    private static TemplateFault? Walk(string text, Action<string> literal, Func<string, TemplateFault?> placeholder)
    {
        for (var index = 0; index < text.Length;)
        {
            var open = text.IndexOf("{{", index, StringComparison.Ordinal);
            if (open < 0)
            {
                literal(text[index..]);
                return null;
            }

            literal(text[index..open]);
            var close = text.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0)
                return new(null, "a placeholder is opened with {{ and not closed with }}");
            if (placeholder(text[(open + 2)..close].Trim()) is { } fault)
                return fault;
            index = close + 2;
        }

        return null;
    }

    private static TemplateFault Unknown(string placeholder) => new(
        placeholder, $"there is no placeholder {{{{{placeholder}}}}}; there are {string.Join(", ", Placeholders)}");

    // What is put in stays in its line: no value can end a header, a text message or a sentence of ours.
    private static string OneLine(string value) =>
        value.Any(char.IsControl) ? string.Concat(value.Select(character => char.IsControl(character) ? ' ' : character)) : value;
}
