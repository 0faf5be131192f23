namespace EcgChip.Link;

/// <summary>What kind of thing is wrong with a link.</summary>
public enum LinkFault
{
    /// <summary>There is no such port, or nobody listens there.</summary>
    NotThere,

    /// <summary>The port is there and cannot be had.</summary>
    InUse,

    /// <summary>The other end has closed it.</summary>
    Closed,

    /// <summary>Nothing answers, or nothing that is a device.</summary>
    NoAnswer,

    /// <summary>The device records, or finishes a recording.</summary>
    Busy,

    /// <summary>The device refuses what it was asked.</summary>
    Refused,

    /// <summary>The device refuses because the key is another than its own, or it wants one first.</summary>
    WrongKey,

    /// <summary>The device has no such record any more.</summary>
    NoRecord,
}
