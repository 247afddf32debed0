using System.Text.Json;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Tags;
using Engagement.Domain.Time;

namespace Engagement.Journal.Formats;

/// <summary>Tags as they are stored: in the snapshot, in events, and in commands between nodes.</summary>
internal static class TagFormat
{
    public static void Write(Utf8JsonWriter writer, Member member) =>
        MemberFormat.WriteList(writer, "tags"u8, member.Tags, static (writer, name) => writer.WriteStringValue(name));

    // Snapshots written before there were tags have none.
    public static bool TryRead(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, ref Member member)
    {
        if (!name.SequenceEqual("tags"u8))
            return false;
        member = member with { Tags = MemberFormat.ReadList(ref reader, MemberFormat.ReadText) };
        return true;
    }

    public static string? NameOf(MemberEvent happened) => happened switch
    {
        Tagged => "tagged.v1",
        Untagged => "untagged.v1",
        _ => null,
    };

    public static bool TryWrite(Utf8JsonWriter writer, MemberEvent happened)
    {
        if (((happened as Tagged)?.Name ?? (happened as Untagged)?.Name) is not { } name)
            return false;
        writer.WriteString("name"u8, name);
        return true;
    }

    public static ActEvent? ReadAct(string name, Instant at, StoreId? store, EventKey key, JsonElement fields, string? extra) => name switch
    {
        "tagged.v1" => new Tagged(at, key, store, fields.Text("name")!, extra),
        "untagged.v1" => new Untagged(at, key, store, fields.Text("name")!, extra),
        _ => null,
    };

    public static string? NameOf(MemberCommand command) => command switch
    {
        Tag => "tag.v1",
        Untag => "untag.v1",
        _ => null,
    };

    public static bool TryWrite(Utf8JsonWriter writer, MemberCommand command)
    {
        if (((command as Tag)?.Name ?? (command as Untag)?.Name) is not { } name)
            return false;
        writer.WriteString("name"u8, name);
        return true;
    }

    public static ActCommand? ReadCommand(string name, EventKey key, Instant? at, StoreId? store, JsonElement fields, string? extra) => name switch
    {
        "tag.v1" => new Tag(key, at, store, fields.Text("name")!, extra),
        "untag.v1" => new Untag(key, at, store, fields.Text("name")!, extra),
        _ => null,
    };
}
