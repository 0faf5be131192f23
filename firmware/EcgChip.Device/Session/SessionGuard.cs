namespace EcgChip.Device.Session
{
    /// <summary>What must be so for a row of <see cref="SessionTable"/> to count.</summary>
    public enum SessionGuard
    {
        /// <summary>It always counts.</summary>
        Always = 0,

        /// <summary>The device sees USB power.</summary>
        OnUsb = 1,

        /// <summary>There is no room for another recording.</summary>
        NoRoom = 2,

        /// <summary>An electrode is off.</summary>
        NoContact = 3,

        /// <summary>The signal has not settled.</summary>
        Unsettled = 4,

        /// <summary>The recording that runs is long enough to be kept.</summary>
        EnoughGood = 5,

        /// <summary>A recording is held that could not be stored.</summary>
        HoldsRecording = 6,

        /// <summary>The battery is too weak to go on.</summary>
        NoCharge = 7,
    }
}
