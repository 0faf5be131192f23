namespace EcgChip.Records
{
    /// <summary>What loading or saving settings came to.</summary>
    public enum SettingsStatus
    {
        /// <summary>Done.</summary>
        Ok = 0,

        /// <summary>None were ever saved: these are the defaults.</summary>
        Defaults = 1,

        /// <summary>One of the two files is damaged or was not written to its end: these are the ones before, or the same.</summary>
        Previous = 2,

        /// <summary>Some were saved, and none can be made out: these are the defaults.</summary>
        Damaged = 3,

        /// <summary>The store failed. Loading: these are the defaults. Saving: those saved before stand.</summary>
        StoreFailed = 4,
    }
}
