namespace SensorSim.Plugins;

/// <summary>A parameter record with rules that types and ranges cannot say: how many numbers a table has, which of two is larger.</summary>
public interface ICheckedParameters
{
    /// <summary>What is wrong with the record as a whole, each with the parameter that it is about; none when all is well.</summary>
    IEnumerable<ParameterError> Check();
}
