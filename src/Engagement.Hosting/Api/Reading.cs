using Engagement.Domain.Recall;
using Microsoft.AspNetCore.Http;

namespace Engagement.Hosting.Api;

/// <summary>The language in which a caller reads what the API says in words.</summary>
internal static class Reading
{
    public const string Rule = "must be en or zh-CN";

    /// <summary>
    /// What 'language' asks for, else the first language of Accept-Language that there is, else English; null where it asks for
    /// one that there is not.
    /// </summary>
    public static string? LanguageOf(HttpRequest request, string? language)
    {
        if (!string.IsNullOrEmpty(language))
            return Languages.All.FirstOrDefault(known => known.Equals(language, StringComparison.OrdinalIgnoreCase));
        foreach (var accepted in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(accepted => accepted.Quality ?? 1))
        {
            var wanted = accepted.Value.ToString();
            if (accepted.Quality == 0)
                continue;
            if (wanted.StartsWith("zh", StringComparison.OrdinalIgnoreCase))
                return Languages.Chinese;
            if (wanted.StartsWith("en", StringComparison.OrdinalIgnoreCase) || wanted == "*")
                return Languages.English;
        }

        return Languages.English;
    }
}
