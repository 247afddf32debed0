using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Stages;

namespace Engagement.Journal.Tests.Suite;

public abstract partial class JournalSuite
{
    [Fact]
    public async Task Members_are_found_by_stage_home_store_flags_and_the_start_of_their_id()
    {
        var rows = await ManyMembersAsync();
        AttentionFlags[] flags = [AttentionFlags.None, AttentionFlags.Slipping, AttentionFlags.SecondVisitOverdue];
        StoreId?[] homes = [null, Glow.Bund, Glow.Soho, new("closed")];
        string?[] prefixes = [null, "a", "a1", "李", "z", "%", "_"];
        var asked =
            from stage in Enum.GetValues<Stage>().Cast<Stage?>().Append(null)
            from flag in flags
            from home in homes
            from prefix in prefixes
            select new MemberSearch(stage, home, flag, prefix, null, 4);
        foreach (var search in asked)
        {
            var expected = rows.Where(row => (search.Stage is null || row.Stage == search.Stage)
                && (row.Flags & search.Flags) == search.Flags
                && (search.Home is null || row.Home == search.Home)
                && row.Id.Value.StartsWith(search.IdPrefix ?? "", StringComparison.Ordinal));
            Assert.Equal(expected, await SearchAllAsync(search));
        }

        Assert.Contains(rows, row => row.Flags == AttentionFlags.Slipping);
        Assert.Contains(rows, row => row.Flags == AttentionFlags.SecondVisitOverdue);
        Assert.True(rows.Select(row => row.Stage).Distinct().Count() >= 6, "too few kinds of members to tell anything");
    }

    [Fact]
    public async Task A_chain_that_is_not_there_has_no_members() =>
        Assert.Empty(await Queries.SearchAsync(new("nowhere"), new(null, null, default, null, null, 10), Cancel));

    /// <summary>Follows the pages of a search to the end.</summary>
    private async Task<List<MemberRow>> SearchAllAsync(MemberSearch search)
    {
        var all = new List<MemberRow>();
        while (await Queries.SearchAsync(Glow.Id, search, Cancel) is { Count: > 0 } page)
        {
            Assert.True(page.Count <= search.Limit);
            all.AddRange(page);
            search = search with { After = page[^1].Id };
        }

        return all;
    }

    /// <summary>Members of every kind, as rows in the order of their ids.</summary>
    private async Task<List<MemberRow>> ManyMembersAsync()
    {
        var rows = new List<MemberRow>();
        string[] names = ["a", "b", "李", "李娜", "A"];
        for (var number = 0; number < 70; number++)
        {
            StoreId? home = (number % 3) switch { 0 => Glow.Bund, 1 => Glow.Soho, _ => null };
            var first = Noon - TimeSpan.FromDays(3 * number);
            ActCommand born = number % 7 == 0 ? Glow.Join($"j{number}", first, home) : Glow.Visit($"v{number}", first, home);
            var more = Enumerable.Range(1, number % 7 == 0 ? 0 : number % 6)
                .Select(visit => (MemberCommand)Glow.Visit($"v{number}-{visit}", first + TimeSpan.FromHours(visit)));
            var key = Glow.Member($"{names[number % 5]}{number}");
            var record = await Store.TellAsync(key, Noon, [born, .. more, new Advance(Noon)]);
            var state = record.State;
            rows.Add(new(key.Member, home, state.Stage!.Value, state.StageSince, state.Flags, record.DueAt));
        }

        rows.Sort((left, right) => string.CompareOrdinal(left.Id.Value, right.Id.Value));
        return rows;
    }
}
