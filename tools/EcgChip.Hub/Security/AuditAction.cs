namespace EcgChip.Hub.Security;

/// <summary>What the audit trail tells of.</summary>
public static class AuditAction
{
    /// <summary>Somebody signed in.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>Somebody tried to and was refused.</summary>
    public const string SignInRefused = "sign-in-refused";

    /// <summary>A recording was looked at.</summary>
    public const string Viewed = "viewed";

    /// <summary>The list of recordings was looked at.</summary>
    public const string Listed = "listed";

    /// <summary>A recording was judged.</summary>
    public const string Reviewed = "reviewed";

    /// <summary>A recording left the hub in some format.</summary>
    public const string Exported = "exported";

    /// <summary>Corrections of many recordings left the hub.</summary>
    public const string CorrectionsExported = "corrections-exported";

    /// <summary>A device was enrolled, or its village or key changed.</summary>
    public const string Enrolled = "enrolled";

    /// <summary>The key of a device's link was given out.</summary>
    public const string LinkKeyGiven = "link-key-given";

    /// <summary>A record was refused.</summary>
    public const string Refused = "refused";

    /// <summary>A user was made.</summary>
    public const string UserAdded = "user-added";

    /// <summary>A user's roles, lock or invitation changed.</summary>
    public const string UserChanged = "user-changed";

    /// <summary>A user set a password.</summary>
    public const string PasswordSet = "password-set";

    /// <summary>The audit trail was looked at.</summary>
    public const string AuditRead = "audit-read";
}
