using System.Text.Json.Nodes;

namespace SensorSim.Scenes.Cousins.Rules;

/// <summary>A question about the value of one draw.</summary>
public abstract record ValueTest
{
    private protected ValueTest()
    {
    }

    /// <summary>The other draw that the question is about, too; null when there is none.</summary>
    public virtual string? OtherDraw => null;

    /// <summary>Whether it holds for a value.</summary>
    /// <param name="value">Of the draw in question.</param>
    /// <param name="other">Of <see cref="OtherDraw"/>.</param>
    internal abstract bool Holds(JsonValue value, JsonValue? other);

    /// <summary>Whether it holds for everything in a bin (true), for nothing in it (false), or for some (null).</summary>
    internal abstract bool? HoldsFor(BinValues bin, BinValues? other);
}
