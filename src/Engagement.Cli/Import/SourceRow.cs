namespace Engagement.Cli.Import;

/// <summary>A row as the file has it.</summary>
/// <param name="Number">Counts rows from 1; header and empty lines are not rows.</param>
/// <param name="Line">The line of the file where it starts.</param>
/// <param name="Fields">Its fields, unquoted.</param>
/// <param name="Malformed">What is wrong with its quoting; null when nothing is.</param>
internal sealed record SourceRow(long Number, long Line, string[] Fields, string? Malformed);
