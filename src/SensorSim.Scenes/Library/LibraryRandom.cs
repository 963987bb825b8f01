using SensorSim.Randomness;

namespace SensorSim.Scenes.Library;

/// <summary>Irregularities of a library scene: numbers addressed by what they are for, so that a scene is always the same.</summary>
internal readonly record struct LibraryRandom(string Scene)
{
    /// <summary>Uniform between two ends.</summary>
    public double Between(string what, double low, double high)
    {
        RandomKey key = RandomKey.ForDraw(0, 0, $"library/{Scene}/{what}");
        uint bits = Philox4x32.Draw(default, key.Low, key.High).X;
        return low + ((high - low) * (bits / 4294967296.0));
    }

    /// <summary>One of some things, each as likely.</summary>
    public T Of<T>(string what, IReadOnlyList<T> things) => things[(int)Between(what, 0, things.Count)];
}
