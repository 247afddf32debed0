namespace Engagement.Cli.Import;

/// <summary>How far an import came: everything up to and with <paramref name="LastRow"/> is dealt with.</summary>
/// <param name="Fingerprint">Of file, options and server; another one means another import.</param>
/// <param name="LastRow">The number of the last row of the last batch acknowledged.</param>
/// <param name="Tally">What became of the rows so far.</param>
/// <param name="FailedFile">The file of failed rows, if there is one.</param>
/// <param name="FailedLength">How much of it belongs to the rows so far, in bytes.</param>
internal sealed record Checkpoint(
    string Fingerprint, long LastRow, Tally Tally, string? FailedFile, long FailedLength);
