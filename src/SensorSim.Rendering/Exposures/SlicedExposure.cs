using SensorSim.Cameras;
using SensorSim.Randomness;
using SensorSim.Rendering.Flicker;
using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Exposures;

/// <summary>
/// The exposure of one camera, cut into slices of equal length: at least two for each pixel that anything seen moves while rows are open, up to the
/// image's diagonal, and enough points of the aperture to fill the largest blur disc. Each slice is rendered at one instant, drawn at random within it; lights are
/// integrated exactly over the part of it in which a row is open. A slice renders only rows that are open in it, and of them only pixels that may
/// change during the exposure; the others are rendered once for all slices.
/// </summary>
public sealed class SlicedExposure
{
    /// <summary>Of a long way. A short one has up to four times as many, because its few random instants would show.</summary>
    private const double SlicesPerPixel = 2;

    private const int SlicesOfShortWay = 64;

    /// <summary>Instants at which motion is looked at.</summary>
    private const int Probes = 9;

    /// <summary>Slices of a scene in which only lamps move.</summary>
    private const int SlicesOfMovingLight = 16;

    /// <summary>Slices that smooth edges by themselves, each with one sample of a pixel at another place.</summary>
    private const int SmoothSlices = 256;

    private const int FewestThroughLens = 64;
    private const int MostThroughLens = 1024;

    private readonly SceneInstance _cousin;
    private readonly ExposedCamera _camera;
    private readonly CameraIntrinsics _image;
    private readonly SliceTimes _times;
    private readonly bool _mayBeParts;
    private readonly PixelRectangle _changing;

    /// <param name="cousin">At the instant of the labels.</param>
    /// <param name="camera">The camera.</param>
    /// <param name="rendersWhole">Whether each slice renders the whole image, whatever may change in it.</param>
    public SlicedExposure(SceneInstance cousin, ExposedCamera camera, bool rendersWhole = false)
    {
        ArgumentNullException.ThrowIfNull(cousin);
        ArgumentNullException.ThrowIfNull(camera);
        (_cousin, _camera, _image) = (cousin, camera, camera.In(cousin).Intrinsics);
        var whole = new SliceTimes(camera.Exposure, _image.Height, 1);
        SceneInstance[] instants = cousin.Motion is { Moves: true } ? [.. Enumerable.Range(0, Probes).Select(i => cousin.At(whole.At((double)i / (Probes - 1))))] : [cousin];
        CameraView[] views = [.. instants.Select(camera.In)];
        Count = CountSlices(instants, views);
        _times = new(camera.Exposure, _image.Height, Count);
        _mayBeParts = Count > 0 && !rendersWhole && ChangingPixels.MayBeParts(cousin, _image);
        _changing = _mayBeParts && camera.Lens is null ? ChangingPixels.Of(instants, views) : Whole;
    }

    /// <summary>How many slices; 0 when the image at one instant is all there is to see.</summary>
    public int Count { get; }

    /// <summary>Samples of a pixel that a slice needs: one where every row has enough slices, else null, the renderer's setting.</summary>
    public int? Samples => _times.InEachRow >= SmoothSlices ? 1 : null;

    private PixelRectangle Whole => new(0, 0, _image.Width, _image.Height);

    /// <summary>The slices of several cameras; those of equal exposures share their instants. A camera's slices are the same in any company.</summary>
    /// <param name="exposures">In the order of the request's views; those without slices have no part.</param>
    /// <param name="flicker">The radiance layers.</param>
    /// <param name="random">The step's numbers.</param>
    public static IEnumerable<ExposureSlice> Together(IReadOnlyList<SlicedExposure> exposures, FlickerLayers flicker, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(exposures);
        var alike = exposures.Where(exposure => exposure.Count > 0).GroupBy(exposure => (exposure._times.Instants, exposure.Samples));
        return alike.SelectMany(group => Of([.. group])).Where(slice => slice.Views.Any(view => view is not null));

        IEnumerable<ExposureSlice> Of(SlicedExposure[] group)
        {
            SceneInstance still = group[0].InstanceOf(0, random);
            yield return new(still, ViewsOf(group, exposure => exposure.StillView(still, flicker)));
            for (int i = 0; i < group[0].Count; i++)
            {
                SceneInstance instance = group[0].InstanceOf(i, random);
                yield return new(instance, ViewsOf(group, exposure => exposure.ViewOf(i, instance, flicker, random))) { Samples = group[0].Samples };
            }
        }

        SliceView?[] ViewsOf(SlicedExposure[] group, Func<SlicedExposure, SliceView?> view) =>
            [.. exposures.Select(exposure => group.Contains(exposure) ? view(exposure) : null)];
    }

    private SceneInstance InstanceOf(int index, RandomStream random) => _cousin.At(_times.At(index + Fraction(random.Draw((uint)index).X)));

    // Light adds up: what stands still under lamps that flicker is one image with the sum of the slices' weights.
    private SliceView? StillView(SceneInstance instance, FlickerLayers flicker) => _changing == Whole
        ? null
        : new(_camera.In(instance), flicker.RowWeights(_camera.Exposure, _image.Height)) { Omitted = _changing };

    private SliceView? ViewOf(int index, SceneInstance instance, FlickerLayers flicker, RandomStream random)
    {
        (int first, int end) = _times.OpenRows(index);
        PixelRectangle part = _mayBeParts ? _changing.Rows(first, end) : _changing;
        if (part.IsEmpty || first == end)
        {
            return null;
        }

        UInt4 seeds = random.Draw(uint.MaxValue);
        CameraView view = _camera.In(instance);
        ImagePoint shift = Samples == 1 ? new(0.5 - Point(index, 0, seeds.X), 0.5 - Point(index, 1, seeds.Y)) : default;
        AperturePoint? aperture = _camera.Lens?.Point(Point(index, 2, seeds.Z), Point(index, 3, seeds.W));
        double[] weights = _times.Weights(index, flicker.Layers);
        if (!view.Intrinsics.Projection.KeepsLines)
        {
            return new(view, weights) { Aperture = aperture, SampleShift = shift };
        }

        view = Jittered(view, shift);
        return new(aperture is null ? view : _camera.Lens!.Through(view, aperture), weights) { Part = part == Whole ? null : part };
    }

    // Runs of neighbouring slices fill pixel and aperture evenly: what is seen at one end of the exposure is as smooth as the whole.
    private static double Point(int index, int dimension, uint seed) => SobolSequence.Coordinate((uint)index, dimension, seed);

    private static double Fraction(uint bits) => bits / 4294967296.0;

    // Slices add up to an image: a place of its own within the pixel for each of them smooths edges without further samples.
    private static CameraView Jittered(CameraView view, ImagePoint shift)
    {
        CameraIntrinsics k = view.Intrinsics;
        return view with { Intrinsics = k with { Cx = k.Cx - shift.X, Cy = k.Cy - shift.Y } };
    }

    private int CountSlices(SceneInstance[] instants, CameraView[] views)
    {
        double way = 0;
        bool isLightMoving = false;
        for (int i = 1; i < instants.Length; i++)
        {
            way += ScreenMotion.Pixels(instants[i - 1], views[i - 1], instants[i], views[i]);
            isLightMoving |= _cousin.Lamps.Any(lamp => instants[i].NodeToWorld[lamp.Node] != instants[i - 1].NodeToWorld[lamp.Node]);
        }

        way = Math.Min(way, Math.Sqrt(((double)_image.Width * _image.Width) + ((double)_image.Height * _image.Height))); // no blur is seen longer than that
        int moving = way > 0 ? (int)Math.Ceiling(Math.Max(SlicesPerPixel * way, Math.Min(4 * SlicesPerPixel * way, SlicesOfShortWay)) - 1e-6) : 0;
        return Math.Max(Math.Max(moving, isLightMoving ? SlicesOfMovingLight : 0), _camera.Lens is { } lens ? SlicesThrough(lens, views[0]) : 0);
    }

    private int SlicesThrough(ThinLens lens, CameraView view)
    {
        (double nearest, double farthest) = ScreenMotion.Depths(_cousin, view);
        double disc = Math.Max(lens.BlurPixels(nearest, view.Intrinsics), lens.BlurPixels(farthest, view.Intrinsics));
        return disc == 0 ? 0 : (int)Math.Clamp(Math.PI / 4 * disc * disc, FewestThroughLens, MostThroughLens);
    }
}
