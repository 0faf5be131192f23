namespace EcgChip.Simulator.Patients;

/// <summary>Somebody (or a recording of somebody) whose electrodes are on the simulated front end.</summary>
public interface IPatient
{
    /// <summary>Name for reports: the record's, or "synthetic".</summary>
    string Name { get; }

    /// <summary>Lead between the electrodes: "MLII", "II".</summary>
    string Lead { get; }

    /// <summary>Seconds that the patient lasts.</summary>
    double Seconds { get; }

    /// <summary>Voltage between the electrodes, in millivolts, <paramref name="seconds"/> after the start. Before the start and after the end the nearest value holds.</summary>
    double MillivoltsAt(double seconds);
}
