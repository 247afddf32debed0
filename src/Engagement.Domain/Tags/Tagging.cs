using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Domain.Tags;

/// <summary>She gets a tag (标签): a word of the chain's own for segments to ask for (docs/domain/campaigns.md).</summary>
/// <param name="Name">1 to 64 characters.</param>
public sealed record Tag(EventKey Key, Instant? At, StoreId? Store, string Name, string? Extra = null) : ActCommand(Key, At, Store, Extra);

/// <summary>A tag is taken off her.</summary>
public sealed record Untag(EventKey Key, Instant? At, StoreId? Store, string Name, string? Extra = null) : ActCommand(Key, At, Store, Extra);

/// <summary>She was given a tag; that she had it already changes nothing.</summary>
public sealed record Tagged(Instant At, EventKey Key, StoreId? Store, string Name, string? Extra) : ActEvent(At, Key, Store, Extra);

/// <summary>A tag was taken off her; that she had none of that name changes nothing.</summary>
public sealed record Untagged(Instant At, EventKey Key, StoreId? Store, string Name, string? Extra) : ActEvent(At, Key, Store, Extra);

/// <summary>What tags do to a member. The order in which they are told counts, not when they are said to have happened.</summary>
public static class Tagging
{
    /// <summary>The most tags a member can have.</summary>
    public const int MostTags = 100;

    /// <summary>The most characters of a tag's name.</summary>
    public const int MostCharacters = 64;

    internal static Taking Decide(Member member, Tag command, Instant at, StoreId? store) =>
        command.Name.Length is 0 or > MostCharacters
            ? new Rejection("invalid_field", $"'name' must have 1 to {MostCharacters} characters")
            : member.Tags.Length >= MostTags && !member.Tags.Contains(command.Name)
            ? new Rejection("too_many_tags", $"a member can have at most {MostTags} tags")
            : new Tagged(at, command.Key, store, command.Name, command.Extra);

    internal static Member Evolve(Member member, Tagged tagged) =>
        member.Tags.Contains(tagged.Name) ? member : member with { Tags = member.Tags.Add(tagged.Name) };

    internal static Member Evolve(Member member, Untagged untagged) => member with { Tags = member.Tags.Remove(untagged.Name) };
}
