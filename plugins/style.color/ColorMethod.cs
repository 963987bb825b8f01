namespace SensorSim.Plugins.StyleColor;

/// <summary>How colours are carried over.</summary>
public enum ColorMethod
{
    /// <summary>Mean and spread of each channel of lαβ. E. Reinhard and others, Color Transfer between Images, IEEE CG&amp;A 21(5), 2001.</summary>
    Reinhard,

    /// <summary>The linear map between the two normal distributions that moves colours least. F. Pitié and A. Kokaram, The Linear Monge-Kantorovitch Linear Colour Mapping, CVMP 2007.</summary>
    Mkl,

    /// <summary>The distribution of each channel by itself.</summary>
    Histogram,

    /// <summary>The joint distribution, by optimal transport along turned axes. F. Pitié and others, N-Dimensional Probability Density Function Transfer, ICCV 2005; N. Bonneel and others, Sliced and Radon Wasserstein Barycenters, JMIV 51, 2015.</summary>
    SlicedTransport,
}
