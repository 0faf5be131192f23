namespace EcgChip.Records
{
    /// <summary>What reading a record came to. Everything but <see cref="Ok"/> means that nothing was read.</summary>
    public enum RecordStatus
    {
        /// <summary>The record is whole and was read.</summary>
        Ok = 0,

        /// <summary>It is cut short.</summary>
        TooShort = 1,

        /// <summary>It is not a record.</summary>
        BadMagic = 2,

        /// <summary>It was written by a newer version, which this one does not know how to read.</summary>
        UnsupportedVersion = 3,

        /// <summary>Bytes in it were changed.</summary>
        BadCrc = 4,

        /// <summary>Its checksum is right and it contradicts itself: a faulty writer.</summary>
        Malformed = 5,
    }
}
