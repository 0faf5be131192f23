namespace EcgChip.Records.Link
{
    /// <summary>What can be asked for. 16 and up are kept for collecting records.</summary>
    public static class LinkVerb
    {
        /// <summary>Who are you, and how are you? Payload: none. Answer: README.md in the folder above.</summary>
        public const int Hello = 1;

        /// <summary>Sets what the payload has (<see cref="LinkSetting"/>): all of it, or, where something cannot be, nothing. Answers all that is set then.</summary>
        public const int Set = 2;

        /// <summary>Starts the self-test, or tells how far it is (<see cref="SelfTestAction"/>).</summary>
        public const int SelfTest = 3;
    }
}
