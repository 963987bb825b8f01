namespace SensorSim.Restyles;

/// <summary>A restyle that leaves everything where it is: labels stay true.</summary>
/// <param name="Name">A word for tables.</param>
/// <param name="Apply">The picture, its ids, a picture of elsewhere, and random numbers → the restyled picture.</param>
internal sealed record GoodRestyle(string Name, Func<Picture, ushort[], Picture, Dice, Picture> Apply)
{
    public static IReadOnlyList<GoodRestyle> All { get; } =
    [
        new("none", (picture, _, _, _) => picture.Copy()),
        new("recolour", (picture, ids, _, dice) => Recolour(picture, ids, dice)),
        new("texture", (picture, ids, _, dice) => Texture(picture, ids, dice)),
        new("stripes", (picture, ids, _, dice) => Stripes(picture, ids, dice)),
        new("gamma", (picture, _, _, dice) => Gamma(picture, dice)),
        new("white balance", (picture, _, _, dice) => WhiteBalance(picture, dice)),
        new("noise", (picture, _, _, dice) => Noise(picture, dice)),
        new("blur", (picture, _, _, dice) => Blur(picture, dice)),
        new("relight", (picture, _, _, dice) => Relight(picture, dice)),
        new("transfer", (picture, _, other, _) => Transfer(picture, other)),
        new("recolour + relight + noise", (picture, ids, _, dice) => Noise(Relight(Recolour(picture, ids, dice), dice), dice)),
        new("texture + gamma + blur", (picture, ids, _, dice) => Blur(Gamma(Texture(picture, ids, dice), dice), dice)),
    ];

    // Each object an affine colour map of its own.
    private static Picture Recolour(Picture picture, ushort[] ids, Dice dice) => picture.Map((k, i) =>
        (picture.Channels[k][i] * dice.Between(0.75f, 1.3f, (uint)k, ids[i])) + dice.Between(-0.06f, 0.06f, 10 + (uint)k, ids[i]));

    // Noise of one octave, another on each object, 0.03 to 0.06 strong.
    private static Picture Texture(Picture picture, ushort[] ids, Dice dice)
    {
        float[][] octaves = [.. new[] { 1.2f, 2.5f, 5f }.Select((sigma, k) => Octave(picture.Width, picture.Height, sigma, dice, 20 + (uint)k))];
        return picture.Map((k, i) => picture.Channels[k][i] + (dice.Between(0.03f, 0.06f, 30, ids[i]) * (0.5f + picture.Light(i)) * octaves[dice.Below(3, 31, ids[i])][i]));
    }

    private static float[] Octave(int width, int height, float sigma, Dice dice, uint stream)
    {
        float[] noise = [.. Enumerable.Range(0, width * height).Select(i => dice.Normal((uint)i, stream))];
        float[] fine = Blurs.Gaussian(noise, width, height, sigma), coarse = Blurs.Gaussian(noise, width, height, 2 * sigma);
        float[] band = [.. fine.Zip(coarse, (f, c) => f - c)];
        float rms = MathF.Sqrt(band.Average(value => value * value));
        return [.. band.Select(value => value / rms)];
    }

    // Each object stripes of its own direction, width (5 to 30 px), colour and strength (up to 0.08).
    private static Picture Stripes(Picture picture, ushort[] ids, Dice dice) => picture.Map((k, i) =>
    {
        ushort id = ids[i];
        float angle = dice.Between(0, MathF.PI, 40, id), wave = dice.Between(5, 30, 41, id), strength = dice.Between(0.03f, 0.08f, 42, id) * dice.Between(0.5f, 1, 43 + (uint)k, id);
        float along = (i % picture.Width * MathF.Cos(angle)) + (i / picture.Width * MathF.Sin(angle));
        return picture.Channels[k][i] + (strength * (0.5f + picture.Light(i)) * MathF.Sin(2 * MathF.PI * along / wave));
    });

    private static Picture Gamma(Picture picture, Dice dice) => picture.Map((k, i) => MathF.Pow(Math.Clamp(picture.Channels[k][i], 0, 1), dice.Between(0.65f, 1.5f, 50)));

    private static Picture WhiteBalance(Picture picture, Dice dice) => picture.Map((k, i) => picture.Channels[k][i] * dice.Between(0.75f, 1.3f, 60 + (uint)k));

    private static Picture Noise(Picture picture, Dice dice) => picture.Map((k, i) => picture.Channels[k][i] + (dice.Between(0.01f, 0.03f, 70) * dice.Normal((uint)i, 71 + (uint)k)));

    private static Picture Blur(Picture picture, Dice dice)
    {
        float[][] blurred = [.. picture.Channels.Select(channel => Blurs.Gaussian(channel, picture.Width, picture.Height, dice.Between(0.5f, 1, 80)))];
        return picture.Map((k, i) => blurred[k][i]);
    }

    // Light that falls off across the image, and a soft spot.
    private static Picture Relight(Picture picture, Dice dice)
    {
        float angle = dice.Between(0, 2 * MathF.PI, 90), slope = dice.Between(0.1f, 0.4f, 91), spot = dice.Between(-0.3f, 0.3f, 92);
        float cx = dice.Between(0, 1, 93), cy = dice.Between(0, 1, 94), size = dice.Between(0.4f, 0.8f, 95);
        return picture.Map((k, i) =>
        {
            float x = (float)(i % picture.Width) / picture.Width, y = (float)(i / picture.Width) / picture.Height;
            float distance = (((x - cx) * (x - cx)) + ((y - cy) * (y - cy))) / (2 * size * size);
            return picture.Channels[k][i] * MathF.Exp((slope * (((x - 0.5f) * MathF.Cos(angle)) + ((y - 0.5f) * MathF.Sin(angle))) * 2) + (spot * MathF.Exp(-distance)));
        });
    }

    // Mean and spread of each channel of an opponent space, as Reinhard's transfer.
    private static Picture Transfer(Picture picture, Picture other)
    {
        Picture from = Opponent(picture), to = Opponent(other);
        float[] scale = new float[3], shift = new float[3];
        for (int k = 0; k < 3; k++)
        {
            float ma = from.Channels[k].Average(), mb = to.Channels[k].Average();
            float sa = MathF.Sqrt(from.Channels[k].Average(v => (v - ma) * (v - ma))), sb = MathF.Sqrt(to.Channels[k].Average(v => (v - mb) * (v - mb)));
            scale[k] = Math.Clamp(sb / sa, 0.6f, 1.7f);
            shift[k] = mb - (scale[k] * ma);
        }

        Picture moved = from.Map((k, i) => (from.Channels[k][i] * scale[k]) + shift[k]);
        return moved.Map((k, i) => MathF.Exp(k switch
        {
            0 => moved.Channels[0][i] + moved.Channels[1][i] + moved.Channels[2][i],
            1 => moved.Channels[0][i] + moved.Channels[1][i] - moved.Channels[2][i],
            _ => moved.Channels[0][i] - (2 * moved.Channels[1][i]),
        }) - 0.05f);
    }

    private static Picture Opponent(Picture picture) => picture.Map((k, i) =>
    {
        float r = LogOf(picture, 0, i), g = LogOf(picture, 1, i), b = LogOf(picture, 2, i);
        return k switch { 0 => (r + g + b) / 3, 1 => (r + g - (2 * b)) / 6, _ => (r - g) / 2 };
    });

    private static float LogOf(Picture picture, int k, int i) => MathF.Log(0.05f + Math.Clamp(picture.Channels[k][i], 0, 1));
}
