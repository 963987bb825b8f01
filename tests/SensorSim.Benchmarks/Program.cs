using SensorSim.Benchmarks;
using SensorSim.Benchmarks.Gate;

// dotnet run --project tests/SensorSim.Benchmarks -c Release [-- COUSINS | settling | style | episodes [SCENARIO…] | gate [FOLDER]]
IEnumerable<string> lines = args switch
{
    ["settling"] => SettlingBenchmark.Run(),
    ["style"] => StyleNetworkBenchmark.Run(),
    ["episodes", .. string[] scenarios] => EpisodeBenchmark.Run(scenarios),
    ["gate", .. string[] folder] => GateBenchmark.Run(folder),
    _ => PlacementBenchmark.Run(args is [string count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 1000),
};
foreach (string line in lines)
{
    Console.WriteLine(line);
}
