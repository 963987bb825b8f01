using SensorSim.Scenes.Names;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Scenes.Cousins.Binding;

/// <summary>What does not fit a scene, in the order in which it is found.</summary>
internal sealed class BindingErrors
{
    /// <summary>Behind so many errors there is no search for the name that was meant.</summary>
    private const int MostNearest = 100;

    private readonly List<ScenarioError> _errors = [];

    public IReadOnlyList<ScenarioError> All => _errors;

    public void Add(ScenarioError error) => _errors.Add(error);

    public void AddRange(IEnumerable<ScenarioError> errors) => _errors.AddRange(errors);

    /// <summary>A name or a pattern that nothing has.</summary>
    public void AddNoMatch(SourcePosition at, string key, string noun, string pattern, string[] names, Func<string, string?> example, string? other = null) =>
        _errors.Add(UnmatchedName.Error(at, key, noun, pattern, names, isNearSought: _errors.Count < MostNearest, example, other));
}
