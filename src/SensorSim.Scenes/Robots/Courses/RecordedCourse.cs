using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Model.Robots;
using SensorSim.Scenes.Scenarios.Joints;

namespace SensorSim.Scenes.Robots.Courses;

/// <summary>Follows samples: straight between them, or in cubic pieces that go through each with the slope of its neighbours. Before the first and behind the last it stays. Turns go evenly from sample to sample.</summary>
/// <param name="joint">What moves.</param>
/// <param name="move">With its trajectory.</param>
/// <param name="columns">Of the joint's numbers in the trajectory.</param>
internal sealed class RecordedCourse(ArticulatedJoint joint, JointMove.Recorded move, IReadOnlyList<int> columns) : JointCourse
{
    private const double TurnStepSeconds = 1e-4;

    private readonly JointTrajectory _samples = move.Trajectory!;
    private readonly int _firstOfTurn = joint.Type switch { JointType.Free => 3, JointType.Ball => 0, _ => columns.Count };

    public override bool Moves => _samples.TimesSeconds.Count > 1;

    public override IReadOnlyList<double> At(double seconds)
    {
        (int before, double share) = Piece(seconds);
        double[] position = [.. columns.Select((column, i) => i < _firstOfTurn ? Along(before, share, column).Position : 0)];
        return _firstOfTurn == columns.Count ? position : [.. position.Take(_firstOfTurn), .. Turned(before, share)];
    }

    public override IReadOnlyList<double> VelocityAt(double seconds)
    {
        (int before, double share) = Piece(seconds);
        bool isOutside = seconds - move.StartSeconds < _samples.TimesSeconds[0] || seconds - move.StartSeconds > _samples.TimesSeconds[^1];
        double[] speeds = [.. columns.Take(_firstOfTurn).Select(column => isOutside ? 0 : Along(before, share, column).Velocity)];
        return _firstOfTurn == columns.Count ? speeds : [.. speeds, .. Spin(seconds)];
    }

    private (int Before, double Share) Piece(double seconds)
    {
        IReadOnlyList<double> times = _samples.TimesSeconds;
        double time = seconds - move.StartSeconds;
        (int low, int high) = (0, times.Count - 1);
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            (low, high) = times[middle] <= time ? (middle, high) : (low, middle);
        }

        return times.Count == 1 ? (0, 0) : (low, Math.Clamp((time - times[low]) / (times[low + 1] - times[low]), 0, 1));
    }

    private (double Position, double Velocity) Along(int before, double s, int column)
    {
        if (_samples.TimesSeconds.Count == 1) return (_samples.Values[0][column], 0);
        double a = _samples.Values[before][column], b = _samples.Values[before + 1][column], span = _samples.TimesSeconds[before + 1] - _samples.TimesSeconds[before];
        if (!move.IsSmooth) return (((1 - s) * a) + (s * b), (b - a) / span);
        double m = span * Slope(before, column), n = span * Slope(before + 1, column), s2 = s * s, s3 = s2 * s;
        return (
            (((2 * s3) - (3 * s2) + 1) * a) + ((s3 - (2 * s2) + s) * m) + (((-2 * s3) + (3 * s2)) * b) + ((s3 - s2) * n),
            ((((6 * s2) - (6 * s)) * (a - b)) + (((3 * s2) - (4 * s) + 1) * m) + (((3 * s2) - (2 * s)) * n)) / span);
    }

    // At rest at both ends.
    private double Slope(int sample, int column) => sample == 0 || sample == _samples.TimesSeconds.Count - 1
        ? 0
        : (_samples.Values[sample + 1][column] - _samples.Values[sample - 1][column]) / (_samples.TimesSeconds[sample + 1] - _samples.TimesSeconds[sample - 1]);

    private double[] Turned(int before, double share)
    {
        Quaterniond a = TurnOf(before), b = TurnOf(Math.Min(before + 1, _samples.TimesSeconds.Count - 1));
        Quaterniond way = a.Conjugate() * b;
        way = way.W < 0 ? new(-way.X, -way.Y, -way.Z, -way.W) : way;
        var axis = new Vector3d(way.X, way.Y, way.Z);
        double angle = 2 * Math.Atan2(axis.Length, way.W);
        Quaterniond turn = axis.Length > 0 ? a * Quaterniond.FromAxisAngle((1 / axis.Length) * axis, share * angle) : a;
        return [turn.X, turn.Y, turn.Z, turn.W];
    }

    private Quaterniond TurnOf(int sample)
    {
        IReadOnlyList<double> row = _samples.Values[sample];
        return new Quaterniond(row[columns[_firstOfTurn]], row[columns[_firstOfTurn + 1]], row[columns[_firstOfTurn + 2]], row[columns[_firstOfTurn + 3]]).Normalized();
    }

    private double[] Spin(double seconds)
    {
        IReadOnlyList<double> p = At(seconds - TurnStepSeconds), q = At(seconds + TurnStepSeconds);
        Quaterniond a = Turn(p), way = a.Conjugate() * Turn(q);
        double sign = way.W < 0 ? -1 : 1;
        return [sign * way.X / TurnStepSeconds, sign * way.Y / TurnStepSeconds, sign * way.Z / TurnStepSeconds];

        Quaterniond Turn(IReadOnlyList<double> position) => new(position[_firstOfTurn], position[_firstOfTurn + 1], position[_firstOfTurn + 2], position[_firstOfTurn + 3]);
    }
}
