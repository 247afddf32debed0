using System.Collections.Immutable;
using Engagement.Domain.Identity;

namespace Engagement.Journal.Accounts;

/// <summary>How accounts are written in rows, whichever database they lie in.</summary>
internal static class AccountFormat
{
    private static readonly string[] Purposes = ["invite", "recover", "recover_without_second_step", "sign_in", "first_administrator"];

    public static string Write(ImmutableArray<StoreId> stores) => string.Join('\n', stores.Select(store => store.Value));

    public static ImmutableArray<StoreId> ReadStores(string text) => [.. Lines(text).Select(line => new StoreId(line))];

    public static string WriteCodes(SecondStep? step) => step is null ? "" : string.Join('\n', step.RecoveryCodes);

    public static SecondStep? ReadStep(string? secret, long lastStep, string codes) =>
        secret is null ? null : new(secret, lastStep, [.. Lines(codes)]);

    public static string Write(LinkPurpose purpose) => Purposes[(int)purpose];

    public static LinkPurpose ReadPurpose(string name) => (LinkPurpose)Array.IndexOf(Purposes, name);

    /// <summary>Nobody's is written as an empty text, so that there is one of them at a time as well.</summary>
    public static string Write(AccountId? account) => account?.Value ?? "";

    public static AccountId? ReadAccount(string text) => text.Length == 0 ? null : new AccountId(text);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
