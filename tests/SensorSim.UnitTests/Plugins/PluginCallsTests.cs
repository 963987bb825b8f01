using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Lights;
using SensorSim.Plugins;

namespace SensorSim.UnitTests.Plugins;

/// <summary>Calls into plugins: which are on, and what becomes of those that throw or give no number.</summary>
public sealed class PluginCallsTests
{
    private static readonly Nothing s_parameters = new();

    [Test]
    public void ACallThatIsOn_IsSeenFromOutsideAndGoneAfterwards()
    {
        var calls = new PluginCalls();
        PluginCall? seen = null;

        int result = calls.Run("outer.one", "Mean", s_parameters, calls, of => of.Run("inner.one", "Range", null, of, inner =>
        {
            seen = inner.Running.Single();
            return 7;
        }) + (of.Running.Single().Plugin == "outer.one" ? 1 : 0));

        Assert.That(result, Is.EqualTo(8));
        Assert.That(seen, Has.Property(nameof(PluginCall.Plugin)).EqualTo("inner.one").And.Property(nameof(PluginCall.Member)).EqualTo("Range"));
        Assert.That(calls.Running, Is.Empty);
    }

    [Test]
    public void TwoCalls_HaveTwoNumbers()
    {
        var calls = new PluginCalls();
        long[] numbers = [.. Enumerable.Range(0, 3).Select(_ => calls.Run("some.plugin", "Mean", null, calls, of => of.Running.Single().Number))];
        Assert.That(numbers, Is.Unique);
    }

    [Test]
    public void ALampThatGivesNoNumber_IsNamed() => Assert.That(
        () => Watched(new WrongLamp(), "light.wrong").MeanOf(s_parameters),
        Throws.TypeOf<PluginCallException>().With.Message.EqualTo("The plugin light.wrong failed in Mean: it gives NaN, and a finite number is expected."));

    [Test]
    public void ALampThatThrows_IsNamedWithItsParameters() => Assert.That(
        () => Watched(new WrongLamp(), "light.wrong").ValueOf(s_parameters, 1),
        Throws.TypeOf<PluginCallException>().With.Property(nameof(PluginCallException.Parameters)).SameAs(s_parameters).And.InnerException.TypeOf<TimeZoneNotFoundException>());

    [Test]
    public void ALensThatGivesNoNumber_IsNamedAndOneThatSeesNothingIsFine()
    {
        WrongLens lens = Watched(new WrongLens(), "lens.wrong");
        Assert.That(() => lens.ProjectThrough(s_parameters, new(0, 0, 1)), Throws.TypeOf<PluginCallException>().With.Message.Contains("lens.wrong failed in Project"));
        Assert.That(lens.UnprojectThrough(s_parameters, new(0, 0)), Is.Null);
    }

    [Test]
    public void WithoutAHost_ACallIsPlain() => Assert.That(() => new WrongLamp().ValueOf(s_parameters, 1), Throws.TypeOf<TimeZoneNotFoundException>());

    private static T Watched<T>(T plugin, string id)
        where T : Plugin
    {
        new PluginCalls().Watch(plugin, id);
        return plugin;
    }

    private sealed record Nothing;

    private sealed class WrongLamp : LightWaveform<Nothing>
    {
        public override double Integral(Nothing parameters, double startSeconds, double endSeconds) => 0;

        public override double Value(Nothing parameters, double seconds) => throw new TimeZoneNotFoundException();

        public override double Mean(Nothing parameters) => double.NaN;

        public override IReadOnlyList<Harmonic> Harmonics(Nothing parameters) => [];
    }

    private sealed class WrongLens : Lens<Nothing>
    {
        public override ImagePoint? Project(Nothing parameters, in Vector3d direction) => new(direction.X / 0, 0);

        public override Vector3d? Unproject(Nothing parameters, in ImagePoint place) => null;
    }
}
