namespace EcgChip.Formats;

/// <summary>Beat classes of ANSI/AAMI EC57, in the order in which every table and network here has them.</summary>
public enum AamiClass
{
    /// <summary>Normal, bundle branch block, and atrial or nodal escape beats.</summary>
    N = 0,

    /// <summary>Supraventricular ectopic beats.</summary>
    S = 1,

    /// <summary>Ventricular ectopic and ventricular escape beats.</summary>
    V = 2,

    /// <summary>Fusion of a ventricular and a normal beat.</summary>
    F = 3,

    /// <summary>Paced beats, their fusions, and beats that cannot be told.</summary>
    Q = 4,
}
