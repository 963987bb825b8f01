using SensorSim.Geometry;
using SensorSim.Hosting.Physics;
using SensorSim.Physics;
using SensorSim.Scenes.Bodies;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;
using SensorSim.Tests.Sensors;
using SensorSim.UnitTests.Physics;
using SensorSim.UnitTests.Scenarios;

namespace SensorSim.UnitTests.Bodies;

/// <summary>Drives of a file's joints are motors, with each backend.</summary>
[TestFixtureSource(typeof(TestWorlds), nameof(TestWorlds.Backends))]
public sealed class FileDriveTests(string backend)
{
    // 2 kg with 0.2 kg m² at 0.5 m from the axis, which is the file's z, along the world's x.
    private const double Inertia = 0.2 + (2 * 0.25);
    private const string Spring = """{"type":"angular","mode":"force","axis":2,"stiffness":8,"damping":0.7,"positionTarget":0.4}""";

    // The joint at the post, or at the door, which then counts the other way.
    [TestCase(true)]
    [TestCase(false)]
    public void AHingeWithASpring_SwingsWithItsPeriodAndSettlesAtItsTarget(bool isAtPost)
    {
        CousinWorld world = Door(Spring, isAtPost);
        JointDescription hinge = world.Description.Joints.Single();
        Assert.That(hinge.Servo, Is.EqualTo(new JointServo(8, 0.7) { Target = isAtPost ? 0.4 : -0.4 }));
        using IPhysicsWorld run = TestWorlds.Build(backend, world.Description);
        double sign = isAtPost ? 1 : -1, before = -1;
        var passes = new List<double>();
        while (run.TimeSeconds < 8)
        {
            run.Step();
            double off = (sign * run.Joint(0).Position[0]) - 0.4;
            if (before < 0 && off >= 0) passes.Add(run.TimeSeconds - (off / (sign * run.Joint(0).Velocity[0])));
            before = off;
        }

        double decay = 0.7 / (2 * Inertia), period = Math.Tau / Math.Sqrt((8 / Inertia) - (decay * decay));
        Assert.That((passes[1] - passes[0]), Is.EqualTo(period).Within(0.3).Percent);
        run.Run(12);
        Assert.That(sign * run.Joint(0).Position[0], Is.EqualTo(0.4).Within(1e-3));
    }

    [Test]
    public void AVelocityDrive_ReachesItsSpeedWithItsForce()
    {
        using IPhysicsWorld run = TestWorlds.Build(backend, Door("""{"type":"angular","mode":"force","axis":2,"damping":50,"velocityTarget":-2,"maxForce":0.35}""").Description);
        run.Run(1);
        Assert.That(run.Joint(0).Velocity[0], Is.EqualTo(-0.35 / Inertia).Within(0.1).Percent, "as long as it gives all it can");
        run.Run(5);
        Assert.That(run.Joint(0).Velocity[0], Is.EqualTo(-2).Within(0.1).Percent);
    }

    // θ'' = 16 (0.3 − θ) − 8 θ': critically damped, whatever the mass.
    [TestCase(2)]
    [TestCase(20)]
    public void AnAccelerationDrive_MovesWhateverTheMass(double kilograms)
    {
        using IPhysicsWorld run = TestWorlds.Build(backend, Door("""{"type":"angular","mode":"acceleration","axis":2,"stiffness":16,"damping":8,"positionTarget":0.3}""", kilograms: kilograms).Description);
        foreach (double time in (double[])[0.2, 0.5, 1])
        {
            run.Run(time - run.TimeSeconds);
            Assert.That(run.Joint(0).Position[0], Is.EqualTo(0.3 * (1 - ((1 + (4 * time)) * Math.Exp(-4 * time)))).Within(1e-3), $"{time} s");
        }
    }

    [Test]
    public void AnAccelerationDrive_CarriesWhatHangsOnItsBody()
    {
        // A box of 1 kg on a rail, with another of 3 kg fixed to it.
        CousinWorld world = FileBodies.World(FileBodies.Read("""
            {"name":"rail",@{"joint":{"joint":0,"connectedNode":1}}§},
            {"name":"cart",@{"motion":{"mass":1,"inertiaDiagonal":[1,1,1]},"joint":{"joint":1,"connectedNode":2}}§},
            {"name":"load",@{"motion":{"mass":3,"inertiaDiagonal":[1,1,1]}}§}
            """, joints: """
            {"limits":[{"linearAxes":[1,2],"max":0},{"angularAxes":[0,1,2],"max":0}],"drives":[{"type":"linear","mode":"acceleration","axis":0,"damping":2,"velocityTarget":1}]},
            {"limits":[{"linearAxes":[0,1,2],"max":0},{"angularAxes":[0,1,2],"max":0}]}
            """));
        Assert.That(world.Description.Joints.Select(joint => joint.Servo?.Damping), Is.EqualTo(new double?[] { 8, null }));
        using IPhysicsWorld run = TestWorlds.Build(backend, world.Description);
        run.Run(0.5);
        Assert.That(run.Joint(0).Velocity[0], Is.EqualTo(1 - Math.Exp(-1)).Within(0.5).Percent);
    }

    [TestCase("""{"type":"angular","mode":"force","axis":2,"stiffness":8}""")]
    [TestCase("""{"type":"angular","mode":"force","axis":2,"stiffness":8,"positionTarget":1,"maxForce":0}""")]
    public void ADriveWithoutATargetOrAForce_IsNoMotor(string drive) => Assert.That(Door(drive).Description.Joints.Single().Servo, Is.Null);

    [Test]
    public void ADrivenJoint_ClosesNoRing()
    {
        const string hinge = """{"limits":[{"linearAxes":[0,1,2],"max":0},{"angularAxes":[0,1],"max":0}]}""";
        string driven = hinge[..^1] + ",\"drives\":[" + Spring + "]}";
        CousinWorld Ring(params int[] joints) => FileBodies.World(FileBodies.Read(FormattableString.Invariant($$$"""
            {"name":"base",@{"joint":{"joint":{{{joints[0]}}},"connectedNode":1}}§},
            {"name":"left",@{"motion":{"mass":1,"inertiaDiagonal":[1,1,1]},"joint":{"joint":{{{joints[1]}}},"connectedNode":2}}§},
            {"name":"right",@{"motion":{"mass":1,"inertiaDiagonal":[1,1,1]},"joint":{"joint":{{{joints[2]}}},"connectedNode":0}}§}
            """), joints: hinge + "," + driven));
        foreach (int free in (int[])[0, 1, 2])
        {
            CousinWorld world = Ring([.. Enumerable.Range(0, 3).Select(i => i == free ? 0 : 1)]);
            Assert.That(world.Description.Joints.Select(joint => (joint.Servo is null, joint.Releasable)), Is.EqualTo(new[] { (false, false), (false, false), (true, true) }));
            Assert.That(world.Description.Problems(), Is.Empty);
        }

        Assert.That(() => Ring(1, 1, 1), Throws.TypeOf<PhysicsException>().With.Message.Contains("closes a ring of bodies in which every joint has a drive; one without is expected."));
    }

    [Test]
    public void WhatAMotorGives_IsNoEnergyFromNowhere()
    {
        Scene scene = Read("""{"type":"angular","mode":"force","axis":2,"damping":5000,"velocityTarget":8}""");
        Scenario scenario = ScenarioText.Valid(ScenarioText.With($"physics: {{ backend: {backend["physics.".Length..]} }}"));
        SceneInstance cousin = new EpisodePhysics(scenario.Physics!, scene, SensorBench.Catalog).Simulate(new CousinSampler(scenario, scene, 7).Sample(0), 1);
        SimulatedEpisode episode = ((SimulatedMotion)cousin.Motion!).Episode;
        Assert.That(episode.Broken, Is.Null);
        Assert.That(episode.Track.VelocityAt(0, 1).Angular.Length, Is.EqualTo(8).Within(0.1).Percent);
    }

    private static CousinWorld Door(string drive, bool isAtPost = true, double kilograms = 2) => FileBodies.World(Read(drive, isAtPost, kilograms)) is var world ? world with { Description = world.Description with { Gravity = Vector3d.Zero } } : null!;

    private static Scene Read(string drive, bool isAtPost = true, double kilograms = 2)
    {
        (string atPost, string atDoor) = isAtPost ? (",@{\"joint\":{\"joint\":0,\"connectedNode\":2}}§", "") : ("", ",@{\"joint\":{\"joint\":0,\"connectedNode\":0}}§");
        double moment = 0.1 * kilograms;
        return FileBodies.Read(FormattableString.Invariant($$$"""
            {"name":"post","translation":[0,1,0],"rotation":[0,0.70710678118654757,0,0.70710678118654757]{{{atPost}}}},
            {"name":"door","translation":[0,1,0.5],"rotation":[0,0.70710678118654757,0,0.70710678118654757],"children":[2],@{"motion":{"mass":{{{kilograms}}},"inertiaDiagonal":[{{{moment}}},{{{moment}}},{{{moment}}}]}}§},
            {"name":"eye","translation":[0.5,0,0]{{{atDoor}}}}
            """), joints: """{"limits":[{"linearAxes":[0,1,2],"max":0},{"angularAxes":[0,1],"max":0}],"drives":[""" + drive + "]}");
    }
}
