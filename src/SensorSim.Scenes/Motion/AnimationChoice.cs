using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Motion;

/// <summary>Which animation of a file plays.</summary>
public static class AnimationChoice
{
    /// <summary>Holds the pose of the file.</summary>
    public const string None = "none";

    /// <summary>Names to choose from; an animation without a name goes by its number.</summary>
    public static IReadOnlyList<string> NamesOf(Scene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        return [.. scene.Animations.Select((animation, i) => animation.Name ?? i.ToString(System.Globalization.CultureInfo.InvariantCulture))];
    }

    /// <summary>The animation; null when none plays.</summary>
    /// <param name="scene">The twin.</param>
    /// <param name="name">A name, <see cref="None"/>, or null for the file's first animation, if it has one.</param>
    /// <exception cref="ArgumentException">The file has no animation of this name.</exception>
    public static Animation? Of(Scene scene, string? name)
    {
        ArgumentNullException.ThrowIfNull(scene);
        if (name is null or None)
        {
            return name is null && scene.Animations.Count > 0 ? scene.Animations[0] : null;
        }

        int index = NamesOf(scene).ToList().IndexOf(name);
        return index >= 0 ? scene.Animations[index] : throw new ArgumentException($"The scene has no animation '{name}'.", nameof(name));
    }
}
