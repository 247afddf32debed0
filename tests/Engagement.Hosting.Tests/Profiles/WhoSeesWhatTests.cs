using System.Security.Claims;
using Engagement.Domain.Identity;
using Engagement.Domain.Members;
using Engagement.Domain.Profiles;
using Engagement.Hosting.Api.Members;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Profiles;

namespace Engagement.Hosting.Tests.Profiles;

/// <summary>What each role is shown of a member of its own store, of another store, and of another chain.</summary>
public sealed class WhoSeesWhatTests
{
    private static readonly ChainId Glow = new("glow");
    private static readonly StoreId Bund = new("bund");

    private static readonly KnownProfile Known = new(new Profile { Name = "王小红", Phone = "13800138000", Email = "hong@example.com", Note = "note" });

    [Theory]
    [InlineData(StaffRole.CareStaff, "glow", "bund", true, false)]
    [InlineData(StaffRole.CareStaff, "glow", "soho", false, false)]
    [InlineData(StaffRole.StoreManager, "glow", "bund", true, true)]
    [InlineData(StaffRole.StoreManager, "glow", "soho", false, false)]
    [InlineData(StaffRole.ChainHeadquarters, "glow", null, true, true)]
    [InlineData(StaffRole.ChainHeadquarters, "other", null, false, false)]
    [InlineData(StaffRole.Integrator, "glow", null, true, true)]
    [InlineData(StaffRole.SystemAdministrator, null, null, true, true)]
    public void A_name_is_whole_for_who_may_see_it_and_masked_for_the_rest(StaffRole role, string? chain, string? store, bool alone, bool inLists)
    {
        var caller = new Caller("a", "A", role, chain is null ? null : new ChainId(chain), store is null ? [] : [new StoreId(store)]);
        var user = new ClaimsPrincipal(caller.ToIdentity("test"));

        Assert.Equal(alone, Caller.Of(user)!.May(Right.SeePersonalData, Glow, Bund));
        Assert.Equal(inLists, Caller.Of(user)!.May(Right.SeePersonalDataInLists, Glow, Bund));
    }

    [Fact]
    public void A_key_without_the_scope_sees_names_masked()
    {
        var key = new Caller("k", "K", StaffRole.Integrator, Glow, [], [Right.SeeMembers]);
        Assert.False(key.May(Right.SeePersonalData, Glow, Bund));
    }

    [Fact]
    public void What_is_masked_tells_no_more_than_how_it_begins()
    {
        Birthday.TryRead("05-17", out var day);

        Assert.Equal(
            new ProfileView("王**", "138****8000", "h***@example.com", null, null, null, null, null, null, null, true),
            ProfileView.Of(Known, day, isMasked: true));
        Assert.Equal(new ProfileRowView("王**", "138****8000", "h***@example.com", true), ProfileRowView.Of(Known, isMasked: true));
        Assert.Equal(new ProfileRowView("王小红", "13800138000", "hong@example.com", false), ProfileRowView.Of(Known, isMasked: false));
        Assert.Equal(("note", "05-17"), (ProfileView.Of(Known, day, isMasked: false)!.Note, ProfileView.Of(Known, day, isMasked: false)!.Birthday));
    }

    [Fact]
    public void Who_is_not_known_and_who_cannot_be_read_are_told_apart()
    {
        Assert.Null(ProfileView.Of(null, null, isMasked: false));
        Assert.Null(ProfileRowView.Of(null, isMasked: false));
        Assert.True(ProfileView.Of(new(null), null, isMasked: false)!.Unreadable);
        Assert.True(ProfileRowView.Of(new(null), isMasked: true)!.Unreadable);
        Assert.False(ProfileView.Of(Known, null, isMasked: true)!.Unreadable);
    }
}
