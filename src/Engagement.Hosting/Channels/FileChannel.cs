using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Channels;

/// <summary>The channel for trying out: a line of JSON for each message, on the disk before it counts as handed over.</summary>
internal sealed partial class FileChannel(IOptions<ChannelOptions> options, ILogger<FileChannel> logger) : IChannel, IDisposable
{
    // Read by people: Chinese stays Chinese.
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly SemaphoreSlim _turn = new(1, 1);
    private FileStream? _file;

    public string Name => "file";

    public async ValueTask<Handover> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(MessageBody.Of(message), Readable);
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            _file ??= Open(options.Value.File.Path);
            _file.Write(line);
            _file.WriteByte((byte)'\n');
            _file.Flush(flushToDisk: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A line that was cut off is closed when the file is opened again.
            _file?.Dispose();
            _file = null;
            NotWritten(exception);
            return new Handover.TryLater("file_not_written");
        }
        finally
        {
            _turn.Release();
        }

        Written(message.Id);
        return Handover.Accepted.Instance;
    }

    public void Dispose()
    {
        _file?.Dispose();
        _turn.Dispose();
    }

    private static FileStream Open(string path)
    {
        var file = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var stream = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        if (stream.Length > 0)
        {
            stream.Seek(-1, SeekOrigin.End);
            if (stream.ReadByte() != '\n')
                stream.WriteByte((byte)'\n');
        }

        return stream;
    }

    [LoggerMessage(LogLevel.Information, "Message {Id} was written to the file of messages")]
    private partial void Written(string id);

    [LoggerMessage(LogLevel.Warning, "The file of messages cannot be written")]
    private partial void NotWritten(Exception exception);
}
