using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SensorSim.Plugins.StyleCosmos.Clips;
using SensorSim.Plugins.StyleCosmos.Specs;
using SensorSim.Style;

namespace SensorSim.Plugins.StyleCosmos.Local;

/// <summary>An installation on this machine: a program that is given a specification file and a folder for what it makes.</summary>
internal sealed partial class LocalInstallation : IReceiver
{
    private readonly CosmosOrder _order;
    private readonly string _program;
    private readonly IReadOnlyList<string> _words;

    /// <exception cref="StyleException">The command is none.</exception>
    public LocalInstallation(CosmosOrder order)
    {
        (_order, _words) = (order, CommandLine.Words(order.Parameters.Command));
        string[] unknown = [.. _words.SelectMany(word => Placeholder().Matches(word)).Select(match => match.Value).Where(name => !s_placeholders.Contains(name, StringComparer.Ordinal))];
        if (unknown.Length > 0)
        {
            throw Wrong($"\"command\" has {string.Join(", ", unknown)}; known are {string.Join(", ", s_placeholders)}.");
        }

        if (!_words.Any(word => word.Contains("{spec}", StringComparison.Ordinal)) || !_words.Any(word => word.Contains("{output}", StringComparison.Ordinal)))
        {
            throw Wrong("\"command\" must say where {spec} and {output} go, such as: python examples/inference.py -i {spec} -o {output}");
        }

        Folder = Path.GetFullPath(order.Parameters.CommandFolder.Length > 0 ? order.Parameters.CommandFolder : ".");
        string name = _words[0].Contains('/', StringComparison.Ordinal) ? Path.GetFullPath(_words[0], Folder) : _words[0];
        _program = !Directory.Exists(Folder) ? throw Wrong($"\"command_folder\" is {order.Parameters.CommandFolder}, and there is no such folder.")
            : ProgramPath.Of(name) ?? throw Wrong($"\"command\" begins with {_words[0]}, which is not in the folders of PATH nor a file.");
    }

    private static readonly string[] s_placeholders = ["{spec}", "{output}", "{name}", "{seed}", "{guidance}", "{steps}", "{fps}", "{sigma_max}"];

    public IReadOnlyDictionary<string, JsonNode?> Identity => new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal)
    {
        ["command"] = _order.Parameters.Command,
        ["program"] = _program,
        ["version"] = _order.Parameters.Version,
    };

    public string Key => $"command {_order.Parameters.Command}";

    /// <summary>The same program with the same file and seed would do the same again.</summary>
    public bool CanTryAgain => false;

    private string Folder { get; }

    public void Fetch(ClipFolder folder, ClipVideos videos, Tries tries, CancellationToken stop)
    {
        string spec = ClipSpec.Write(folder, videos, _order), output = folder.At("output");
        Directory.CreateDirectory(output);
        string[] arguments = [.. _words.Skip(1).Select(word => Filled(word, spec, output, videos))];
        InstalledProgram.Run(_program, arguments, Folder, tries, stop);
        string video = OutputVideo.Find(output, videos.Name, _order.Parameters.Version);
        folder.KeepAnswer(File.ReadAllBytes(video), new JsonObject { ["request_sha256"] = Digests.OfFile(spec), ["videos"] = Digests.OfVideos(videos), ["output"] = Path.GetFileName(video) });
    }

    public void Dispose()
    {
    }

    private string Filled(string word, string spec, string output, ClipVideos videos) => Placeholder().Replace(word, match => match.Value switch
    {
        "{spec}" => spec,
        "{output}" => output,
        "{name}" => videos.Name,
        "{seed}" => videos.Seed.ToString(CultureInfo.InvariantCulture),
        "{guidance}" => _order.Parameters.Guidance.ToString(CultureInfo.InvariantCulture),
        "{steps}" => _order.Parameters.Steps.ToString(CultureInfo.InvariantCulture),
        "{fps}" => videos.FrameRateHz.ToString("0.######", CultureInfo.InvariantCulture),
        _ => _order.Parameters.SigmaMax,
    });

    private static StyleException Wrong(string message) => new(message) { IsRequestWrong = true };

    [GeneratedRegex(@"\{[a-z_]+\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Placeholder();
}
