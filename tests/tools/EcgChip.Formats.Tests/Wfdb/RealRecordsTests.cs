using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcgChip.Formats.Wfdb;
using EcgChip.Testing;

namespace EcgChip.Formats.Tests.Wfdb;

public sealed class RealRecordsTests
{
    private const int MitdbSamples = 650000;

    [SkippableFact]
    public void All_48_records_of_MIT_BIH_have_their_length_and_hold_to_their_checksums()
    {
        string[] headers = Directory.GetFiles(SharedData.Mitdb(), "*.hea");
        Assert.Equal(48, headers.Length);
        foreach (string header in headers)
        {
            WfdbRecord record = WfdbRecord.Open(header);
            Assert.Equal((MitdbSamples, 360.0, 2), (record.Samples, record.SampleRate, record.Signals.Count));
            AssertWhole(record, 0);
            AssertWhole(record, 1);
            Assert.NotEmpty(WfdbAnnotations.Read(Path.ChangeExtension(header, ".atr")));
        }
    }

    [SkippableFact]
    public void The_noise_and_PTB_records_hold_to_their_checksums()
    {
        string[] headers = [.. Directory.GetFiles(SharedData.Nstdb(), "*.hea"), .. Directory.GetFiles(SharedData.Ptbdb(), "*.hea", SearchOption.AllDirectories)];
        Assert.NotEmpty(headers);
        foreach (string header in headers)
        {
            WfdbRecord record = WfdbRecord.Open(header);
            for (int i = 0; i < record.Signals.Count; i++)
            {
                AssertWhole(record, i);
            }
        }
    }

    [SkippableFact]
    public void PTB_has_its_diagnoses_in_the_comments_and_lead_ii_by_default()
    {
        WfdbRecord record = WfdbRecord.Open(Path.Combine(SharedData.Ptbdb(), "patient001", "s0010_re"));
        Assert.Contains("Reason for admission: Myocardial infarction", record.Comments);
        Assert.Equal("ii", record.Signals[LeadChoice.Find(record, null)].Name);
        Assert.Equal("vz", record.Signals[LeadChoice.Find(record, "VZ")].Name);
    }

    [SkippableTheory]
    [InlineData("100", "N 2239", "A 33", "V 1")]
    [InlineData("208", "N 1586", "V 992", "F 373", "S 2", "Q 2")]
    [InlineData("104", "/ 1380", "f 666", "N 163", "Q 18", "V 2")]
    public void Beats_are_as_many_as_the_database_says(string name, params string[] counts)
    {
        IReadOnlyList<WfdbAnnotation> annotations = WfdbAnnotations.Read(Path.Combine(SharedData.Mitdb(), name + ".atr"));
        IEnumerable<string> found = annotations.Where(annotation => annotation.TryGetClass(out _))
            .GroupBy(annotation => annotation.Symbol)
            .OrderByDescending(group => group.Count())
            .ThenByDescending(group => group.Key)
            .Select(group => $"{group.Key} {group.Count()}");
        Assert.Equal(counts, found);
    }

    [SkippableFact]
    public void The_first_beat_of_record_100_stands_where_rdann_prints_it()
    {
        IReadOnlyList<WfdbAnnotation> annotations = WfdbAnnotations.Read(Path.Combine(SharedData.Mitdb(), "100.atr"));
        Assert.Equal(new WfdbAnnotation(18, 28, Aux: "(N"), annotations[0]);
        Assert.Equal(new WfdbAnnotation(77, 1), annotations[1]);
        Assert.Equal(2274, annotations.Count);
    }

    [SkippableFact]
    public void Every_reference_annotation_file_keeps_its_meaning_when_it_is_written_again()
    {
        string copy = Path.GetTempFileName();
        try
        {
            foreach (string path in Directory.GetFiles(SharedData.Mitdb(), "*.atr"))
            {
                IReadOnlyList<WfdbAnnotation> original = WfdbAnnotations.Read(path);
                WfdbAnnotations.Write(copy, original);
                Assert.Equal(original, WfdbAnnotations.Read(copy));
            }
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private static void AssertWhole(WfdbRecord record, int index)
    {
        int[] samples = record.ReadSignal(index);
        Assert.Equal(record.Samples, samples.Length);
        Assert.Equal(record.Signals[index].InitialValue, samples[0]);
        Assert.NotNull(record.Signals[index].Checksum);
    }
}
