using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Scenes.Library.Geometry;
using SensorSim.Scenes.Model;
using Ware = SensorSim.Scenes.Library.Warehouse.ShelfFilling.Ware;

namespace SensorSim.Scenes.Library.Warehouse;

/// <summary>
/// A warehouse aisle along Z, ten metres long, between two rows of racks under three LED high-bays. Every object stands on its
/// support and none reaches into another. Lamps: ceiling_1 to ceiling_3. Cameras: camera_front, camera_side.
/// </summary>
internal sealed class WarehouseAisle
{
    private const int Bays = 3;
    private const float HallWidth = 7.2f;
    private const float HallLength = 13;
    private const float HallHeight = 4.6f;

    /// <summary>How far the parts of the hall reach into each other: where two meshes only met at an edge, background would shine through.</summary>
    private const float Overlap = 0.1f;

    private const float HalfAisle = 1.35f;
    private const double RackX = HalfAisle + (RackMeshes.Depth / 2);
    private const double FirstUprightZ = -Bays * RackMeshes.BayLength / 2;
    private const double PalletHeight = 0.144;

    /// <summary>4.3 m below a lamp the floor gets 4,000 cd / 18 m² = 220 lx from it alone, and as much again from the other two.</summary>
    private const double LampCandela = 4000;

    private static readonly double[] s_deckHeights = [1.25, 2.3];

    private readonly SceneBuilder _scene = new();
    private readonly LibraryRandom _random = new("warehouse-aisle");
    private readonly WarehouseMaterials _materials;
    private readonly GoodsMeshes _goods;
    private readonly ShelfFilling _filling;
    private readonly Ware _smallCartons;
    private readonly Ware _cartons;
    private readonly Ware _bins;

    private WarehouseAisle()
    {
        _materials = new(_scene);
        _goods = new(_materials);
        _filling = new(_scene, _random);
        _smallCartons = new("box", Cartons(new(0.36f, 0.24f, 0.3f), new(0.3f, 0.3f, 0.4f)), MayStack: true);
        _cartons = new("box", Cartons(new(0.5f, 0.42f, 0.6f), new(0.6f, 0.36f, 0.46f), new(0.44f, 0.6f, 0.5f)), MayStack: true);
        _bins = new("bin", [.. _materials.Plastic.Select((m, i) => Mesh($"bin_{i + 1}", mesh => GoodsMeshes.Bin(mesh, m, new(0.6f, 0.22f, 0.4f))))], MayStack: false);
    }

    public static Scene Create()
    {
        var aisle = new WarehouseAisle();
        aisle.AddHall();
        aisle.AddRacks();
        aisle.AddShelfGoods();
        aisle.AddFloorGoods();
        aisle.AddLamps();
        aisle._scene.AddCamera("camera_front", 52, new(0.2, 1.6, 5.9), new(-0.1, 1.15, -1));
        aisle._scene.AddCamera("camera_side", 56, new(-1.0, 1.55, 2.6), new(1.7, 1.2, -0.4));
        return aisle._scene.Build("warehouse-aisle");
    }

    private void AddHall()
    {
        const float thickness = 0.2f;
        var building = new BuildingMeshes(_materials);
        const float width = HallWidth + (2 * Overlap), length = HallLength + (2 * Overlap), height = HallHeight + (2 * Overlap);
        int floor = Mesh("floor", m => BuildingMeshes.Slab(m, _materials.Concrete, new(width, thickness, length), 3));
        int ceiling = Mesh("ceiling", m => BuildingMeshes.Slab(m, _materials.CeilingPaint, new(width, thickness, length), 2));
        int side = Mesh("wall_side", m => BuildingMeshes.Slab(m, _materials.Blockwork, new(thickness, height, length), 1.2f));
        int end = Mesh("wall_end", m => BuildingMeshes.Slab(m, _materials.Blockwork, new(width, height, thickness), 1.2f));
        int girder = Mesh("girder", m => building.Girder(m, width));
        int line = Mesh("marking", m => building.Marking(m, Bays * RackMeshes.BayLength));
        int sign = Mesh("sign", building.Sign);
        _scene.AddObject("floor", floor, new(0, -thickness, 0));
        _scene.AddObject("ceiling", ceiling, new(0, HallHeight, 0));
        foreach (int s in (ReadOnlySpan<int>)[-1, 1])
        {
            _scene.AddObject("wall", side, new(s * (HallWidth + thickness) / 2, -Overlap, 0));
            _scene.AddObject("wall", end, new(0, -Overlap, s * (HallLength + thickness) / 2));
            _scene.AddObject("marking", line, new(s * (HalfAisle - 0.12), 0, 0));
            _scene.AddObject("sign", sign, new(0, 2.75, s * (HallLength - BuildingMeshes.SignThickness) / 2));
        }

        foreach (double z in (ReadOnlySpan<double>)[-5.4, -1.8, 1.8, 5.4])
        {
            // The upper flange is let into the ceiling.
            _scene.AddObject("girder", girder, new(0, HallHeight - BuildingMeshes.GirderHeight + 0.004, z));
        }
    }

    private void AddRacks()
    {
        var rack = new RackMeshes(_materials);
        int upright = Mesh("rack", rack.Upright), shelf = Mesh("shelf", rack.Shelf);
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            for (int i = 0; i <= Bays; i++)
            {
                _scene.AddObject("rack", upright, new(side * RackX, 0, FirstUprightZ + (i * RackMeshes.BayLength)));
            }

            foreach ((double z, double y) in from bay in Enumerable.Range(0, Bays) from y in s_deckHeights select (BayMiddle(bay), y))
            {
                _scene.AddObject("shelf", shelf, new(side * RackX, y, z), side < 0 ? 0 : 180);
            }
        }
    }

    private void AddShelfGoods()
    {
        foreach ((int side, int bay, int level) in from s in (int[])[-1, 1] from b in Enumerable.Range(0, Bays) from l in Enumerable.Range(0, 2) select (s, b, l))
        {
            Ware[] wares = ((bay + level + side) % 3) switch
            {
                0 => [_bins, _smallCartons],
                1 or -2 => [_cartons, _smallCartons, _cartons],
                _ => [_cartons, _bins, _smallCartons],
            };
            double clearance = level == 0 ? s_deckHeights[1] - s_deckHeights[0] - 0.14 : 1.2;
            _filling.Fill(
                $"shelf/{side}/{bay}/{level}", new(side * RackX, s_deckHeights[level], BayMiddle(bay) - (InnerLength / 2)), InnerLength, 0.96, clearance, -side, wares);
        }
    }

    private void AddFloorGoods()
    {
        int pallet = Mesh("pallet", _goods.Pallet), cart = Mesh("cart", _goods.Cart);
        int[] barrels = [.. _materials.BarrelPaint.Select((m, i) => Mesh($"barrel_{i + 1}", mesh => GoodsMeshes.Barrel(mesh, m)))];
        foreach ((int side, int bay) in from s in (int[])[-1, 1] from b in Enumerable.Range(0, Bays) select (s, b))
        {
            foreach (double offset in (ReadOnlySpan<double>)[-0.75, 0.75])
            {
                string name = $"floor/{side}/{bay}/{offset}";
                var at = new Vector3d(side * (RackX - 0.04), 0, BayMiddle(bay) + offset + _random.Between($"{name}/z", -0.06, 0.06));
                _scene.AddObject("pallet", pallet, at);
                AddLoad(name, at + new Vector3d(0, PalletHeight, 0), side, (bay + side + (offset > 0 ? 1 : 0)) % 3 == 0 ? barrels : null);
            }
        }

        _scene.AddObject("cart", cart, new(0.55, 0, 0.6), 24);
        _scene.AddObject("barrel", barrels[0], new(-0.85, 0, -5.6));
        _scene.AddObject("barrel", barrels[1], new(-0.15, 0, -5.85));
    }

    /// <summary>What stands on a pallet: two drums, or cartons.</summary>
    private void AddLoad(string name, Vector3d top, int side, int[]? barrels)
    {
        if (barrels is null)
        {
            _filling.Fill(name, top - new Vector3d(0, 0, 0.6), 1.2, 0.78, 0.95, -side, [_cartons, _cartons, _smallCartons]);
            return;
        }

        foreach (double z in (ReadOnlySpan<double>)[-0.302, 0.302])
        {
            _scene.AddObject("barrel", _random.Of($"{name}/{z}", barrels), top + new Vector3d(0, 0, z), _random.Between($"{name}/{z}/yaw", 0, 360));
        }
    }

    private void AddLamps()
    {
        const double drop = 0.3;
        double[] places = [-3.6, 0, 3.6];
        foreach ((int i, double z) in places.Index())
        {
            string name = $"ceiling_{i + 1}";
            int fixture = Mesh($"{name}_fixture", m => new BuildingMeshes(_materials).Lamp(m, _materials.LampPanel(name), (float)drop));
            _scene.AddObject("lamp", fixture, new(0, HallHeight - drop, z));
            _scene.AddLampDown(name, Downlight, new(0, HallHeight - drop - 0.03, z));
        }
    }

    private static Light Downlight => new()
    {
        Name = "high-bay",
        Kind = LightKind.Spot,
        Color = new Vector3(1, 0.93f, 0.84f),
        Intensity = LampCandela,
        InnerConeAngle = 0.75,
        OuterConeAngle = 1.4,
    };

    private int[] Cartons(params ReadOnlySpan<Vector3> sizes)
    {
        var meshes = new List<int>();
        foreach (Vector3 size in sizes)
        {
            foreach (int material in _materials.Cardboard)
            {
                meshes.Add(Mesh($"box_{meshes.Count + 1}", mesh => GoodsMeshes.Carton(mesh, material, size)));
            }
        }

        return [.. meshes];
    }

    private int Mesh(string name, Action<MeshBuilder> build) => _scene.AddMesh(name, build);

    private static double BayMiddle(int bay) => FirstUprightZ + ((bay + 0.5) * RackMeshes.BayLength);

    private static double InnerLength => RackMeshes.BayLength - 0.14;
}
