namespace EcgChip.Hub.Security;

/// <summary>What a user may be. Nobody is anything that was not given: an administrator sees no recording, a doctor enrols no device.</summary>
public static class Roles
{
    /// <summary>Collects records from devices and brings them here.</summary>
    public const string FieldWorker = "FieldWorker";

    /// <summary>Sees recordings and judges them.</summary>
    public const string Doctor = "Doctor";

    /// <summary>Enrols devices, makes users, reads the audit trail.</summary>
    public const string Administrator = "Administrator";

    /// <summary>All of them.</summary>
    public static readonly string[] All = [FieldWorker, Doctor, Administrator];
}
