using SensorSim.Geometry;
using SensorSim.Scenes.Collision;

namespace SensorSim.UnitTests.Collision;

/// <summary>What is remembered from step to step against what is found by looking at everything again.</summary>
public sealed class NeighboursTests
{
    private const double Limit = 0.05;

    private readonly Random _random = new(5);

    [Test]
    public void A_Distance_Begun_Where_The_Last_Ended_Is_That_Of_A_Search_From_Nothing()
    {
        (int near, int far, int within) = (0, 0, 0);
        for (int pair = 0; pair < 150; pair++)
        {
            PosedHull moving = new(Round()), still = pair % 2 == 0 ? new(Round()) : new(ConvexHull.Triangle([Point(1), Point(1), Point(1)]));
            var pose = new RigidPose(Point(1.5), Quaterniond.Identity);
            GjkSeed seed = default;
            for (int step = 0; step < 40; step++)
            {
                pose = pose.Moved(Point(0.1), Point(0.2));
                moving.Pose(pose);
                Separation fresh = Gjk.Between(moving, still, 0.5), seeded = Gjk.Between(moving, still, 0.5, ref seed);
                double exact = Gjk.Between(moving, still, 100).Distance;

                Assert.That(seeded.Distance, Is.EqualTo(fresh.Distance).Within(1e-6));
                Assert.That(seeded.AtLeast, Is.LessThanOrEqualTo(exact + 1e-9));
                (near, far, within) = (near + (exact is > 0 and <= 0.5 ? 1 : 0), far + (exact > 0.5 ? 1 : 0), within + (exact == 0 ? 1 : 0));
            }
        }

        Assert.That(Math.Min(near, Math.Min(far, within)), Is.GreaterThan(200), "each case is met often");
    }

    [Test]
    public void A_Body_That_Moves_Finds_All_That_It_Would_Find_Without_Memory()
    {
        int found = 0, overlaps = 0;
        for (int run = 0; run < 60; run++)
        {
            Surroundings surroundings = Crowd();
            var body = new RigidBody(new RigidShape([Round(0.2)]), new(Point(1), Quaterniond.Identity));
            var remembering = new Neighbours(surroundings);
            remembering.Clear();
            for (int step = 0; step < 60; step++)
            {
                (Vector3d shift, Vector3d turn) = (Point(0.03), Point(0.08));
                remembering.Move(body, body.Pose.Moved(shift, turn), shift.Length + (body.Shape.Radius * turn.Length));
                double[] expected = [.. surroundings.Bodies.SelectMany(other => other.Pieces.ToArray()).Select(other => Gjk.Between(body.Pieces[0], other, Limit).Distance).Where(double.IsFinite).Order()];
                List<Contact> contacts = [];

                bool isFree = remembering.FindContacts(body, Limit, contacts);

                Assert.That(isFree, Is.EqualTo(expected.All(distance => distance > 0)), $"run {run}, step {step}");
                if (isFree)
                {
                    Assert.That(expected.All(distance => contacts.Exists(contact => Math.Abs(contact.Distance - distance) < 1e-6)), $"run {run}, step {step}");
                    found += expected.Length;
                }

                overlaps += isFree ? 0 : 1;
            }
        }

        Assert.That(found, Is.GreaterThan(200));
        Assert.That(overlaps, Is.GreaterThan(50));
    }

    private Surroundings Crowd()
    {
        var surroundings = new Surroundings();
        for (int i = 0; i < 40; i++)
        {
            surroundings.Add(new RigidBody(new RigidShape([Round(0.15)]), new(Point(1.2), Quaterniond.Identity)));
        }

        return surroundings;
    }

    private ConvexHull Round(double size = 0.4) => QuickHull.Of([.. Enumerable.Range(0, 40).Select(_ => Point(size))], 1e-4);

    private Vector3d Point(double size) => new(Number(size), Number(size), Number(size));

    private double Number(double size) => size * ((2 * _random.NextDouble()) - 1);
}
