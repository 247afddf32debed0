using System.Globalization;
using System.Text;

namespace Engagement.Domain.Profiles;

/// <summary>Mail addresses as people write them.</summary>
public static class MailAddresses
{
    /// <summary>One form for all ways of writing an address; null for what is none.</summary>
    public static string? Normalize(string? text)
    {
        var address = text?.Normalize(NormalizationForm.FormKC).Trim();
        if (address is not { Length: > 2 and <= ProfileLimits.Email } || address.Any(character => char.IsWhiteSpace(character) || char.IsControl(character)))
            return null;
        var at = address.IndexOf('@', StringComparison.Ordinal);
        if (at < 1 || at == address.Length - 1 || address.IndexOf('@', at + 1) >= 0 || address.Contains(',', StringComparison.Ordinal))
            return null;
        // Capitals make another mailbox nowhere that matters.
        return address.ToLower(CultureInfo.InvariantCulture);
    }
}
