using System.Text.Encodings.Web;
using System.Text.Json;

namespace Engagement.Journal.Formats;

internal static class Json
{
    /// <summary>
    /// Chinese text stays readable in the store. Nothing stored is ever put into a page unescaped, which is all that the
    /// stricter encoder would guard against.
    /// </summary>
    public static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };
}
