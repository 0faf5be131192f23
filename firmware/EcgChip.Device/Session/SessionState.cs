namespace EcgChip.Device.Session
{
    /// <summary>What the device is doing.</summary>
    public enum SessionState
    {
        /// <summary>Signal is shown, nothing is kept.</summary>
        Monitoring = 0,

        /// <summary>A recording runs.</summary>
        Recording = 1,

        /// <summary>The recording is over: its last beats are classified, one beat of each shape is judged again, the summary made.</summary>
        Analysing = 2,

        /// <summary>The recording is being written.</summary>
        Storing = 3,

        /// <summary>Storage failed or is full: signal is shown, the recording is still held, and a press tries again to store it.</summary>
        StorageFault = 4,
    }
}
