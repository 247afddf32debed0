using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Engagement.Domain.Profiles;

/// <summary>Names cut into what people look for them by.</summary>
public static class NameWords
{
    /// <summary>The longest beginning of a word that is told apart.</summary>
    public const int LongestBeginning = 12;

    /// <summary>One letter would find half a town; one Chinese character is a surname.</summary>
    private const int ShortestOfLetters = 2;

    private const int MostWords = 6;

    /// <summary>
    /// The words of a name, in one form for all ways of writing them: small letters, without marks, full-width signs as
    /// ordinary ones.
    /// </summary>
    public static IReadOnlyList<string> Of(string? name)
    {
        if (name is null)
            return [];
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var character in name.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(character) || char.IsSurrogate(character))
            {
                word.Append(char.ToLowerInvariant(character));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && character is not ('\'' or '\u2019'))
            {
                End();
            }
        }

        End();
        return words;

        void End()
        {
            if (word.Length > 0 && words.Count < MostWords)
                words.Add(word.ToString().Normalize(NormalizationForm.FormKC));
            word.Clear();
        }
    }

    /// <summary>
    /// Everything a name is to be found by: the beginnings of each word, and of what follows each of its Chinese characters, so
    /// that 小红 finds 王小红.
    /// </summary>
    public static IReadOnlySet<string> Beginnings(string? name)
    {
        var found = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var word in Of(name))
        {
            var runes = word.EnumerateRunes().ToArray();
            for (var start = 0; start < runes.Length; start++)
            {
                if (start > 0 && !IsIdeograph(runes[start]))
                    continue;
                var text = new StringBuilder();
                for (var end = start; end < runes.Length && end - start < LongestBeginning; end++)
                {
                    text.Append(runes[end]);
                    if (end > start || IsIdeograph(runes[start]) || runes.Length == 1)
                        found.Add(text.ToString());
                }
            }
        }

        return found.ToImmutable();
    }

    /// <summary>What to look for where somebody typed this: each word's beginning, all of which have to be found. None if it says too little.</summary>
    public static IReadOnlyList<string> Sought(string? typed)
    {
        var words = Of(typed).Select(Beginning).Distinct(StringComparer.Ordinal).ToList();
        return words.Exists(IsTooShort) ? [] : words;
    }

    private static string Beginning(string word) => string.Concat(word.EnumerateRunes().Take(LongestBeginning));

    private static bool IsTooShort(string word) => word.Length < ShortestOfLetters && !IsIdeograph(word.EnumerateRunes().First());

    private static bool IsIdeograph(Rune rune) => rune.Value is (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF)
        // Kana and Hangul: written without spaces between the parts of a name, too.
        or (>= 0x3040 and <= 0x30FF) or (>= 0xAC00 and <= 0xD7AF);
}
