namespace EcgChip.Records
{
    /// <summary>How closely a scan looks.</summary>
    public enum LogCheck
    {
        /// <summary>
        /// Headers of all segments, payloads of the newest alone: what a start needs to go on appending. The payloads of older segments
        /// were checked while they were the newest.
        /// </summary>
        NewestPayloads = 0,

        /// <summary>All payloads: some 1,300 instructions a byte on the chip, so about 25 s for 3 MB.</summary>
        AllPayloads = 1,

        /// <summary>Headers alone: what it takes to find a record.</summary>
        Headers = 2,
    }
}
