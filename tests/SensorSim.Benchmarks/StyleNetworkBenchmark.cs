using System.Diagnostics;
using SensorSim.Hosting.Plugins;
using SensorSim.OnnxNetworks;
using SensorSim.Plugins;
using SensorSim.Style;

namespace SensorSim.Benchmarks;

/// <summary>What a frame of 640×480 takes through a network of the shape of fast neural style, by style.onnx: whole and in tiles, by wall clock and in processor time.</summary>
internal static class StyleNetworkBenchmark
{
    private const int Frames = 5;

    private static readonly (int Threads, int TilePx)[] _cases = [(1, 0), (2, 0), (1, 256), (1, 320)];

    /// <summary>A line for each case.</summary>
    public static IEnumerable<string> Run()
    {
        string folder = Directory.CreateTempSubdirectory("sensorsim-style").FullName;
        try
        {
            string model = Path.Combine(folder, "fast-style.onnx");
            File.WriteAllBytes(model, FastStyleNetwork.Write(1));
            File.WriteAllText(Path.ChangeExtension(model, ".style.json"), """{ "input": { "range": [0, 255] }, "output": { "range": [0, 255] }, "size": { "multiple": 4 } }""");
            return [.. _cases.Select(given => Measure(folder, model, given.Threads, given.TilePx))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Measure(string folder, string model, int threads, int tilePx)
    {
        InstalledPlugin plugin = PluginCatalog.Load(PluginCatalog.StandardDirectories()).Require("style.onnx");
        object parameters = plugin.Schema.Bind(new Dictionary<string, System.Text.Json.Nodes.JsonNode?>(StringComparer.Ordinal) { ["model"] = model, ["threads"] = threads, ["tile_px"] = tilePx }).Parameters!;
        using IStyleTransfer transfer = ((StyleBackend)plugin.Instance).PrepareWith(parameters, new([], 1, folder));
        StyleClip clip = new([new("000000_0000_front", 0, 0, "front", 0, Picture())], 0);
        transfer.Apply(clip, CancellationToken.None);
        double[] milliseconds = new double[Frames];
        TimeSpan start = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < Frames; i++)
        {
            long began = Stopwatch.GetTimestamp();
            transfer.Apply(clip, CancellationToken.None);
            milliseconds[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        double processor = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds / Frames;
        return FormattableString.Invariant($"640x480, {threads} threads, {(tilePx > 0 ? $"tiles of {tilePx}" : "whole")}: {milliseconds.Order().ElementAt(Frames / 2):F0} ms a frame (median of {Frames}, best {milliseconds.Min():F0}), {processor:F0} ms of one processor");
    }

    private static StyleImage Picture()
    {
        var picture = new StyleImage(640, 480);
        for (int i = 0; i < picture.Samples.Length; i++)
        {
            picture.Samples[i] = i * 7919 % 1000 / 1000f;
        }

        return picture;
    }
}
