using Engagement.Bench;

var folder = Directory.CreateTempSubdirectory("engagement-bench-").FullName;
var (grouped, single) = await DurableCommands.MeasureAsync(folder, int.Parse(args[0]), int.Parse(args[1]), TimeSpan.FromSeconds(8));
Console.WriteLine($"grouped {grouped:N0}/s single {single:N0}/s ratio {grouped / single:N1}");
Directory.Delete(folder, true);
