namespace EcgChip.Device.Session
{
    /// <summary>What a row of <see cref="SessionTable"/> does.</summary>
    public enum SessionAction
    {
        /// <summary>Nothing but show the next state's screen.</summary>
        None = 0,

        /// <summary>Begins a recording with the next sample.</summary>
        BeginRecording = 1,

        /// <summary>Ends the recording; what there is of it is kept.</summary>
        EndRecording = 2,

        /// <summary>Drops the recording: too little of it is good, and the screen says so.</summary>
        DropRecording = 3,

        /// <summary>Says that nothing is recorded while USB power is there.</summary>
        SayUsb = 4,

        /// <summary>Says that there is no room.</summary>
        SayFull = 5,

        /// <summary>Says that the recording could not be stored.</summary>
        SayNotStored = 6,

        /// <summary>Stores the recording that is held once more.</summary>
        StoreAgain = 7,

        /// <summary>Switches the device off; a button wakes it, and it begins anew.</summary>
        SwitchOff = 8,

        /// <summary>Chooses the next line of a screen.</summary>
        NextLine = 9,

        /// <summary>Changes what the chosen line says.</summary>
        ChangeLine = 10,

        /// <summary>Begins with a screen's first line.</summary>
        FirstLine = 11,

        /// <summary>Keeps the settings.</summary>
        KeepSettings = 12,

        /// <summary>Begins to enter a patient's number.</summary>
        BeginPatient = 13,

        /// <summary>Goes to the next digit.</summary>
        NextDigit = 14,

        /// <summary>Makes the digit one more.</summary>
        MoreDigit = 15,

        /// <summary>Keeps the number.</summary>
        KeepPatient = 16,

        /// <summary>Gives the next number of the device's own.</summary>
        GivePatient = 17,

        /// <summary>Reads what the last recordings were.</summary>
        ListHistory = 18,

        /// <summary>Leaves the session for the self-test.</summary>
        RunSelfTest = 19,

        /// <summary>Drops the recording because of USB power, and the screen says so.</summary>
        DropForUsb = 20,
    }
}
