using System.Text;
using System.Text.Json.Nodes;
using Engagement.Domain.Erasure;
using Engagement.Domain.Members;
using Engagement.Domain.Purchases;
using Engagement.Domain.Tags;
using Engagement.Journal.Erasure;
using Engagement.Journal.Formats;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Journal.Tests.Formats;

/// <summary>Of every field of every event it is decided what becomes of it, and what is left is read as before (docs/adr/0022).</summary>
public sealed class RedactionTests
{
    [Fact]
    public void Of_every_field_that_any_event_has_it_is_decided_what_becomes_of_it()
    {
        var seen = new HashSet<Type>();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(Happenings.Any.ToArbitrary(), happened =>
        {
            seen.Add(happened.GetType());
            var name = EventFormat.NameOf(happened);
            Assert.Contains(name, FieldFates.Known);
            foreach (var (field, _) in JsonNode.Parse(EventFormat.Write(happened))!.AsObject())
                Assert.True(FieldFates.Of(name, field) is not null, $"nobody has decided what becomes of '{field}' of {name}");
        }));
        Assert.Equal(EventFormatTests.Kinds.Count, seen.Count);
    }

    [Fact]
    public void What_is_cleaned_is_read_as_the_same_event_and_cleaned_again_does_not_change() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Happenings.Any.ToArbitrary(), happened =>
        {
            foreach (var depth in Enum.GetValues<Depth>())
            {
                var (name, data) = (EventFormat.NameOf(happened), EventFormat.Write(happened));
                var cleaned = Redaction.Clean(name, data, depth) ?? data;

                Assert.IsType(happened.GetType(), Read(happened, cleaned));
                Assert.Null(Redaction.Clean(name, cleaned, depth));
            }
        }));

    [Fact]
    public void Old_words_take_nothing_from_what_she_remembers() => Told(told =>
        Assert.Equal(Rebuilt(told), Rebuilt(told.Select(happened => Cleaned(happened, Depth.OldWords)))));

    [Fact]
    public void Whoever_is_rebuilt_from_cleaned_events_is_who_was_forgotten() => Told(told =>
    {
        var forgotten = told.Append(new Erased(default)).ToList();
        Assert.Equal(Rebuilt(forgotten), Rebuilt(forgotten.Select(happened => Cleaned(happened, Depth.Everything))));
    });

    [Fact]
    public void Of_what_was_bought_the_category_and_the_numbers_are_left()
    {
        var bought = new Purchased(
            default, new("p", default), null, 380m, "A-1", """[{"category":"skin","amount":380,"name":"李小姐的面膜","note":{"by":"Anna"}},"for Anna",{"price":"12"}]""", 380, 1m, """{"name":"Anna"}""");

        var cleaned = (Purchased)Cleaned(bought, Depth.Everything);

        Assert.Equal("""[{"category":"skin","amount":380},{}]""", cleaned.Items);
        Assert.Null(cleaned.Extra);
        Assert.Equal((380m, "A-1", 380), (cleaned.Amount, cleaned.OrderId, cleaned.Points));
    }

    [Fact]
    public void A_tag_stays_while_she_does_and_goes_with_her()
    {
        var tagged = new Tagged(default, new("t", default), null, "wife of the mayor", """{"by":"mei"}""");

        Assert.Equal("wife of the mayor", ((Tagged)Cleaned(tagged, Depth.OldWords)).Name);
        Assert.Null(((Tagged)Cleaned(tagged, Depth.OldWords)).Extra);
        Assert.Equal("-", ((Tagged)Cleaned(tagged, Depth.Everything)).Name);
    }

    [Fact]
    public void A_field_that_nobody_knows_is_not_kept() => Assert.Equal(
        """{"service":"facial"}""",
        Encoding.UTF8.GetString(Redaction.Clean("visit.v1", """{"service":"facial","surprise":"Anna"}"""u8, Depth.Everything)!));

    private static void Told(Action<List<MemberEvent>> law) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(Happenings.Any.ListOf(12).ToArbitrary(), told => law([.. told.OrderBy(happened => happened.At)])));

    private static Member Rebuilt(IEnumerable<MemberEvent> told)
    {
        try
        {
            return told.Aggregate(Member.Unknown, Evolution.Evolve);
        }
        catch (Exception exception) when (exception is InvalidOperationException or NullReferenceException or IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            // A history that could not have been: of cards nobody has, say.
            return Member.Unknown;
        }
    }

    private static MemberEvent Cleaned(MemberEvent happened, Depth depth) =>
        Redaction.Clean(EventFormat.NameOf(happened), EventFormat.Write(happened), depth) is { } cleaned ? Read(happened, cleaned) : happened;

    private static MemberEvent Read(MemberEvent happened, byte[] data)
    {
        var act = happened as ActEvent;
        return EventFormat.Read(
            EventFormat.NameOf(happened), happened.At, act?.Store ?? (happened as HomeStoreSet)?.Store, act?.Key.Id, act?.Key.Fingerprint ?? default, data);
    }
}
