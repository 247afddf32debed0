using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Engagement.Domain.Members;
using Engagement.Journal.Formats;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Journal.Tests.Formats;

/// <summary>What is stored comes back as it was, to the microsecond.</summary>
public sealed class EventFormatTests
{
    public static TheoryData<Type> Kinds =>
        [.. typeof(MemberEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(MemberEvent)) && !type.IsAbstract)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_event_has_a_name_with_a_version(Type kind)
    {
        var happened = (MemberEvent)RuntimeHelpers.GetUninitializedObject(kind);

        Assert.Matches("^[a-z_]+\\.v[1-9][0-9]*$", EventFormat.NameOf(happened));
    }

    [Fact]
    public void Every_event_is_read_as_it_was_written()
    {
        var seen = new HashSet<Type>();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(Happenings.Any.ToArbitrary(), happened =>
        {
            seen.Add(happened.GetType());
            var act = happened as ActEvent;
            var store = act?.Store ?? (happened as HomeStoreSet)?.Store;

            var read = EventFormat.Read(
                EventFormat.NameOf(happened), happened.At, store, act?.Key.Id, act?.Key.Fingerprint ?? default, EventFormat.Write(happened));

            Assert.Equal(happened, read);
        }));
        Assert.Equal(Kinds.Count, seen.Count);
    }

    [Fact]
    public void A_snapshot_is_read_as_it_was_written() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Happenings.Members.ToArbitrary(), member =>
            Assert.Equal(member, MemberFormat.Read(MemberFormat.Write(member)))));

    [Theory]
    [InlineData(2, 29)]
    [InlineData(12, 31)]
    public void A_snapshot_keeps_the_birthday_that_no_event_says(int month, int day)
    {
        Assert.True(Birthday.TryOf(month, day, out var birthday));
        var member = Member.Unknown with { Birthday = birthday };

        Assert.Equal(birthday, MemberFormat.Read(MemberFormat.Write(member)).Birthday);
    }

    [Fact]
    public void A_snapshot_says_nothing_of_what_is_as_it_is_by_default() =>
        Assert.Equal(["lived"], JsonNode.Parse(MemberFormat.Write(Member.Unknown))!.AsObject().Select(field => field.Key));

    [Fact]
    public void An_event_that_only_a_newer_version_knows_is_refused() => Assert.Throws<JournalRefusedException>(
        () => EventFormat.Read("task_sung.v1", default, null, null, default, Encoding.UTF8.GetBytes("{}")));
}
