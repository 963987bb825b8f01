namespace SensorSim.Datasets.Storage;

/// <summary>The keypoints that one object has in every frame.</summary>
/// <param name="InstanceId">The object's id.</param>
/// <param name="Name">The object's name.</param>
/// <param name="CategoryId">Its category; 0 = unlabelled.</param>
/// <param name="Keypoints">Names, in the order of the records.</param>
/// <param name="Edges">Bones: pairs of places in that list, from 0, the parent first.</param>
public sealed record DatasetSkeleton(int InstanceId, string Name, int CategoryId, IReadOnlyList<string> Keypoints, IReadOnlyList<IReadOnlyList<double>> Edges);
