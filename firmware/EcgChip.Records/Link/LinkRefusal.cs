namespace EcgChip.Records.Link
{
    /// <summary>Why a request was not done: a refusal's first byte. What its second byte tells is said here.</summary>
    public static class LinkRefusal
    {
        /// <summary>Not a version that the device speaks; the second byte is the one that it does.</summary>
        public const int UnknownVersion = 1;

        /// <summary>Not a verb that the device knows; the second byte is that verb.</summary>
        public const int UnknownVerb = 2;

        /// <summary>A recording runs, or is being finished: ask again when it is over.</summary>
        public const int Busy = 3;

        /// <summary>The payload is not of the form that the verb asks for; the second byte is where it stops making sense.</summary>
        public const int Malformed = 4;

        /// <summary>A value cannot be; the second byte is its <see cref="LinkSetting"/>, or else what the verb says.</summary>
        public const int ImpossibleValue = 5;

        /// <summary>The flash did not take it: what was set before still is.</summary>
        public const int StorageFailed = 6;

        /// <summary>Only within a session; the second byte is 1 where the device has no key yet, and none can be opened.</summary>
        public const int NeedsSession = 7;

        /// <summary>Not from whom the session, or the key, is shared with; the second byte is 1 for a frame that is genuine and was there before.</summary>
        public const int NotGenuine = 8;

        /// <summary>There is no such record, or no such place in it; the second byte is 1 for a record that was acknowledged and is freed.</summary>
        public const int NoRecord = 9;
    }
}
