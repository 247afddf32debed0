using System.Collections.Immutable;
using System.Globalization;

namespace Engagement.Domain.Policies;

/// <summary>Gathers what is wrong with a policy, each with its path.</summary>
internal sealed class PolicyFaults
{
    /// <summary>The most characters of what people read: titles, scripts, offers.</summary>
    public const int MostCharacters = 500;

    private const int MostCharactersOfName = 64;

    private readonly ImmutableArray<PolicyFault>.Builder _faults = ImmutableArray.CreateBuilder<PolicyFault>();

    /// <summary>Where the bounds that are asked for are noted down; null where nobody wants to know.</summary>
    public List<PolicyBound>? Bounds { get; init; }

    public void Add(string path, string why) => _faults.Add(new(path, why));

    public void AddRange(IEnumerable<PolicyFault> faults) => _faults.AddRange(faults);

    public void Unless(bool holds, string path, string why)
    {
        if (!holds)
            Add(path, why);
    }

    public void InRange(string path, int? value, int from, int to)
    {
        Bounds?.Add(new(path, from, to));
        if (value < from || value > to)
            Add(path, $"must be between {from} and {to}, not {value}");
    }

    public void InRange(string path, decimal value, decimal from, decimal to)
    {
        Bounds?.Add(new(path, from, to));
        if (value < from || value > to)
            Add(path, string.Create(CultureInfo.InvariantCulture, $"must be between {from} and {to}"));
    }

    public void NotNegative(string path, decimal value)
    {
        Bounds?.Add(new(path, 0));
        Unless(value >= 0m, path, "must not be negative");
    }

    public void AtMost(string path, int count, int most)
    {
        Bounds?.Add(new(path, MostItems: most));
        Unless(count <= most, path, $"must be at most {most}");
    }

    /// <summary>A name that programs use: of a template, a kind of task, a channel.</summary>
    public void Name(string path, string? name)
    {
        Bounds?.Add(new(path, IsName: true));
        Unless(
            name is { Length: > 0 and <= MostCharactersOfName } && name.All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_'),
            path,
            $"must have 1 to {MostCharactersOfName} characters of a to z, 0 to 9 and _");
    }

    /// <summary>A text that people read; null is none.</summary>
    public void Text(string path, string? text)
    {
        Bounds?.Add(new(path, MostCharacters: MostCharacters));
        Unless(text is not { Length: > MostCharacters }, path, $"must have at most {MostCharacters} characters");
    }

    public ImmutableArray<PolicyFault> ToImmutable() => _faults.ToImmutable();
}
