using SensorSim.Plugins;

namespace SensorSim.Hosting.Conformance;

/// <summary>Looks for parameters that do nothing.</summary>
internal static class EffectSearch
{
    /// <summary>The parameters without any effect, of all those that a plugin has but texts.</summary>
    /// <param name="schema">The plugin's parameters.</param>
    /// <param name="conditions">Under which they are told apart, in words.</param>
    /// <param name="differs">Whether two settings can be told apart by what the plugin gives.</param>
    public static Finding Inert(ParameterSchema schema, string conditions, Func<Settings, Settings, bool> differs)
    {
        IReadOnlyList<ParameterDescription> tried = Settings.Tried(schema);
        string[] inert = [.. tried.Where(parameter => !HasEffect(schema, parameter, differs)).Select(parameter => parameter.Name)];
        return tried.Count == 0
            ? Finding.Skip("it has no parameters")
            : Finding.AtMost(inert.Length, 0, "parameters without effect", inert.Length > 0 ? $"{string.Join(", ", inert)}; tried: {conditions}" : "");
    }

    private static bool HasEffect(ParameterSchema schema, ParameterDescription parameter, Func<Settings, Settings, bool> differs) =>
        Settings.Circumstances(schema).Any(circumstance => Settings.Candidates(parameter).Any(value => differs(circumstance.With(parameter.Name, parameter.Default.DeepClone()), circumstance.With(parameter.Name, value))));
}
