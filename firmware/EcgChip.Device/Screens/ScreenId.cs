namespace EcgChip.Device.Screens
{
    /// <summary>The screens, in the order in which a user may meet them.</summary>
    public enum ScreenId
    {
        /// <summary>Ready: patient, duration, room for recordings.</summary>
        Start = 0,

        /// <summary>Where the electrodes go, and which is off.</summary>
        ContactGuide = 1,

        /// <summary>The live trace.</summary>
        Monitor = 2,

        /// <summary>The live trace while it is recorded, with the time that is left.</summary>
        Recording = 3,

        /// <summary>Contact was lost while recording.</summary>
        Paused = 4,

        /// <summary>A recording is judged.</summary>
        Analysing = 5,

        /// <summary>What a recording said.</summary>
        Result = 6,

        /// <summary>What was found, how often and where.</summary>
        Findings = 7,

        /// <summary>A recording was stored.</summary>
        Stored = 8,

        /// <summary>The last recordings.</summary>
        History = 9,

        /// <summary>What can be set.</summary>
        Settings = 10,

        /// <summary>A patient's number is entered.</summary>
        PatientNumber = 11,

        /// <summary>The device tests itself.</summary>
        SelfTest = 12,

        /// <summary>Firmware and models.</summary>
        About = 13,

        /// <summary>Something does not work, or is not possible now.</summary>
        Fault = 14,

        /// <summary>The battery is nearly empty.</summary>
        LowBattery = 15,

        /// <summary>Recordings are sent.</summary>
        Syncing = 16,
    }
}
