using Engagement.Journal.Erasure;

namespace Engagement.Hosting.Api.Erasure;

/// <summary>How far it has come with somebody who is to be forgotten (docs/domain/erasure.md).</summary>
/// <param name="State"><c>under_way</c>; <c>cleaned</c> once no call tells anything of her any more; <c>done</c> once no file of the database holds it.</param>
/// <param name="Steps">What has been done, in order: noted, withdrawn, forgotten, cleaned, swept.</param>
/// <param name="By">Who asked: an account's or a key's id; <c>retention</c> for the policy, <c>replay</c> after a restored backup.</param>
/// <param name="DoneAt">When the last step was done; null while some are to go.</param>
public sealed record ErasureView(
    string Member, string State, IReadOnlyList<string> Steps, DateTimeOffset AskedAt, string By, string? Reason, DateTimeOffset? DoneAt)
{
    internal static ErasureView Of(AskedErasure erasure) => new(
        erasure.Member.Member.Value,
        erasure.Step switch
        {
            ErasureStep.Swept => "done",
            ErasureStep.Cleaned => "cleaned",
            _ => "under_way",
        },
        [.. Enum.GetValues<ErasureStep>().Where(step => step > ErasureStep.Asked && step <= erasure.Step).Select(NameOf)],
        erasure.AskedAt.ToDateTimeOffset(),
        erasure.By,
        erasure.Reason,
        erasure.DoneAt?.ToDateTimeOffset());

    private static string NameOf(ErasureStep step) => step switch
    {
        ErasureStep.Noted => "noted",
        ErasureStep.Withdrawn => "withdrawn",
        ErasureStep.Forgotten => "forgotten",
        ErasureStep.Cleaned => "cleaned",
        _ => "swept",
    };
}

/// <summary>Why a member is to be forgotten.</summary>
/// <param name="Reason">A code of the chain's own, such as <c>member_request</c>: 1 to 64 of a-z, 0-9 and _. Null for none.</param>
public sealed record ErasureToAsk(string? Reason);

/// <summary>What the policy would have erased now.</summary>
/// <param name="Members">Members who are lost and have been silent for long enough.</param>
/// <param name="Events">Events old enough to have their words cleaned; some have none, or are clean already.</param>
public sealed record RetentionPreview(int Members, long Events);

/// <summary>How many erasures a sweep was done with.</summary>
public sealed record SweptView(int Done);

/// <summary>How many members were erased again.</summary>
public sealed record ReplayedView(int Again);
