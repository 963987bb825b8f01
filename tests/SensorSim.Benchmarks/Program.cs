using SensorSim.Benchmarks;

// dotnet run --project tests/SensorSim.Benchmarks -c Release [-- COUSINS | settling]
IEnumerable<string> lines = args is ["settling"]
    ? SettlingBenchmark.Run()
    : PlacementBenchmark.Run(args is [string count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 1000);
foreach (string line in lines)
{
    Console.WriteLine(line);
}
