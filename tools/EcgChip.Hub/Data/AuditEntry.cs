using System;

namespace EcgChip.Hub.Data;

/// <summary>Who did what, when, to which record. Entries are added and never changed nor removed.</summary>
public sealed class AuditEntry
{
    /// <summary>Number of the entry.</summary>
    public long Id { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>Who; null where nobody was signed in.</summary>
    public string? UserId { get; set; }

    /// <summary>That user's name at the time, or the name that somebody tried to sign in with.</summary>
    public required string User { get; set; }

    /// <summary>What was done: one of <see cref="Security.AuditAction"/>.</summary>
    public required string Action { get; set; }

    /// <summary>To which device; null where to none.</summary>
    public long? DeviceId { get; set; }

    /// <summary>To which of its records; null where to none.</summary>
    public int? Sequence { get; set; }

    /// <summary>What else is to be known; empty when nothing.</summary>
    public required string Detail { get; set; }

    /// <summary>From which address; null where from the machine itself.</summary>
    public string? Address { get; set; }
}
