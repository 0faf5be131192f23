namespace EcgChip.Device.Monitoring
{
    /// <summary>What is said of the signal, and with it what to do. The words stand in <see cref="Screens.SignalTexts"/>, in this order.</summary>
    public enum SignalMessage
    {
        /// <summary>The signal can be judged.</summary>
        Good = 0,

        /// <summary>Contact was just made.</summary>
        Settling = 1,

        /// <summary>Both electrodes are off.</summary>
        BothOff = 2,

        /// <summary>The electrode of the left leg is off.</summary>
        LeftLegOff = 3,

        /// <summary>The electrode of the right arm is off.</summary>
        RightArmOff = 4,

        /// <summary>The comparators see both electrodes, and the signal stands at a rail.</summary>
        NoSignal = 5,

        /// <summary>The signal is larger than the front end can take.</summary>
        Clipping = 6,

        /// <summary>The signal does not move.</summary>
        Flat = 7,

        /// <summary>Mains hum.</summary>
        Mains = 8,

        /// <summary>The baseline swings.</summary>
        Wander = 9,

        /// <summary>Muscle noise.</summary>
        Muscle = 10,

        /// <summary>Electrodes that move.</summary>
        Motion = 11,

        /// <summary>Right arm and left leg are likely exchanged.</summary>
        Swapped = 12,
    }
}
