using EcgChip.Hub.Data;

namespace EcgChip.Hub.Listing;

/// <summary>What follows from a record's columns.</summary>
internal static class RecordFigures
{
    private const double Percent = 100;

    /// <summary>How long it is; null where it cannot be read.</summary>
    internal static double? Seconds(StoredRecord record) => record.SampleRate > 0 ? (double)record.SampleCount / record.SampleRate : null;

    /// <summary>How much of it is good signal; null where that is not known.</summary>
    internal static double? GoodPercent(StoredRecord record)
    {
        int all = (record.GoodSamples ?? 0) + (record.PoorSamples ?? 0) + (record.NoContactSamples ?? 0);
        return record.GoodSamples is { } good && all > 0 ? Percent * good / all : null;
    }
}
