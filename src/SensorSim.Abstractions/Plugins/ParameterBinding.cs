namespace SensorSim.Plugins;

/// <summary>The outcome of binding given values to a parameter record: the record, or every error at once.</summary>
/// <param name="Parameters">The record; null exactly when there are errors.</param>
/// <param name="Errors">All that is wrong, in the order the values were given.</param>
public sealed record ParameterBinding(object? Parameters, IReadOnlyList<ParameterError> Errors);
