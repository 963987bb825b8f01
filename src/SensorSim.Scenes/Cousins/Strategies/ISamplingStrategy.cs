namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>How the draws of one sample relate to those of the others. A pure function of the sample's index.</summary>
public interface ISamplingStrategy
{
    /// <summary>One place for each draw, in the order of the sample space.</summary>
    DrawPlace[] PlacesOf(long sample);
}
