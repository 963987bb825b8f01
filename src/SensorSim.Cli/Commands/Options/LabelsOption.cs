using SensorSim.Cli.Console;
using SensorSim.Plugins;
using SensorSim.Scenes.Scenarios.Labels;

namespace SensorSim.Cli.Commands.Options;

/// <summary>The images to write, on the command line: <c>default</c>, <c>all</c> or a list such as <c>rgb,depth</c>.</summary>
internal static class LabelsOption
{
    /// <exception cref="UsageException">An unknown name.</exception>
    public static LabelSet Parse(string text)
    {
        LabelSet labels = LabelSet.None;
        string[] names = text.Split(',', StringSplitOptions.TrimEntries);
        if (names.Any(name => name.Length == 0)) throw new UsageException($"--labels {text}: an item of the list is empty");
        if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { Key: var twice })
            throw new UsageException($"--labels {text}: '{twice}' is given twice");
        foreach (string name in names)
            labels |= LabelNames.Sets.TryGetValue(name, out LabelSet label) || LabelNames.Single.TryGetValue(name, out label) ? label : throw Unknown(name);
        return labels;
    }

    private static UsageException Unknown(string name) =>
        new($"--labels: there is no label '{name}'.{NearestName.Hint(name, LabelNames.Sets.Keys.Concat(LabelNames.Single.Keys))}");
}
