using System;
using System.IO;
using System.Linq;
using EcgChip.Formats;
using EcgChip.Formats.Wfdb;
using EcgChip.Testing;

namespace EcgChip.Scoring.Tests;

/// <summary>Files of found beats made out of a real reference, so that what has to come out is known.</summary>
public sealed class FoundFileTests : IDisposable
{
    private const double Rate = 360;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ecgchip score ");

    public void Dispose() => folder.Delete(recursive: true);

    [SkippableFact]
    public void A_file_that_equals_the_reference_scores_100()
    {
        (ReferenceBeats reference, Beat[] beats) = Record("208");
        Confusion confusion = Score(reference, beats).Confusion;
        Assert.Equal((beats.Length, 0, 0), (confusion.FoundBeats, confusion.MissedBeats, confusion.FalseBeats));
        Assert.Equal(100, Score(reference, beats).Figures.V.Se);
    }

    [SkippableTheory]
    [InlineData(149)]
    [InlineData(-149)]
    public void Beats_shifted_by_149_ms_are_found(int milliseconds)
    {
        // Record 103 beats so slowly that no shift comes near a neighbour.
        (ReferenceBeats reference, Beat[] beats) = Record("103");
        Confusion confusion = Score(reference, Shifted(beats, milliseconds)).Confusion;
        Assert.Equal((beats.Length, 0), (confusion.FoundBeats, confusion.FalseBeats));
    }

    [SkippableTheory]
    [InlineData(151)]
    [InlineData(-151)]
    public void Beats_shifted_by_151_ms_are_all_missed_and_all_false(int milliseconds)
    {
        (ReferenceBeats reference, Beat[] beats) = Record("103");
        Confusion confusion = Score(reference, Shifted(beats, milliseconds)).Confusion;
        Assert.Equal((0, beats.Length, beats.Length), (confusion.FoundBeats, confusion.MissedBeats, confusion.FalseBeats));
    }

    [SkippableFact]
    public void Every_tenth_beat_left_out_is_missed_and_every_seventh_doubled_is_false()
    {
        (ReferenceBeats reference, Beat[] beats) = Record("103");
        Beat[] kept = [.. beats.Where((_, i) => i % 10 != 0)];
        Beat[] doubles = [.. kept.Where((_, i) => i % 7 == 0).Select(beat => beat with { Sample = beat.Sample + 90 })];
        Confusion confusion = Score(reference, [.. kept, .. doubles]).Confusion;
        Assert.Equal(
            (kept.Length, beats.Length - kept.Length, doubles.Length), (confusion.FoundBeats, confusion.MissedBeats, confusion.FalseBeats));
    }

    [SkippableFact]
    public void In_the_flutter_of_record_207_nothing_is_asked_for_and_nothing_is_false()
    {
        (ReferenceBeats reference, Beat[] beats) = Record("207");
        Assert.NotEmpty(reference.Flutter);
        Beat[] inFlutter = [.. reference.Flutter.Select(range => new Beat((range.First + range.Last) / 2, AamiClass.V))];
        Confusion confusion = Score(reference, [.. beats, .. inFlutter]).Confusion;
        Assert.Equal((beats.Length, 0, 0), (confusion.FoundBeats, confusion.MissedBeats, confusion.FalseBeats));
    }

    [SkippableFact]
    public void Shutdown_over_a_minute_of_beats_misses_just_these()
    {
        (ReferenceBeats reference, Beat[] beats) = Record("100");
        SampleRange minute = new(360 * 600, 360 * 660);
        int within = beats.Count(beat => minute.Contains(beat.Sample));
        RecordScore score = Ec57Comparison.Compare("100", reference, Again(FoundBeats.Of(beats, [minute])), Rate, new(0, 649_999), 0);
        Assert.InRange(within, 60, 90);
        Assert.Equal((within, within), (score.Confusion.MissedBeats, score.Confusion.MissedInShutdown));
        Assert.Equal(100, score.Shutdown.SeOutside);
        Assert.Equal(60, score.ShutdownSeconds, 0.01);
    }

    private static (ReferenceBeats Reference, Beat[] Beats) Record(string name)
    {
        ReferenceBeats reference = ReferenceBeats.FromAnnotations(WfdbAnnotations.Read(Path.Combine(SharedData.Mitdb(), name + ".atr")));
        return (reference, [.. reference.Beats]);
    }

    // At 360 samples a second 149 ms are 53.64 samples and 151 ms 54.36: away from zero to whole samples beyond the window, towards zero within it.
    private static Beat[] Shifted(Beat[] beats, int milliseconds)
    {
        double samples = Math.Abs(milliseconds) * Rate / 1000;
        int whole = Math.Sign(milliseconds) * (int)(Math.Abs(milliseconds) > Ec57Comparison.WindowMs ? Math.Ceiling(samples) : Math.Floor(samples));
        return [.. beats.Select(beat => beat with { Sample = beat.Sample + whole })];
    }

    private RecordScore Score(ReferenceBeats reference, Beat[] found) =>
        Ec57Comparison.Compare("r", reference, Again(FoundBeats.Of(found.Where(beat => beat.Sample >= 0))), Rate, new(0, 649_999), 0);

    // Through a file and back, as anybody's tools would have it.
    private FoundBeats Again(FoundBeats found)
    {
        string path = Path.Combine(folder.FullName, "r.ecg");
        WfdbAnnotations.Write(path, found.ToAnnotations());
        return FoundBeats.FromAnnotations(WfdbAnnotations.Read(path), Rate);
    }
}
