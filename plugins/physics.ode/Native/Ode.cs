using System.Runtime.InteropServices;

namespace SensorSim.Plugins.PhysicsOde.Native;

/// <summary>The part of ODE 0.16 (Debian package libode8) that worlds need. Rules are those of ode/ode.h.</summary>
internal static unsafe partial class Ode
{
    public const string Library = "libode.so.8";

    public const int LowStop = 0;
    public const int HighStop = 1;
    public const int Speed = 2;
    public const int LargestForce = 5;
    public const int Softness = 8;

    /// <summary>What the axis of a motor is fixed to.</summary>
    public const int FirstBody = 1;

    [LibraryImport(Library, EntryPoint = "dCheckConfiguration", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int CheckConfiguration(string extension);

    [LibraryImport(Library, EntryPoint = "dInitODE2")]
    public static partial int Initialize(uint flags);

    [LibraryImport(Library, EntryPoint = "dAllocateODEDataForThread")]
    public static partial int AllocateDataForThread(uint flags);

    [LibraryImport(Library, EntryPoint = "dRandSetSeed")]
    public static partial void SeedRandom(nuint seed);

    [LibraryImport(Library, EntryPoint = "dWorldCreate")]
    public static partial nint CreateWorld();

    [LibraryImport(Library, EntryPoint = "dWorldDestroy")]
    public static partial void DestroyWorld(nint world);

    [LibraryImport(Library, EntryPoint = "dWorldSetGravity")]
    public static partial void SetGravity(nint world, double x, double y, double z);

    [LibraryImport(Library, EntryPoint = "dWorldSetERP")]
    public static partial void SetErrorReduction(nint world, double share);

    [LibraryImport(Library, EntryPoint = "dWorldSetContactSurfaceLayer")]
    public static partial void SetContactLayer(nint world, double depth);

    [LibraryImport(Library, EntryPoint = "dWorldSetContactMaxCorrectingVel")]
    public static partial void SetCorrectingSpeed(nint world, double speed);

    [LibraryImport(Library, EntryPoint = "dWorldSetQuickStepNumIterations")]
    public static partial void SetIterations(nint world, int count);

    [LibraryImport(Library, EntryPoint = "dWorldSetQuickStepW")]
    public static partial void SetOverRelaxation(nint world, double factor);

    [LibraryImport(Library, EntryPoint = "dWorldQuickStep")]
    public static partial int Step(nint world, double seconds);

    [LibraryImport(Library, EntryPoint = "dBodyCreate")]
    public static partial nint CreateBody(nint world);

    [LibraryImport(Library, EntryPoint = "dBodySetMass")]
    public static partial void SetMass(nint body, Mass* mass);

    [LibraryImport(Library, EntryPoint = "dMassSetParameters")]
    public static partial void SetMassParameters(Mass* mass, double kilograms, double x, double y, double z, double xx, double yy, double zz, double xy, double xz, double yz);

    [LibraryImport(Library, EntryPoint = "dBodySetKinematic")]
    public static partial void SetKinematic(nint body);

    [LibraryImport(Library, EntryPoint = "dBodySetFiniteRotationMode")]
    public static partial void SetFiniteRotation(nint body, int isFinite);

    [LibraryImport(Library, EntryPoint = "dBodySetPosition")]
    public static partial void SetPosition(nint body, double x, double y, double z);

    [LibraryImport(Library, EntryPoint = "dBodySetQuaternion")]
    public static partial void SetRotation(nint body, Vector4* quaternion);

    [LibraryImport(Library, EntryPoint = "dBodySetLinearVel")]
    public static partial void SetLinearVelocity(nint body, double x, double y, double z);

    [LibraryImport(Library, EntryPoint = "dBodySetAngularVel")]
    public static partial void SetAngularVelocity(nint body, double x, double y, double z);

    [LibraryImport(Library, EntryPoint = "dBodySetGravityMode")]
    public static partial void SetGravityMode(nint body, int isFalling);

    [LibraryImport(Library, EntryPoint = "dBodyAddForce")]
    public static partial void AddForce(nint body, double x, double y, double z);

    [LibraryImport(Library, EntryPoint = "dBodyGetPosition")]
    public static partial Vector4* Position(nint body);

    [LibraryImport(Library, EntryPoint = "dBodyGetQuaternion")]
    public static partial Vector4* Rotation(nint body);

    [LibraryImport(Library, EntryPoint = "dBodyGetLinearVel")]
    public static partial Vector4* LinearVelocity(nint body);

    [LibraryImport(Library, EntryPoint = "dBodyGetAngularVel")]
    public static partial Vector4* AngularVelocity(nint body);

    [LibraryImport(Library, EntryPoint = "dBodyEnable")]
    public static partial void EnableBody(nint body);

    [LibraryImport(Library, EntryPoint = "dBodyDisable")]
    public static partial void DisableBody(nint body);

    [LibraryImport(Library, EntryPoint = "dCreateSphere")]
    public static partial nint CreateSphere(nint space, double radius);

    [LibraryImport(Library, EntryPoint = "dCreateBox")]
    public static partial nint CreateBox(nint space, double x, double y, double z);

    [LibraryImport(Library, EntryPoint = "dCreateCapsule")]
    public static partial nint CreateCapsule(nint space, double radius, double length);

    [LibraryImport(Library, EntryPoint = "dCreateCylinder")]
    public static partial nint CreateCylinder(nint space, double radius, double length);

    [LibraryImport(Library, EntryPoint = "dCreatePlane")]
    public static partial nint CreatePlane(nint space, double a, double b, double c, double d);

    [LibraryImport(Library, EntryPoint = "dCreateConvex")]
    public static partial nint CreateConvex(nint space, double* planes, uint planeCount, double* points, uint pointCount, uint* polygons);

    [LibraryImport(Library, EntryPoint = "dGeomTriMeshDataCreate")]
    public static partial nint CreateMeshData();

    [LibraryImport(Library, EntryPoint = "dGeomTriMeshDataDestroy")]
    public static partial void DestroyMeshData(nint data);

    [LibraryImport(Library, EntryPoint = "dGeomTriMeshDataBuildDouble")]
    public static partial void BuildMeshData(nint data, double* vertices, int vertexStride, int vertexCount, uint* indices, int indexCount, int triangleStride);

    [LibraryImport(Library, EntryPoint = "dGeomTriMeshDataPreprocess2")]
    public static partial int PreprocessMesh(nint data, uint flags, nint settings);

    [LibraryImport(Library, EntryPoint = "dCreateTriMesh")]
    public static partial nint CreateMesh(nint space, nint data, nint callback, nint arrayCallback, nint rayCallback);

    [LibraryImport(Library, EntryPoint = "dGeomDestroy")]
    public static partial void DestroyGeometry(nint geometry);

    [LibraryImport(Library, EntryPoint = "dGeomSetBody")]
    public static partial void SetBody(nint geometry, nint body);

    [LibraryImport(Library, EntryPoint = "dGeomSetPosition")]
    public static partial void SetGeometryPosition(nint geometry, double x, double y, double z);

    [LibraryImport(Library, EntryPoint = "dGeomSetQuaternion")]
    public static partial void SetGeometryRotation(nint geometry, Vector4* quaternion);

    [LibraryImport(Library, EntryPoint = "dGeomSetOffsetPosition")]
    public static partial void SetOffsetPosition(nint geometry, double x, double y, double z);

    [LibraryImport(Library, EntryPoint = "dGeomSetOffsetQuaternion")]
    public static partial void SetOffsetRotation(nint geometry, Vector4* quaternion);

    [LibraryImport(Library, EntryPoint = "dGeomGetAABB")]
    public static partial void Bounds(nint geometry, double* bounds);

    [LibraryImport(Library, EntryPoint = "dCollide")]
    public static partial int Collide(nint first, nint second, int flags, ContactGeometry* contacts, int stride);

    [LibraryImport(Library, EntryPoint = "dJointGroupCreate")]
    public static partial nint CreateGroup(int unused);

    [LibraryImport(Library, EntryPoint = "dJointGroupDestroy")]
    public static partial void DestroyGroup(nint group);

    [LibraryImport(Library, EntryPoint = "dJointGroupEmpty")]
    public static partial void EmptyGroup(nint group);

    [LibraryImport(Library, EntryPoint = "dJointCreateContact")]
    public static partial nint CreateContact(nint world, nint group, ContactPoint* contact);

    [LibraryImport(Library, EntryPoint = "dJointCreateBall")]
    public static partial nint CreateBall(nint world, nint group);

    [LibraryImport(Library, EntryPoint = "dJointCreateHinge")]
    public static partial nint CreateHinge(nint world, nint group);

    [LibraryImport(Library, EntryPoint = "dJointCreateSlider")]
    public static partial nint CreateSlider(nint world, nint group);

    [LibraryImport(Library, EntryPoint = "dJointCreateFixed")]
    public static partial nint CreateFixed(nint world, nint group);

    [LibraryImport(Library, EntryPoint = "dJointCreateAMotor")]
    public static partial nint CreateAngularMotor(nint world, nint group);

    [LibraryImport(Library, EntryPoint = "dJointSetAMotorNumAxes")]
    public static partial void SetAngularMotorAxes(nint joint, int count);

    [LibraryImport(Library, EntryPoint = "dJointSetAMotorAxis")]
    public static partial void SetAngularMotorAxis(nint joint, int place, int fixedTo, double x, double y, double z);

    [LibraryImport(Library, EntryPoint = "dJointSetAMotorParam")]
    public static partial void SetAngularMotorParameter(nint joint, int parameter, double value);

    [LibraryImport(Library, EntryPoint = "dJointCreateLMotor")]
    public static partial nint CreateLinearMotor(nint world, nint group);

    [LibraryImport(Library, EntryPoint = "dJointSetLMotorNumAxes")]
    public static partial void SetLinearMotorAxes(nint joint, int count);

    [LibraryImport(Library, EntryPoint = "dJointSetLMotorAxis")]
    public static partial void SetLinearMotorAxis(nint joint, int place, int fixedTo, double x, double y, double z);

    [LibraryImport(Library, EntryPoint = "dJointSetLMotorParam")]
    public static partial void SetLinearMotorParameter(nint joint, int parameter, double value);

    [LibraryImport(Library, EntryPoint = "dJointAttach")]
    public static partial void Attach(nint joint, nint first, nint second);

    [LibraryImport(Library, EntryPoint = "dJointEnable")]
    public static partial void EnableJoint(nint joint);

    [LibraryImport(Library, EntryPoint = "dJointDisable")]
    public static partial void DisableJoint(nint joint);

    [LibraryImport(Library, EntryPoint = "dJointSetFeedback")]
    public static partial void SetFeedback(nint joint, JointFeedback* feedback);

    [LibraryImport(Library, EntryPoint = "dJointSetBallAnchor")]
    public static partial void SetBallAnchor(nint joint, double x, double y, double z);

    [LibraryImport(Library, EntryPoint = "dJointSetHingeAnchor")]
    public static partial void SetHingeAnchor(nint joint, double x, double y, double z);

    [LibraryImport(Library, EntryPoint = "dJointSetHingeAxis")]
    public static partial void SetHingeAxis(nint joint, double x, double y, double z);

    [LibraryImport(Library, EntryPoint = "dJointSetHingeParam")]
    public static partial void SetHingeParameter(nint joint, int parameter, double value);

    [LibraryImport(Library, EntryPoint = "dJointSetSliderAxis")]
    public static partial void SetSliderAxis(nint joint, double x, double y, double z);

    [LibraryImport(Library, EntryPoint = "dJointSetSliderParam")]
    public static partial void SetSliderParameter(nint joint, int parameter, double value);

    [LibraryImport(Library, EntryPoint = "dJointSetFixed")]
    public static partial void HoldFixed(nint joint);
}
