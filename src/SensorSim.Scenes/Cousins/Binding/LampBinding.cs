using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Lights;
using SensorSim.Scenes.Scenarios.Variation;

namespace SensorSim.Scenes.Cousins.Binding;

/// <summary>What a scenario says of lamps: how they flicker and how large they are, and whether a draw means something for them.</summary>
/// <param name="scene">The lamps' own.</param>
/// <param name="names">Of the scene.</param>
/// <param name="errors">Gets what does not fit.</param>
internal sealed class LampBinding(Scene scene, SceneNames names, BindingErrors errors)
{
    /// <summary>Layers of an image that every desktop and server GPU has.</summary>
    private const int MostShadowMaps = 2048;

    private readonly Dictionary<string, PluginUse> _waveforms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LightSize> _sizes = new(StringComparer.Ordinal);
    private readonly List<FlickerDraw> _flicker = [];
    private readonly Dictionary<string, PluginUse> _choices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourcePosition> _waveformDrawnAt = new(StringComparer.Ordinal), _parameterDrawnAt = new(StringComparer.Ordinal);

    /// <summary>Lamp name → waveform; steady lamps are not in it.</summary>
    public IReadOnlyDictionary<string, PluginUse> Waveforms => _waveforms;

    /// <summary>Lamp name → the size of its source; lamps that keep the file's are not in it.</summary>
    public IReadOnlyDictionary<string, LightSize> Sizes => _sizes;

    /// <summary>What the names of drawn waveforms stand for.</summary>
    public IReadOnlyDictionary<string, PluginUse> WaveformChoices => _choices;

    /// <summary>Drawn parameters of waveforms.</summary>
    public IReadOnlyList<FlickerDraw> FlickerDraws => _flicker;

    /// <summary>Lamps that the scenario adds; a rule may say otherwise.</summary>
    public void Bind(IReadOnlyList<LampGroup> groups)
    {
        int maps = names.Lamps.Sum(lamp => scene.Lights[lamp.Of.Light].Kind == LightKind.Point ? 6 : 1);
        if (groups.Count > 0 && maps > MostShadowMaps)
        {
            errors.Add(new(groups[^1].Position, "lamps", FormattableString.Invariant($"{names.Lamps.Count} lamps need {maps} shadow maps"), FormattableString.Invariant($"at most {MostShadowMaps}: six for each point lamp, one for every other")));
        }

        foreach (LampGroup group in groups.Where(group => group.Flicker is { Enabled: true }))
        {
            foreach (string name in group.Names)
            {
                _waveforms[name] = group.Flicker!;
            }
        }
    }

    /// <summary>The rules of <c>lights</c>.</summary>
    public void Bind(IReadOnlyList<LightRule> rules)
    {
        string[] lamps = [.. names.Lamps.Select(l => l.Name)];
        var ruleOf = new Dictionary<string, LightRule>(StringComparer.Ordinal);
        foreach ((int i, LightRule rule) in rules.Index())
        {
            string[] matched = [.. lamps.Where(n => GlobPattern.Matches(rule.Match, n))];
            if (matched.Length == 0)
            {
                errors.AddNoMatch(rule.Position, $"lights[{i}].match", "lamp of the scene", rule.Match, lamps, right => $"match: \"{right}\"");
            }

            errors.AddRange(LampSizeRules.Check(rule, i, [.. matched.Select(KindOf)]));
            foreach (string name in matched)
            {
                Bind(name, rule, i, ruleOf);
            }
        }
    }

    /// <summary>A draw of <c>cousins.vary</c> over these lamps.</summary>
    public void Check(VaryRule rule, CousinKey key, string[] lamps)
    {
        if (key.Attribute.StartsWith(LampAttributes.FlickerPrefix, StringComparison.Ordinal))
        {
            CheckParameter(rule, key, lamps);
        }
        else if (key.Attribute == LampAttributes.Waveform)
        {
            CheckWaveform(rule, lamps);
        }
        else if (key.Attribute is LampAttributes.Azimuth or LampAttributes.Elevation && Array.TrueForAll(lamps, lamp => KindOf(lamp) == LightKind.Point))
        {
            errors.Add(new(rule.KeyPosition, rule.Path, $"'{key.Name}' shines to all sides", "a directional light or a spot; offset_x_m and the like for a point light"));
        }
    }

    private void Bind(string lamp, LightRule rule, int index, Dictionary<string, LightRule> ruleOf)
    {
        if (!ruleOf.TryAdd(lamp, rule))
        {
            errors.Add(new(rule.Position, $"lights[{index}].match", $"the lamp '{lamp}' already has the rule at {ruleOf[lamp].Position}", "one rule for each lamp"));
            return;
        }

        if (rule.Flicker is { Enabled: true } flicker)
        {
            _waveforms[lamp] = flicker;
        }
        else if (rule.Flicker is not null)
        {
            _waveforms.Remove(lamp);
        }

        if (rule.Size is { } size)
        {
            _sizes.Add(lamp, size);
        }
    }

    private void CheckWaveform(VaryRule rule, string[] lamps)
    {
        foreach ((string name, PluginUse waveform) in rule.Waveforms)
        {
            _choices.TryAdd(name, waveform);
        }

        CheckAlone(rule, lamps, _parameterDrawnAt, "a parameter of its waveform");
        Array.ForEach(lamps, lamp => _waveformDrawnAt.TryAdd(lamp, rule.KeyPosition));
    }

    // A parameter that one waveform has, another one may not have.
    private bool CheckAlone(VaryRule rule, string[] lamps, Dictionary<string, SourcePosition> drawnAt, string other)
    {
        if (Array.Find(lamps, drawnAt.ContainsKey) is not { } both)
        {
            return true;
        }

        errors.Add(new(rule.KeyPosition, rule.Path, $"the lamp '{both}' draws {other} by the key at {drawnAt[both]}", "parameters inside the choices of flicker")
        {
            Example = $"\"lights.{both}.{LampAttributes.Waveform}\": [{{ use: light.pwm, duty: 0.3 }}, {{ use: light.pwm, duty: 0.7 }}]",
        });
        return false;
    }

    private void CheckParameter(VaryRule rule, CousinKey key, string[] lamps)
    {
        Array.ForEach(lamps, lamp => _parameterDrawnAt.TryAdd(lamp, rule.KeyPosition));
        if (!CheckAlone(rule, lamps, _waveformDrawnAt, "its waveform"))
        {
            return;
        }

        if (Array.Find(lamps, lamp => !_waveforms.ContainsKey(lamp)) is { } steady)
        {
            errors.Add(new(rule.KeyPosition, rule.Path, $"the lamp '{steady}' is steady", "a rule of lights that gives it a waveform, which the draw changes") { Example = $"lights: [{{ match: \"{key.Name}\", flicker: {{ mains_hz: 50, modulation: 0.8 }} }}]" });
        }

        _flicker.Add(new(rule, rule.Path, key.Attribute[LampAttributes.FlickerPrefix.Length..], [.. lamps.Select(lamp => _waveforms.GetValueOrDefault(lamp)).OfType<PluginUse>().Distinct()]));
    }

    private LightKind KindOf(string lamp) => scene.Lights[names.Lamps.First(l => l.Name == lamp).Of.Light].Kind;
}
