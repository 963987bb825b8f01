using System.Text.Json.Nodes;
using SensorSim.Datasets;
using SensorSim.Geometry;
using SensorSim.Hosting.Runs;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;
using SensorSim.Signals;

namespace SensorSim.UnitTests.Runs;

public sealed class CameraSightTests
{
    private const int Standing = 0, Rolling = 1, Wheel = 2;

    [Test]
    public void ACameraThatSeesNothing_IsToldToLookElsewhere() =>
        Assert.That(Of(0, 0).Warning("front", true), Is.EqualTo("nothing of the scene is to be seen by front in its one frame: look at its pose"));

    [Test]
    public void ACameraThatSeesNothingThatMoves_IsToldWhenNoFrameFollows()
    {
        CameraSight twice = Of(9, 0) + Of(7, 0);
        Assert.That(twice.Warning("front", true), Is.Null);
        Assert.That(twice.LastWarning("front", true), Is.EqualTo("nothing of what moves is to be seen by front in its 2 frames: look at its pose"));
    }

    [Test]
    public void OneFrameWithIt_IsEnough()
    {
        Assert.That((Of(9, 0) + Of(9, 1)).LastWarning("front", true), Is.Null);
        Assert.That((Of(0, 0) + Of(9, 1)).LastWarning("front", true), Is.Null);
    }

    [Test]
    public void WhereNothingMoves_NothingIsMissed() => Assert.That(Of(9, 0, moves: false).LastWarning("front", true), Is.Null);

    [Test]
    public void BlackPictures_AreToldAtOnce() => Assert.That(Of(9, 1, level: 2).Warning("front", true), Does.StartWith("the pictures of front are nearly all black"));

    // Light does not help a camera that stands behind a wall.
    [Test]
    public void BlackPicturesWithoutWhatMoves_AreOfTheWrongPose() => Assert.That(
        Of(9, 0, level: 2).Warning("front", true),
        Does.StartWith("nothing of what moves is to be seen by front in its one frame: look at its pose first, because the pictures of front are nearly all black"));

    // A wheel goes with its cart.
    [Test]
    public void WhatHangsOnWhatMoves_Moves() => Assert.That((Of(9, 0) + Of(9, 0, wheelPx: 3)).LastWarning("front", true), Is.Null);

    private static CameraSight Of(long standingPx, long rollingPx, bool moves = true, byte level = 90, long wheelPx = 0)
    {
        Node[] nodes = [Placed(null), Placed(null), Placed(Rolling)];
        var scene = new Scene("cart", nodes, [], [], [], [], [], []);
        var cousin = new SceneInstance(scene, 0, [], [], [], EnvironmentLight.None, new Dictionary<string, JsonNode?>(StringComparer.Ordinal)) { Motion = moves ? new Rolls() : null };
        var planes = new Dictionary<string, PixelPlane>(StringComparer.Ordinal) { ["rgb"] = new(10, 10, 3, SampleType.UInt8, Enumerable.Repeat(level, 300).ToArray()) };
        return CameraSight.Of([Seen(Standing, standingPx), Seen(Rolling, rollingPx), Seen(Wheel, wheelPx)], cousin, planes);
    }

    private static Node Placed(int? parent) => new(null, parent, Matrix4x4d.Identity, 0, null, null, null, InScene: true);

    internal static ObjectRecord Seen(int node, long px) => new(node + 1, 1, $"thing_{node}", node, [], null, null, px, 0, 0, null);

    private sealed class Rolls : ISceneMotion
    {
        public bool Moves => true;

        public IReadOnlySet<int> MovingNodes { get; } = new HashSet<int> { Rolling };

        public ScenePose At(double seconds) => throw new NotSupportedException();
    }
}
