using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Rendering.Planning;

namespace SensorSim.UnitTests.Rendering;

/// <summary>What is drawn again on shadow maps is what has ever varied.</summary>
public sealed class StandingCastersTests
{
    private static readonly (ShadowLayer, int?)[] s_layers = [(new(Vector4.UnitX, Vector4.UnitY, Vector4.UnitZ, Vector4.UnitW), null)];

    private static CasterState[] At(params double[] metres) => [.. metres.Select(x => new CasterState(Matrix4x4d.FromTranslation(new(x, 0, 0)), 0, null, 0, null))];

    private static (CasterChange, int[]) Seen(CasterChoice choice, int objects) => (choice.Change, [.. Enumerable.Range(0, objects).Where(choice.Varies)]);

    [Test]
    public void OnlyWhatEverVaried_IsDrawnAgain()
    {
        var standing = new StandingCasters(room: 2);
        (CasterState[] Casters, CasterChange Change, int[] Varying)[] frames =
        [
            (At(1, 2, 3), CasterChange.Everything, [0, 1, 2]),
            (At(1, 2, 3), CasterChange.None, []),
            (At(1, 5, 3), CasterChange.Standing, [1]),
            (At(1, 6, 3), CasterChange.Varying, [1]),
            (At(1, 6, 3), CasterChange.None, []),
            (At(1, 2, 4), CasterChange.Standing, [1, 2]),
            (At(1, 2, 3), CasterChange.Varying, [1, 2]),
            (At(0, 2, 3), CasterChange.Everything, [0, 1, 2]),
            (At(1, 2, 3), CasterChange.Everything, [0, 1, 2]),
        ];
        foreach ((int i, (CasterState[] casters, CasterChange change, int[] varying)) in frames.Index())
        {
            (CasterChange Change, int[] Varying) seen = Seen(standing.Next(s_layers, casters, needed: 1), 3);
            Assert.That(seen.Change, Is.EqualTo(change), $"frame {i}");
            Assert.That(seen.Varying, Is.EqualTo(varying), $"frame {i}");
        }
    }

    [Test]
    public void OtherMaps_AreDrawnFromTheStart()
    {
        var standing = new StandingCasters(room: 2);
        CasterChange Next(double x, int needed = 1, int? ownMaterial = null) => standing.Next([(s_layers[0].Item1, ownMaterial)], At(x, 2), needed).Change;
        Assert.That((CasterChange[])[Next(1), Next(3), Next(4)], Is.EqualTo((CasterChange[])[CasterChange.Everything, CasterChange.Standing, CasterChange.Varying]));
        Assert.That((CasterChange[])[Next(4, ownMaterial: 7), Next(4, ownMaterial: 7)], Is.EqualTo((CasterChange[])[CasterChange.Everything, CasterChange.None]), "another lamp");
        Assert.That((CasterChange[])[Next(4, needed: 3, ownMaterial: 7), Next(4, needed: 3, ownMaterial: 7)], Is.EqualTo((CasterChange[])[CasterChange.Everything, CasterChange.None]), "more layers than there were");
        standing.Forget();
        Assert.That((CasterChange[])[Next(4, ownMaterial: 7), Next(4, ownMaterial: 7)], Is.EqualTo((CasterChange[])[CasterChange.Everything, CasterChange.None]), "forgotten");
    }
}
