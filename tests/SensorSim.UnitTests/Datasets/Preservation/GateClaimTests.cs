using SensorSim.Datasets;
using SensorSim.Datasets.Preservation;
using SensorSim.Restyles;

namespace SensorSim.UnitTests.Datasets.Preservation;

/// <summary>What docs/style.md claims of the gate, on drawn scenes that nothing was fitted on.</summary>
public class GateClaimTests
{
    private const int Scenes = 5, LeastAreaPx = 400;
    private const double LeastInsertedContrast = 0.3, LeastContrast = 0.1;

    private static readonly PreservationGate s_gate = new();
    private static readonly Lazy<SourceFrame[]> s_frames = new(() => [.. Enumerable.Range(0, Scenes).Select(k => DrawnScene.Of(1000 + k))]);

    [Test]
    public void Restyles_That_Move_Nothing_Pass()
    {
        var failed = s_frames.Value.SelectMany(frame => GoodRestyle.All.Select(style => (style.Name, frame.Number, Failures: Judge(frame, Styled(frame, style))))).Where(made => made.Failures.Count > 0);

        Assert.That(failed.Select(made => $"{made.Name} of {made.Number}: {made.Failures[0].Detail}"), Is.Empty);
    }

    [Test]
    public void An_Object_That_Is_Shifted_By_Two_Pixels_Fails() => RequireCaught((frame, id, picture, dice) =>
    {
        float angle = dice.Between(0, 2 * MathF.PI, 50);
        return Damaged.Moved(picture, frame, id, 2 * MathF.Cos(angle), 2 * MathF.Sin(angle), dice);
    });

    [Test]
    public void An_Object_That_Is_Erased_Fails() => RequireCaught((frame, id, picture, dice) => Damaged.Erased(picture, frame, id, dice));

    [Test]
    public void A_Whole_Picture_That_Is_Shifted_By_Two_Pixels_Fails()
    {
        foreach (SourceFrame frame in s_frames.Value)
        {
            foreach (GoodRestyle style in GoodRestyle.All)
                Assert.That(Judge(frame, Damaged.Shifted(Styled(frame, style), frame, 1.2f, -1.6f).Picture), Is.Not.Empty, $"{style.Name} of {frame.Number}");
        }
    }

    // Of so few, one that lies over several objects may be missed.
    [Test]
    public void An_Object_That_Is_Put_In_Fails()
    {
        int made = 0;
        var missed = new List<string>();
        foreach (SourceFrame frame in s_frames.Value)
        {
            SourceFrame donor = s_frames.Value[(frame.Number + 1) % Scenes];
            foreach ((GoodRestyle style, int k) in GoodRestyle.All.Select((style, k) => (style, k)))
            {
                var dice = Dice.Of(frame.Number, $"put in {k}");
                ushort id = donor.WholeObjects(LeastAreaPx)[0];
                if (Damaged.Inserted(Styled(frame, style), donor, id, LeastAreaPx + (100 * k), LeastInsertedContrast, dice) is not { } put)
                    continue;
                made++;
                if (Judge(frame, put.Picture).Count == 0)
                    missed.Add($"{style.Name} of {frame.Number}, {put.AreaPx} px");
            }
        }

        Assert.That(made, Is.GreaterThan(30));
        Assert.That(missed, Has.Count.LessThan(2));
    }

    // Every object of every scene, each on a restyle of its own.
    private static void RequireCaught(Func<SourceFrame, ushort, Picture, Dice, Damaged> damage)
    {
        int made = 0;
        foreach (SourceFrame frame in s_frames.Value)
        {
            foreach (ushort id in frame.WholeObjects(LeastAreaPx))
            {
                GoodRestyle style = GoodRestyle.All[(id + (int)frame.Number) % GoodRestyle.All.Count];
                Damaged damaged = damage(frame, id, Styled(frame, style), Dice.Of(frame.Number, $"object {id}"));
                if (damaged.Contrast < LeastContrast)
                    continue;
                made++;
                Assert.That(Judge(frame, damaged.Picture), Is.Not.Empty, $"{id} on {style.Name} of {frame.Number}: {damaged.AreaPx} px, contrast {damaged.Contrast:F2}");
            }
        }

        Assert.That(made, Is.GreaterThan(10));
    }

    private static Picture Styled(SourceFrame frame, GoodRestyle style) => style.Apply(frame.Picture, frame.Ids, s_frames.Value[(frame.Number + 2) % Scenes].Picture, Dice.Of(frame.Number, style.Name));

    private static IReadOnlyList<GateFailureRecord> Judge(SourceFrame frame, Picture after) => s_gate.Judge(frame.Styled(after.ToPlane())).Failures;
}
