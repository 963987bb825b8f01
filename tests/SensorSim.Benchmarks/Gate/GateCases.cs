using SensorSim.Datasets;
using SensorSim.Datasets.Preservation;
using SensorSim.Restyles;

namespace SensorSim.Benchmarks.Gate;

/// <summary>Good and bad restyles of a frame, each measured.</summary>
internal sealed class GateCases(PreservationGate gate, IReadOnlyList<SourceFrame> donors)
{
    private static readonly int[] _shifts = [1, 2, 4], _areas = [100, 200, 400, 1000, 2500, 5000];
    private static readonly double[] _contrasts = [0.1, 0.15, 0.2, 0.3, 0.4];

    // Verdicts need names and contacts alone, and there are none.
    private static readonly StyledFrame _nameless = new(default, default, default);

    /// <summary>Every case of a frame.</summary>
    public IEnumerable<GateCase> Of(SourceFrame frame)
    {
        SourceFrame other = donors[(int)((frame.Number * 7) + 3) % donors.Count];
        Picture[] good = [.. GoodRestyle.All.Select(style => style.Apply(frame.Picture, frame.Ids, other.Picture, Dice.Of(frame.Number, style.Name)))];
        for (int k = 0; k < good.Length; k++)
            yield return Case(frame, "good", GoodRestyle.All[k].Name, k, new(good[k], 0, 0), -1);
        foreach (GateCase made in Shifts(frame, good).Concat(Objects(frame, good)).Concat(Inserted(frame, good)))
            yield return made;
    }

    private IEnumerable<GateCase> Shifts(SourceFrame frame, Picture[] good)
    {
        foreach ((int shift, int k) in _shifts.SelectMany(shift => Enumerable.Range(0, shift == 2 ? 6 : 2).Select(k => (shift, k))))
        {
            var dice = Dice.Of(frame.Number, $"shift {shift}, {k}");
            (float dx, float dy, int style) = (Turned(dice, shift).X, Turned(dice, shift).Y, dice.Below(good.Length, 3));
            yield return Case(frame, "shift", $"{shift}", style, Damaged.Shifted(good[style], frame, dx, dy), -1);
        }
    }

    private IEnumerable<GateCase> Objects(SourceFrame frame, Picture[] good)
    {
        foreach (ushort id in frame.WholeObjects(100).Take(6))
        {
            foreach (int shift in _shifts)
            {
                var dice = Dice.Of(frame.Number, $"object {id} shift {shift}");
                (float dx, float dy, int style) = (Turned(dice, shift).X, Turned(dice, shift).Y, dice.Below(good.Length, 3));
                yield return Case(frame, "object shift", $"{shift}", style, Damaged.Moved(good[style], frame, id, dx, dy, dice), id);
            }

            var erase = Dice.Of(frame.Number, $"object {id} erased");
            int on = erase.Below(good.Length, 3);
            yield return Case(frame, "erase", "", on, Damaged.Erased(good[on], frame, id, erase), id);
        }
    }

    private IEnumerable<GateCase> Inserted(SourceFrame frame, Picture[] good)
    {
        foreach (int area in _areas)
        {
            foreach (double contrast in _contrasts)
            {
                for (int attempt = 0; attempt < 12; attempt++)
                {
                    var dice = Dice.Of(frame.Number, $"insert {area} {contrast} {attempt}");
                    SourceFrame donor = donors[dice.Below(donors.Count, 3)];
                    IReadOnlyList<ushort> objects = donor.WholeObjects(Math.Max(300, area / 4));
                    int style = dice.Below(good.Length, 5);
                    if (objects.Count == 0 || Damaged.Inserted(good[style], donor, objects[dice.Below(objects.Count, 4)], area, contrast, dice) is not { } made)
                        continue;
                    yield return Case(frame, "insert", "", style, made, -1) with { AreaPx = area };
                    break;
                }
            }
        }
    }

    private GateCase Case(SourceFrame frame, string kind, string detail, int style, Damaged made, int id)
    {
        GateRecord scores = gate.Measure(frame.Styled(made.Picture.ToPlane()));
        return new(_nameless, frame.Scene, kind, detail, GoodRestyle.All[style].Name, made.AreaPx, made.Contrast, id, scores);
    }

    private static (float X, float Y) Turned(Dice dice, int length)
    {
        float angle = dice.Below(16, 7) * MathF.PI / 8;
        return (length * MathF.Cos(angle), length * MathF.Sin(angle));
    }
}
