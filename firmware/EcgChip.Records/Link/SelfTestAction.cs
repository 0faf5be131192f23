namespace EcgChip.Records.Link
{
    /// <summary>
    /// What a request <see cref="LinkVerb.SelfTest"/> wants: the payload's first byte. Answered by <see cref="SelfTestState"/>, the number of lines that
    /// are there, the number of lines in all, and as many whole lines as fit from the one asked for on (<see cref="SelfTestLines"/>).
    /// </summary>
    public static class SelfTestAction
    {
        /// <summary>Starts one, where none runs. Lines that an earlier one left are gone then.</summary>
        public const int Start = 0;

        /// <summary>Tells how far it is. The payload's second byte is the line from which on lines are wanted.</summary>
        public const int Poll = 1;
    }
}
