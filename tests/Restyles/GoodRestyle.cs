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
        new("wash", (picture, _, _, dice) => Wash(picture, dice)),
        new("transfer", (picture, _, other, _) => Transfer(picture, other)),
        new("recolour + relight + noise", (picture, ids, _, dice) => Noise(Relight(Recolour(picture, ids, dice), dice), dice)),
        new("texture + gamma + blur", (picture, ids, _, dice) => Blur(Gamma(Texture(picture, ids, dice), dice), dice)),
    ];

    // Each object an affine colour map of its own, under which its bright parts stay within range; drawn again where it hides the object: that would be an erasure.
    private static Picture Recolour(Picture picture, ushort[] ids, Dice dice)
    {
        float[][] bright = [.. picture.Channels.Select(channel => BrightOf(channel, ids))];
        uint[] draws = [.. Enumerable.Range(0, bright[0].Length).Select(id => (uint)id)];
        Picture made = Recoloured(picture, ids, bright, draws, dice);
        for (int round = 0; round < 20 && HiddenOutlines.Of(picture, made, ids) is { Count: > 0 } hidden; round++)
        {
            foreach (ushort id in hidden)
                draws[id] += ushort.MaxValue + 1;
            made = Recoloured(picture, ids, bright, draws, dice);
        }

        return made;
    }

    private static Picture Recoloured(Picture picture, ushort[] ids, float[][] bright, uint[] draws, Dice dice)
    {
        float[][] offsets = [.. bright.Select((_, k) => draws.Select(draw => dice.Between(-0.06f, 0.06f, 10 + (uint)k, draw)).ToArray())];
        float[][] gains = [.. bright.Select((own, k) => draws.Select((draw, id) => own[id] > 0 ? Math.Min(dice.Between(0.75f, 1.3f, (uint)k, draw), (0.98f - offsets[k][id]) / own[id]) : 1).ToArray())];
        return picture.Map((k, i) => (picture.Channels[k][i] * gains[k][ids[i]]) + offsets[k][ids[i]]);
    }

    // What one pixel in twenty of each object exceeds.
    private static float[] BrightOf(float[] channel, ushort[] ids)
    {
        float[] bright = new float[ids.Max() + 1];
        foreach (IGrouping<ushort, int> pixels in Enumerable.Range(0, ids.Length).GroupBy(i => ids[i]))
        {
            float[] sorted = [.. pixels.Select(i => channel[i]).Order()];
            bright[pixels.Key] = MathF.Max(0.05f, sorted[(int)(0.95 * (sorted.Length - 1))]);
        }

        return bright;
    }

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

    // Light that falls off across the image, and a soft spot, which brighten by a quarter at most.
    private static Picture Relight(Picture picture, Dice dice)
    {
        float angle = dice.Between(0, 2 * MathF.PI, 90), slope = dice.Between(0.1f, 0.3f, 91), spot = dice.Between(-0.3f, 0.3f, 92);
        float cx = dice.Between(0, 1, 93), cy = dice.Between(0, 1, 94), size = dice.Between(0.4f, 0.8f, 95);
        return picture.Map((k, i) =>
        {
            float x = (float)(i % picture.Width) / picture.Width, y = (float)(i / picture.Width) / picture.Height;
            float distance = (((x - cx) * (x - cx)) + ((y - cy) * (y - cy))) / (2 * size * size);
            float light = (slope * (((x - 0.5f) * MathF.Cos(angle)) + ((y - 0.5f) * MathF.Sin(angle))) * 2) + (spot * MathF.Exp(-distance));
            return picture.Channels[k][i] * MathF.Exp(light + 0.22f - slope - MathF.Max(0, spot));
        });
    }

    // Coloured light without edges, as the low frequencies of another image bring it: waves of 100 px and longer, 0.06 to 0.12 strong.
    private static Picture Wash(Picture picture, Dice dice)
    {
        const int Waves = 6;
        float strength = dice.Between(0.06f, 0.12f, 100);
        (float X, float Y, float Phase)[] waves = [.. Enumerable.Range(0, 3 * Waves).Select(n =>
        {
            float angle = dice.Between(0, MathF.PI, 101, (uint)n), scale = 2 * MathF.PI / 480 * dice.Between(0.5f, 4.8f, 102, (uint)n);
            return (scale * MathF.Cos(angle), scale * MathF.Sin(angle), dice.Between(0, 2 * MathF.PI, 103, (uint)n));
        })];
        return picture.Map((k, i) =>
        {
            float sum = 0;
            foreach ((float x, float y, float phase) in waves.AsSpan(k * Waves, Waves))
                sum += MathF.Cos((x * (i % picture.Width)) + (y * (i / picture.Width)) + phase);
            return picture.Channels[k][i] + (strength * sum / MathF.Sqrt(Waves / 2f));
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
