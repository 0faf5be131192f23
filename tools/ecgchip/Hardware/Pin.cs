namespace EcgChip.Cli.Hardware;

/// <summary>What a pin does, as KiCad's rule check calls it; its names in KiCad's files are these in snake case.</summary>
public enum PinType
{
    /// <summary>Neither drives nor needs to be driven.</summary>
    Passive,

    /// <summary>Has to be driven.</summary>
    Input,

    /// <summary>Drives.</summary>
    Output,

    /// <summary>Does either.</summary>
    Bidirectional,

    /// <summary>Pulls down, or lets go.</summary>
    OpenCollector,

    /// <summary>Is fed.</summary>
    PowerIn,

    /// <summary>Feeds.</summary>
    PowerOut,

    /// <summary>Must be left open.</summary>
    NoConnect,
}

/// <summary>A pin of a symbol.</summary>
/// <param name="Number">The package's number.</param>
/// <param name="Name">The data sheet's name.</param>
/// <param name="Type">What it does.</param>
/// <param name="IsLeft">On which side of a box it is drawn.</param>
/// <param name="Row">In which row of its side, from 0.</param>
public sealed record Pin(string Number, string Name, PinType Type, bool IsLeft, int Row);
