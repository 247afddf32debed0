using Orleans.CodeGeneration;

namespace Engagement.Silo.Members;

/// <summary>One member, wherever in the cluster she is awake. Her key is made by <see cref="GrainKey"/>.</summary>
[Alias("engagement.member"), Version(1)]
public interface IMemberGrain : IGrainWithStringKey
{
    /// <summary>Takes commands in one of her next turns and answers after its commit.</summary>
    /// <param name="cancellation">Withdraws what still waits for its turn; a turn that has begun is not cancelled.</param>
    [Alias("send")]
    ValueTask<TurnAnswer> SendAsync([Immutable] CommandBatch batch, CancellationToken cancellation);
}
