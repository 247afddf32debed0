using System.Text.Json;

namespace Engagement.Cli.Import;

/// <summary>Keeps the checkpoint beside the imported file, until the import has reached the end.</summary>
internal sealed class CheckpointFile(string path)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The checkpoint of an earlier run of the same import; null when there is none.</summary>
    public Checkpoint? Load(string fingerprint)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            var saved = JsonSerializer.Deserialize<Checkpoint>(File.ReadAllText(path), Indented);
            return saved?.Fingerprint == fingerprint && saved.Tally is not null ? saved : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Replaces the file in one step: whatever happens, the old or the new one is there, whole.</summary>
    public void Save(Checkpoint checkpoint)
    {
        var fresh = $"{path}.new";
        using (var file = new FileStream(fresh, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(file, checkpoint, Indented);
            file.Flush(flushToDisk: true);
        }

        File.Move(fresh, path, overwrite: true);
    }

    public void Remove() => File.Delete(path);
}
