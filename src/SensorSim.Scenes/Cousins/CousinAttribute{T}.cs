using System.Text.Json.Nodes;

namespace SensorSim.Scenes.Cousins;

/// <summary>One property of <typeparamref name="T"/> that can vary.</summary>
/// <param name="Name">The last part of a key.</param>
/// <param name="Values">What it takes.</param>
/// <param name="Apply">Gives the thing with a drawn value applied.</param>
internal sealed record CousinAttribute<T>(string Name, ValueRule Values, Func<T, JsonValue, T> Apply)
    : CousinAttribute(Name, Values);
