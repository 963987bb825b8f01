using System.Globalization;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Rendering.Sensors;

/// <summary>How the stages of a chain fit together: domains, samples of a pixel, ranges, repeats.</summary>
/// <param name="stages">With their places in the list as given.</param>
/// <param name="errors">Receives what does not fit.</param>
/// <param name="bridge">Knows what could stand between two stages.</param>
internal sealed class ChainFit(IReadOnlyList<(int Index, ChainStage Stage)> stages, List<StageError> errors, StageBridge bridge)
{
    /// <summary>Each stage takes what the one in front of it gives, in numbers that make sense; returns where the rows' exposure windows join the layers.</summary>
    public int CheckDomains()
    {
        int before = errors.Count;
        int collapseAt = stages.Count;
        SignalDomain domain = SignalDomain.RadianceLayers;
        string giver = "the renderer";
        for (int i = 0; i < stages.Count; i++)
        {
            SensorStage stage = stages[i].Stage.Stage;
            if (domain == SignalDomain.RadianceLayers && stage.Input != SignalDomain.RadianceLayers)
            {
                collapseAt = i;
                domain = SignalDomain.Radiance;
            }

            CheckFit(stages[i].Index, stages[i].Stage, domain, giver);
            if (errors.Count == before)
            {
                CheckRange(i);
            }

            domain = stage.Output;
            giver = stages[i].Stage.Name;
        }

        return collapseAt;
    }

    private void CheckFit(int index, ChainStage stage, SignalDomain domain, string giver)
    {
        if (stage.Stage.Input != domain)
        {
            string fix = stage.Stage.Input < domain ? $"Move it in front of {giver}, or remove one of the two." : Missing(domain, stage.Stage.Input);
            errors.Add(new(index, "use", $"{stage.Name} takes {stage.Stage.Input}, but {giver} in front of it gives {domain}. {fix}"));
        }

        if (stage.Stage.Input == SignalDomain.RadianceLayers && stage.Stage.Output != SignalDomain.RadianceLayers)
        {
            errors.Add(new(index, "use", $"{stage.Name} takes RadianceLayers and gives {stage.Stage.Output}: the exposure between them is the host's. It should take Radiance."));
        }
    }

    private string Missing(SignalDomain given, SignalDomain wanted) => bridge.Between(given, wanted) switch
    {
        [var one] => $"Put a stage between them, such as {one}.",
        [.. var all, var last] => $"Put stages between them, such as {string.Join(", ", all)} and {last}, in this order.",
        _ => $"A stage between them is missing that takes {given}: \"sensorsim plugins list\" shows what each takes and gives.",
    };

    /// <summary>Each stage finds as many samples of a pixel as it takes.</summary>
    public void CheckLayouts()
    {
        SampleLayout layout = SampleLayout.Rgb;
        string giver = "the renderer";
        foreach ((int index, ChainStage stage) in stages)
        {
            if (stage.Stage.InputLayout is { } wanted && wanted != layout)
            {
                string fix = wanted == SampleLayout.Mosaic ? "Put a colour filter array in front of it, such as sensor.cfa." : "Put a demosaicing stage in front of it, such as isp.demosaic.";
                errors.Add(new(index, "use", $"{stage.Name} takes {Words(wanted)}, but {giver} in front of it gives {Words(layout)}. {fix}"));
                return;
            }

            (layout, giver) = (stage.Stage.OutputLayout ?? layout, stage.Name);
        }
    }

    private static string Words(SampleLayout layout) => layout == SampleLayout.Mosaic ? "one sample of each pixel (a mosaic)" : "three samples of each pixel";

    /// <summary>Stages of which one makes sense stand there once.</summary>
    public void CheckRepeats()
    {
        foreach (IGrouping<string, (int Index, ChainStage Stage)> uses in stages.GroupBy(entry => entry.Stage.Plugin.Manifest.Id, StringComparer.Ordinal))
        {
            if (uses.Count() > 1 && !uses.First().Stage.Stage.MayRepeat)
            {
                errors.Add(new(uses.ElementAt(1).Index, "use", $"{uses.Key} stands in the chain {uses.Count()} times, and only once makes sense. Remove the others."));
            }
        }
    }

    /// <summary>No two plugins define functions of one name: stages share a shader.</summary>
    public void CheckNames()
    {
        foreach (IGrouping<string, (int Index, ChainStage Stage)> uses in stages.GroupBy(entry => entry.Stage.Plugin.Manifest.ShaderName, StringComparer.Ordinal))
        {
            string[] ids = [.. uses.Select(entry => entry.Stage.Plugin.Manifest.Id).Distinct(StringComparer.Ordinal)];
            if (ids.Length > 1)
            {
                (int index, _) = uses.First(entry => entry.Stage.Plugin.Manifest.Id == ids[1]);
                errors.Add(new(index, "use", $"{ids[1]} and {ids[0]} are both {uses.Key} in GLSL, and stages share a shader. Rename one of the two plugins."));
            }
        }
    }

    // Of digital numbers: what the stages in front make of them decides.
    private void CheckRange(int position)
    {
        (int index, ChainStage stage) = stages[position];
        if (stage.Stage.Input == SignalDomain.RawDn && stage.Stage.Output > SignalDomain.RawDn && double.IsPositiveInfinity(RangeBehind(position).WhiteLevel))
        {
            errors.Add(new(index, null, $"{stage.Name} divides by the white level, and nothing in front of it says one. Put a stage there that clips, such as sensor.adc."));
        }

        if (stage.Stage.Output != SignalDomain.RawDn)
        {
            return;
        }

        SignalRange range = RangeBehind(position + 1);
        if (!(range.WhiteLevel > range.BlackLevel))
        {
            errors.Add(new(index, null, string.Create(
                CultureInfo.InvariantCulture,
                $"{stage.Name} gives raw numbers from black {range.BlackLevel} to white {range.WhiteLevel}: white must lie above black.")));
        }
    }

    /// <summary>Raw pictures have 16 bits a sample.</summary>
    public void CheckStorable(int index)
    {
        double white = RangeBehind(stages.Count).WhiteLevel;
        if (double.IsFinite(white) && white > ushort.MaxValue)
        {
            errors.Add(new(index, null, string.Create(
                CultureInfo.InvariantCulture,
                $"The chain ends in raw numbers up to {white}, and 16 bits hold {ushort.MaxValue}. End it with a stage that squeezes them, such as sensor.companding.")));
        }
    }

    private SignalRange RangeBehind(int count) => stages.Take(count).Aggregate(
        SignalRange.Unlimited,
        (before, entry) => entry.Stage.Stage.RangeOf(entry.Stage.Parameters, 100, before));
}
