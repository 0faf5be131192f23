namespace EcgChip.Records
{
    /// <summary>What an operation on the log came to.</summary>
    public enum LogStatus
    {
        /// <summary>Done.</summary>
        Ok = 0,

        /// <summary>A resumable operation is under way.</summary>
        Working = 1,

        /// <summary>There is no room for the entry; nothing was changed.</summary>
        Full = 2,

        /// <summary>
        /// The store failed. Everything committed before stands. The entry that was being appended is lost, or in doubt where the last
        /// flush alone failed: append it again.
        /// </summary>
        StoreFailed = 3,

        /// <summary>No record ever had this number.</summary>
        Unknown = 4,

        /// <summary>
        /// A number that was given, of which no record is kept any more: acknowledged and freed, or never written to its end.
        /// </summary>
        Gone = 5,
    }
}
