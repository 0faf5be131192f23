namespace EcgChip.Device.Session
{
    /// <summary>Where the user is, as <see cref="SessionTable"/> leads from one to another; each has a screen.</summary>
    public enum BedsideState
    {
        /// <summary>Ready: nobody has electrodes on, or the trace is not wanted.</summary>
        Idle = 0,

        /// <summary>The live trace; nothing is kept.</summary>
        Monitoring = 1,

        /// <summary>A recording is wanted and waits for the electrodes.</summary>
        ElectrodesOff = 2,

        /// <summary>A recording is wanted and waits until the signal has settled.</summary>
        Settling = 3,

        /// <summary>A recording runs.</summary>
        Recording = 4,

        /// <summary>A recording runs without contact: a gap is marked, its time goes on.</summary>
        Paused = 5,

        /// <summary>The recording is over and is judged and stored.</summary>
        Analysing = 6,

        /// <summary>What the recording said; it is stored.</summary>
        Result = 7,

        /// <summary>What was found, in full.</summary>
        Findings = 8,

        /// <summary>Under which number the recording is stored.</summary>
        Stored = 9,

        /// <summary>Something does not work, or is not allowed now.</summary>
        Fault = 10,

        /// <summary>The battery is empty.</summary>
        LowBattery = 11,

        /// <summary>The results are being collected.</summary>
        Syncing = 12,

        /// <summary>The last recordings.</summary>
        History = 13,

        /// <summary>What can be chosen.</summary>
        Settings = 14,

        /// <summary>The patient's number is entered.</summary>
        PatientNumber = 15,

        /// <summary>The self-test, before it runs.</summary>
        SelfTest = 16,

        /// <summary>Firmware, models, what the device is not.</summary>
        About = 17,
    }
}
