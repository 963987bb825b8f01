using MathNet.Numerics.LinearAlgebra;
using SensorSim.Style;

namespace SensorSim.Plugins.StyleColor;

/// <summary>Each channel of lαβ gets the target's mean and spread.</summary>
internal sealed class ReinhardMap(IReadOnlyList<StyleTarget> targets) : IColorMap
{
    private readonly ColorMoments _target = MomentsOf(targets.Select(target => target.Read()));

    public StyleImage Apply(StyleImage picture)
    {
        ColorMoments own = MomentsOf([picture]);
        Vector<double> from = own.Mean, to = _target.Mean;
        double[] gain = [.. Enumerable.Range(0, 3).Select(channel => own.Deviation(channel) is var spread && spread > 0 ? _target.Deviation(channel) / spread : 1)];
        var result = new StyleImage(picture.Width, picture.Height);
        Span<double> colour = stackalloc double[3];
        for (int i = 0; i < picture.Samples.Length; i += 3)
        {
            OpponentSpace.From(picture.Samples.Slice(i, 3), colour);
            for (int channel = 0; channel < 3; channel++)
            {
                colour[channel] = ((colour[channel] - from[channel]) * gain[channel]) + to[channel];
            }

            OpponentSpace.To(colour, result.Samples.Slice(i, 3));
        }

        return result;
    }

    private static ColorMoments MomentsOf(IEnumerable<StyleImage> pictures)
    {
        var moments = new ColorMoments();
        Span<double> colour = stackalloc double[3];
        foreach (StyleImage picture in pictures)
        {
            for (int i = 0; i < picture.Samples.Length; i += 3)
            {
                OpponentSpace.From(picture.Samples.Slice(i, 3), colour);
                moments.Add(colour);
            }
        }

        return moments;
    }
}
