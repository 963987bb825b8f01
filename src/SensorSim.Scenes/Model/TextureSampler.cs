namespace SensorSim.Scenes.Model;

/// <summary>How a texture is sampled.</summary>
/// <param name="MagLinear">Linear magnification, else nearest.</param>
/// <param name="MinLinear">Linear within a mip level, else nearest.</param>
/// <param name="Mip">Filter between mip levels.</param>
/// <param name="WrapU">Addressing along u.</param>
/// <param name="WrapV">Addressing along v.</param>
public sealed record TextureSampler(bool MagLinear, bool MinLinear, MipFilter Mip, TextureWrap WrapU, TextureWrap WrapV)
{
    /// <summary>What a texture without a sampler gets: trilinear, repeating.</summary>
    public static TextureSampler Default { get; } = new(true, true, MipFilter.Linear, TextureWrap.Repeat, TextureWrap.Repeat);
}
