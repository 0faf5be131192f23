using System;

namespace EcgChip.Simulator.Flash;

/// <summary>The simulated power failed in the middle of the firmware; what ran has to start again on the same flash.</summary>
#pragma warning disable CA1032 // nothing but the flash throws it, and always for this reason
public sealed class PowerLostException : Exception
#pragma warning restore CA1032
{
    internal PowerLostException()
        : base("The simulated power failed.")
    {
    }
}
