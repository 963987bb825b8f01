using SensorSim.Benchmarks;

// dotnet run --project tests/SensorSim.Benchmarks -c Release [-- COUSINS]
int cousins = args is [string count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 200;
foreach (string line in PlacementBenchmark.Run(cousins))
{
    Console.WriteLine(line);
}
