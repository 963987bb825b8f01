using SensorSim.Benchmarks;

// dotnet run --project tests/SensorSim.Benchmarks -c Release [-- COUSINS | settling | style | episodes [SCENARIO…]]
IEnumerable<string> lines = args is ["settling"]
    ? SettlingBenchmark.Run()
    : args is ["style"]
    ? StyleNetworkBenchmark.Run()
    : args is ["episodes", .. string[] scenarios] ? EpisodeBenchmark.Run(scenarios)
    : PlacementBenchmark.Run(args is [string count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 1000);
foreach (string line in lines)
{
    Console.WriteLine(line);
}
