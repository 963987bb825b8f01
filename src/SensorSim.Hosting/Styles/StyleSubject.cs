using SensorSim.Datasets;
using SensorSim.Hosting.Records;
using SensorSim.Hosting.Runs;
using SensorSim.Signals;
using SensorSim.Style;

namespace SensorSim.Hosting.Styles;

/// <summary>What a style is given of a frame, and what becomes of the frame with what it gives back.</summary>
internal abstract class StyleSubject
{
    public abstract StyleImage Image { get; }

    public abstract StyledOutcome With(StyleImage styled);

    /// <summary>The output that a style of some stage is given.</summary>
    public static string GivenAt(string stage) => stage == StyleRecord.BeforeSensor ? StyledOutcome.Light : StyledOutcome.Picture;

    /// <param name="stage">Where the style acts, as records say it.</param>
    /// <param name="record">The frame's.</param>
    /// <param name="read">An output's plane by its name.</param>
    /// <param name="sensors">Of a style in front of the sensor.</param>
    public static StyleSubject Of(string stage, FrameRecord record, Func<string, PixelPlane> read, SensorReplay? sensors) => stage == StyleRecord.BeforeSensor
        ? new Light(record, read(GivenAt(stage)), sensors ?? throw new InvalidOperationException("A style in front of the sensor needs a device for the sensor."))
        : new Picture(read(GivenAt(stage)));

    private sealed class Picture(PixelPlane before) : StyleSubject
    {
        public override StyleImage Image { get; } = Pictures.ToStyle(before);

        public override StyledOutcome With(StyleImage styled)
        {
            PixelPlane after = Pictures.ToPlane(styled, before.SampleType);
            return new(before, after, new Dictionary<string, PixelPlane>(StringComparer.Ordinal) { [StyledOutcome.Picture] = after });
        }
    }

    private sealed class Light : StyleSubject
    {
        private readonly FrameRecord _record;
        private readonly SensorReplay _sensors;
        private readonly FrameJob _job;
        private readonly ExposedLight _light;

        public Light(FrameRecord record, PixelPlane radiance, SensorReplay sensors)
        {
            (_record, _sensors, _job) = (record, sensors, sensors.JobOf(record));
            _light = new(radiance, _job.DisplayPerNit);
        }

        public override StyleImage Image => _light.Picture;

        public override StyledOutcome With(StyleImage styled)
        {
            PixelPlane after = _light.LightOf(styled);
            (IReadOnlyDictionary<string, PixelPlane> planes, string? rejected) = _sensors.Expose(_record, _job, after);
            return new(Pictures.ToPlane(_light.Picture, SampleType.UInt16), Pictures.ToPlane(styled, SampleType.UInt16), new Dictionary<string, PixelPlane>(planes, StringComparer.Ordinal) { [StyledOutcome.Light] = after })
            {
                Rejected = rejected,
            };
        }
    }
}
