namespace SensorSim.Vulkan.Pipelines;

/// <summary>How a new value is compared with the stored one.</summary>
public enum CompareOperation
{
    Never = 0,
    Less = 1,
    Equal = 2,
    LessOrEqual = 3,
    Greater = 4,
    NotEqual = 5,
    GreaterOrEqual = 6,
    Always = 7,
}
