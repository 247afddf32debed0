using System.Text.Json;
using Engagement.Domain.Erasure;
using Engagement.Domain.Members;
using Engagement.Domain.Time;

namespace Engagement.Journal.Formats;

/// <summary>That a member was forgotten, as it is stored: in events, in the snapshot, and in commands between nodes.</summary>
internal static class ErasureFormat
{
    private const string ErasedName = "erased.v1";
    private const string FamilyCutName = "family_cut.v1";
    private const string EraseName = "erase.v1";

    public static string? NameOf(MemberEvent happened) => happened switch
    {
        Erased => ErasedName,
        FamilyCut => FamilyCutName,
        _ => null,
    };

    public static bool TryWrite(Utf8JsonWriter writer, MemberEvent happened)
    {
        if (happened is FamilyCut cut)
        {
            writer.WriteString("other"u8, cut.Other.Value);
            writer.Mark("head", cut.IsHead);
        }

        return happened is FamilyCut or Erased;
    }

    public static MemberEvent? Read(string name, Instant at, JsonElement fields) => name switch
    {
        ErasedName => new Erased(at),
        FamilyCutName => new FamilyCut(at, new(fields.Text("other")!), fields.Mark("head")),
        _ => null,
    };

    public static string? NameOf(MemberCommand command) => command is Erase ? EraseName : null;

    public static MemberCommand? ReadCommand(string name) => name == EraseName ? new Erase() : null;

    public static void Write(Utf8JsonWriter writer, Member member)
    {
        if (member.ErasedAt is { } at)
            writer.WriteNumber("erased"u8, at.Microseconds);
    }

    // Snapshots of those who were not forgotten have none.
    public static bool TryRead(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, ref Member member)
    {
        if (!name.SequenceEqual("erased"u8))
            return false;
        member = member with { ErasedAt = new(reader.GetInt64()) };
        return true;
    }
}
