using Engagement.Domain.Identity;
using Engagement.Journal;
using Engagement.Journal.Profiles;

namespace Engagement.Hosting.Tests.Outbox;

/// <summary>Profiles of a chain that keeps none.</summary>
internal sealed class NoProfiles : IProfiles
{
    public ValueTask<IReadOnlyDictionary<MemberId, ProfileRow>> FindAsync(
        ChainId chain, IReadOnlyCollection<MemberId> members, CancellationToken cancellation) =>
        new(new Dictionary<MemberId, ProfileRow>());

    public ValueTask<IReadOnlyList<bool>> SaveAsync(ChainId chain, IReadOnlyList<ProfileToStore> profiles, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public ValueTask<bool> ForgetAsync(MemberKey member, CancellationToken cancellation) => new(false);

    public ValueTask<IReadOnlyList<MemberRow>> SearchAsync(
        ChainId chain, MemberSearch search, IReadOnlyList<byte[]> digests, CancellationToken cancellation) => new([]);

    public ValueTask<IReadOnlyDictionary<string, long>> CountByMasterKeyAsync(CancellationToken cancellation) =>
        new(new Dictionary<string, long>());

    public ValueTask<IReadOnlyList<WrappedKey>> WrappedByOthersAsync(string masterKey, int limit, CancellationToken cancellation) => new([]);

    public ValueTask<int> RewrapAsync(IReadOnlyList<RewrappedKey> keys, CancellationToken cancellation) => new(0);

    public ValueTask<byte[]> CheckAsync(byte[] mine, bool anew, CancellationToken cancellation) => new(mine);
}
