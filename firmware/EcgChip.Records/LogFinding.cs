namespace EcgChip.Records
{
    /// <summary>What one step of a scan came upon.</summary>
    public enum LogFinding
    {
        /// <summary>Nothing yet.</summary>
        None = 0,

        /// <summary>A record whose payload is sound.</summary>
        Record = 1,

        /// <summary>A record whose header is sound; its payload was not looked at.</summary>
        UncheckedRecord = 2,

        /// <summary>A record whose payload was changed since it was written.</summary>
        DamagedRecord = 3,

        /// <summary>A record that was not written to its end, as after a power cut.</summary>
        TornRecord = 4,

        /// <summary>Bytes in which no entry can be made out.</summary>
        Unreadable = 5,

        /// <summary>A segment that is not this log's, or a newer version's. It is left alone.</summary>
        ForeignSegment = 6,
    }
}
