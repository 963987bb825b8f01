using SensorSim.Style;

namespace SensorSim.Hosting.Conformance.Styles;

/// <summary>A check of a style: nothing is asked of one that cannot be tried here.</summary>
internal abstract class StyleCheck : IConformanceCheck<StyleBench>
{
    public abstract string Id { get; }

    public abstract string Promise { get; }

    public Finding Examine(StyleBench subject)
    {
        try
        {
            return subject.Refusal is { } reason ? Finding.Skip(reason) : Look(subject);
        }
        catch (StyleException refusal)
        {
            return Finding.Broken($"it refuses what it must be able to do: {refusal.Message.Split('\n')[0]}");
        }
    }

    /// <summary>Looks at a backend that works.</summary>
    protected abstract Finding Look(StyleBench bench);
}
