using EcgChip.Device.Monitoring;

namespace EcgChip.Device.Screens
{
    /// <summary>
    /// The words for each <see cref="SignalMessage"/>, in its order: what is said, then what to do in two lines, each at its own fixed place, because a
    /// string costs the heap 24 bytes and its characters none. A language is such a table.
    /// </summary>
    internal static class SignalTexts
    {
        /// <summary>Where the first line of what to do begins, behind what is said.</summary>
        public const int Advice = MonitorLayout.ContactLength;

        /// <summary>Where the second line of what to do begins.</summary>
        public const int SecondAdvice = Advice + MonitorLayout.AdviceLength;

        /// <summary>Makes the table. Made once: on the chip each use of a literal takes a little of the heap.</summary>
        public static string[] Create()
        {
            return new string[]
            {
                "GOOD SIGNAL",
                "SETTLING      " + "KEEP STILL",
                "ELECTRODES OFF" + "PRESS ALL 3  " + "ON DRY SKIN",
                "LEFT LEG OFF  " + "PRESS LEFT   " + "LEG",
                "RIGHT ARM OFF " + "PRESS RIGHT  " + "ARM",
                "NO SIGNAL     " + "CHECK CABLE, " + "DRY SKIN",
                "POOR SIGNAL   " + "TOO STRONG:  " + "CHECK CABLE",
                "POOR SIGNAL   " + "FLAT: CHECK  " + "CABLE, SKIN",
                "POOR SIGNAL   " + "MOVE AWAY    " + "FROM MAINS",
                "POOR SIGNAL   " + "KEEP STILL,  " + "BREATHE CALM",
                "POOR SIGNAL   " + "RELAX MUSCLES" + "REST ARMS",
                "POOR SIGNAL   " + "KEEP STILL,  " + "PRESS FIRMLY",
                "CHECK ARM, LEG" + "ELECTRODES   " + "SWAPPED?",
            };
        }
    }
}
