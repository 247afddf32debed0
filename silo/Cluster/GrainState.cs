using System.Text.Json;
using Orleans.Storage;

namespace Engagement.Silo.Cluster;

/// <summary>
/// How the small settings of the cluster are kept: as plain JSON without the names of types, so that a class may be renamed
/// and a node of another version reads what it knows.
/// </summary>
internal sealed class GrainState : IGrainStorageSerializer
{
    /// <summary>The name of the storage for what the nodes share and is no member's.</summary>
    public const string Storage = "settings";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input, Options));

    public T Deserialize<T>(BinaryData input) => JsonSerializer.Deserialize<T>(input.ToMemory().Span, Options)!;
}
