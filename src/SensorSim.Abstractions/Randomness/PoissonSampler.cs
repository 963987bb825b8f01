namespace SensorSim.Randomness;

/// <summary>
/// Poisson counts from addressed random integers: the twin, step for step, of <c>random_poisson</c> in
/// <c>shaders/common/random.glsl</c>. Below a mean of 10 by inversion; to 10⁴ by transformed rejection (PTRS; Hörmann, "The
/// transformed rejection method for generating Poisson random variables", 1993); above that a rounded normal with the right skewness.
/// </summary>
public static class PoissonSampler
{
    /// <summary>Blocks that one count may use, from its first block on.</summary>
    public const uint Blocks = 16;

    private const double InversionLimit = 10;
    private const double NormalLimit = 1e4;

    /// <summary>A Poisson count with the given mean; 0 for a mean that is not positive.</summary>
    public static double Draw(in RandomStream random, uint firstBlock, double mean)
    {
        if (!(mean > 0))
        {
            return 0;
        }

        return mean < InversionLimit ? Invert(random.Draw(firstBlock), mean)
            : mean <= NormalLimit ? Reject(random, firstBlock, mean)
            : RoundNormal(random.Draw(firstBlock), mean);
    }

    // Ends where the remaining probability is below the 24 bits of the uniform: a sum that misses 1 by a rounding must not run away.
    private static double Invert(UInt4 bits, double mean)
    {
        double remaining = RandomStream.Uniform(bits.X), probability = Math.Exp(-mean);
        int count = 0;
        for (remaining -= probability; remaining > 0 && (count < mean || probability > 1.5e-8) && count < 64; remaining -= probability)
        {
            count++;
            probability *= mean / count;
        }

        return count;
    }

    private static double Reject(in RandomStream random, uint firstBlock, double mean)
    {
        var hat = TransformedRejection.For(mean);
        for (uint block = 0; block < Blocks; block++)
        {
            UInt4 bits = random.Draw(firstBlock + block);
            if (hat.Accepts(bits.X, bits.Y, out double count) || hat.Accepts(bits.Z, bits.W, out count))
            {
                return count;
            }
        }

        return Math.Floor(mean + 0.5);
    }

    // The quadratic term (Cornish and Fisher) gives the skewness 1/√λ that a plain normal lacks.
    private static double RoundNormal(UInt4 bits, double mean)
    {
        double z = NormalSampler.Pair(bits.X, bits.Y).First;
        return Math.Max(0, Math.Floor(mean + (Math.Sqrt(mean) * z) + (((z * z) - 1) / 6) + 0.5));
    }
}
