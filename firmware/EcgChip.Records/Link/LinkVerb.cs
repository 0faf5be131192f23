namespace EcgChip.Records.Link
{
    /// <summary>What can be asked for; README.md in the folder above describes each, and which of them need a session.</summary>
    public static class LinkVerb
    {
        /// <summary>Who are you, and how are you? Payload: none.</summary>
        public const int Hello = 1;

        /// <summary>Sets what the payload has (<see cref="LinkSetting"/>): all of it, or, where something cannot be, nothing. Answers all that is set then.</summary>
        public const int Set = 2;

        /// <summary>Starts the self-test, or tells how far it is (<see cref="SelfTestAction"/>).</summary>
        public const int SelfTest = 3;

        /// <summary>Begins a session: the desktop's nonce against the device's, and the device's proof that it has the key.</summary>
        public const int Open = 16;

        /// <summary>Ends the beginning: the desktop's proof that it has the key. From then on both have a session's keys.</summary>
        public const int Prove = 17;

        /// <summary>Carries a request of a session, encrypted and authenticated.</summary>
        public const int Sealed = 18;

        /// <summary>Which records are not acknowledged? Only within a session, as all that follow.</summary>
        public const int List = 19;

        /// <summary>Gives a piece of a record, from any place on, and its seal behind it.</summary>
        public const int Get = 20;

        /// <summary>The record is safe elsewhere: it may be freed.</summary>
        public const int Acknowledge = 21;

        /// <summary>Ends the session, and frees what is acknowledged.</summary>
        public const int Close = 22;
    }
}
