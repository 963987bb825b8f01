namespace SensorSim.Scenes.Skeletons;

/// <summary>A bone between two keypoints of an object, by their places in its list; the parent comes first.</summary>
public readonly record struct SkeletonEdge(int From, int To);
