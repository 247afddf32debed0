using System.Globalization;
using System.Reflection;

namespace Engagement.Journal;

/// <summary>A numbered SQL script of one store, embedded in this assembly.</summary>
internal sealed record MigrationScript(int Number, string Name, string Text)
{
    /// <summary>All scripts of a store in the order in which they are applied.</summary>
    public static IReadOnlyList<MigrationScript> All(string store)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var folder = $"Scripts/{store}/";
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
                .Select(name => new MigrationScript(
                    int.Parse(name.AsSpan(folder.Length, 4), CultureInfo.InvariantCulture), name, Read(assembly, name)))
                .OrderBy(script => script.Number),
        ];
    }

    private static string Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
