namespace SensorSim.Plugins;

/// <summary>What a parameter may be: its C# type, its JSON type and its GLSL type go together.</summary>
public enum ParameterType
{
    /// <summary><c>double</c>, a JSON number, GLSL <c>float</c>.</summary>
    Number,

    /// <summary><c>int</c>, a JSON number without fraction, GLSL <c>int</c>.</summary>
    Integer,

    /// <summary><c>bool</c>, JSON true or false, GLSL <c>bool</c>.</summary>
    Flag,

    /// <summary>An <c>enum</c>, a JSON string, GLSL <c>int</c>.</summary>
    Choice,

    /// <summary><c>IReadOnlyList&lt;double&gt;</c>, a JSON list of numbers; GLSL sees what the stage's <c>Coefficients</c> make of it.</summary>
    Table,

    /// <summary><c>string</c>, a JSON string. Not for sensor stages: a shader has no text.</summary>
    Text,
}
