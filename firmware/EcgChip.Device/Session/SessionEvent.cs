namespace EcgChip.Device.Session
{
    /// <summary>What happens to the session.</summary>
    public enum SessionEvent
    {
        /// <summary>Nothing.</summary>
        None = 0,

        /// <summary>The start button was pressed shortly.</summary>
        StartShort = 1,

        /// <summary>The start button is held.</summary>
        StartLong = 2,

        /// <summary>The mode button was pressed shortly.</summary>
        ModeShort = 3,

        /// <summary>The mode button is held.</summary>
        ModeLong = 4,

        /// <summary>Both electrodes are on, and were not.</summary>
        ContactMade = 5,

        /// <summary>An electrode came off.</summary>
        ContactLost = 6,

        /// <summary>A second of signal was judged: it has settled.</summary>
        SignalJudged = 7,

        /// <summary>The recording has its length.</summary>
        RecordingOver = 8,

        /// <summary>The recording is judged and stored.</summary>
        RecordStored = 9,

        /// <summary>The recording is judged and could not be stored.</summary>
        StoringFailed = 10,

        /// <summary>The battery is too weak to go on; told every second.</summary>
        BatteryEmpty = 11,

        /// <summary>USB power is there; told every second.</summary>
        UsbPower = 12,

        /// <summary>USB power is gone.</summary>
        UsbGone = 13,

        /// <summary>For a while no button was pressed, and no electrodes were on.</summary>
        LeftAlone = 14,

        /// <summary>A link has begun to collect results.</summary>
        SyncBegan = 15,

        /// <summary>It is done, or has broken off.</summary>
        SyncEnded = 16,
    }
}
