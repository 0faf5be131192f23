using System;
using System.IO;
using System.Linq;
using EcgChip.Formats;
using EcgChip.Testing;
using EcgChip.WeightsGen.Infarction;

namespace EcgChip.WeightsGen.Tests.Infarction;

public sealed class PtbRecordingsTests
{
    private const string Infarction = "Myocardial infarction";
    private const string Healthy = "Healthy control";

    [Fact]
    public void Patients_are_told_by_their_headers_and_those_of_other_diagnoses_counted()
    {
        using TemporaryFolder folder = new();
        Add(folder, "ptbdb/patient001/s1_re", Infarction);
        Add(folder, "ptbdb/patient001/s2_re", Infarction);
        Add(folder, "ptbdb/patient002/s3_re", Healthy);
        Add(folder, "ptbdb/patient003/s4_re", Infarction);
        Add(folder, "ptbdb/patient004/s5_re", Healthy);
        Add(folder, "ptbdb/patient005/s6_re", "Hypertrophy");
        Add(folder, "ptbdb/patient006/s7_re", "n/a");
        Add(folder, "ptbdb/patient007/s8_re", "Hypertrophy");
        Add(folder, "ptbdb/patient007/s9_re", "Hypertrophy");

        foreach (string data in new[] { folder.Path, folder.File("ptbdb") })
        {
            PtbRecordings found = PtbRecordings.Find(data);

            Assert.Equal(["patient001", "patient002", "patient003", "patient004"], found.Patients.Select(patient => patient.Name));
            Assert.Equal(2, found.Count(Diagnosis.Infarction));
            Assert.Equal(["s1_re", "s2_re"], found.Patients[0].Records.Select(Path.GetFileName));
            Assert.Equal([("Hypertrophy", 2), ("n/a", 1)], found.LeftOut.Select(reason => (reason.Key, reason.Value)));
        }
    }

    [Fact]
    public void A_header_without_a_diagnosis_a_patient_with_two_and_a_folder_with_too_few_are_refused_with_a_sentence()
    {
        using TemporaryFolder folder = new();
        AssertRefused(folder, "0 patients");
        Add(folder, "patient001/s1_re", Infarction);
        Add(folder, "patient002/s2_re", Infarction);
        Add(folder, "patient003/s3_re", Healthy);
        AssertRefused(folder, "1 healthy");
        Add(folder, "patient004/s4_re", Healthy);
        PtbRecordings.Find(folder.Path);

        Add(folder, "patient005/s5_re", reason: null);
        AssertRefused(folder, "diagnosis");
        Directory.Delete(folder.File("patient005"), recursive: true);
        Add(folder, "patient003/s6_re", Infarction);
        AssertRefused(folder, "patient003");
    }

    [SkippableFact]
    public void A_record_that_is_short_or_lacks_lead_II_is_refused_with_a_sentence()
    {
        string header = Path.Combine(SharedData.Ptbdb(), "patient200", "s0405_re.hea");
        using TemporaryFolder folder = new();
        string text = File.ReadAllText(header);
        byte[] samples = File.ReadAllBytes(Path.ChangeExtension(header, ".dat"));
        PtbPatient patient = new("patient200", Diagnosis.Healthy, []);
        string Write(string name, string itsHeader, byte[] itsSamples)
        {
            File.WriteAllText(folder.File(name + ".hea"), itsHeader);
            File.WriteAllBytes(folder.File("s0405_re.dat"), itsSamples);
            return folder.File(name);
        }

        Assert.NotEmpty(PtbBeatExtractor.Extract(patient, Write("whole", text, samples)));
        RecordingException noLead = Assert.Throws<RecordingException>(
            () => PtbBeatExtractor.Extract(patient, Write("lead", text.Replace(" ii\n", " xx\n", StringComparison.Ordinal).Replace(" ii\r", " xx\r", StringComparison.Ordinal), samples)));
        Assert.Contains("no lead II", noLead.Message, StringComparison.Ordinal);
        RecordingException cut = Assert.Throws<RecordingException>(() => PtbBeatExtractor.Extract(patient, Write("cut", text, samples[..^100])));
        Assert.Contains("cut off", cut.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Beats_begin_at_R_peaks_and_none_is_cut_off()
    {
        string folder = SharedData.Ptbdb();
        PtbPatient patient = new("patient001", Diagnosis.Infarction, []);

        PtbBeat[] beats = [.. PtbBeatExtractor.Extract(patient, Path.Combine(folder, "patient001", "s0010_re"))];

        // 38.4 s at 82 beats a minute, as a look at the recording shows.
        Assert.InRange(beats.Length, 50, 53);
        Assert.All(beats.Zip(beats.Skip(1)), pair => Assert.InRange(pair.Second.Sample - pair.First.Sample, 85, 100));
        Assert.All(beats, beat => Assert.InRange(beat.Values.Count(value => value > 0), 90, 125));
    }

    private static void AssertRefused(TemporaryFolder folder, string word)
    {
        InputException refusal = Assert.Throws<InputException>(() => PtbRecordings.Find(folder.Path));
        Assert.Contains(word, refusal.Message, StringComparison.Ordinal);
    }

    private static void Add(TemporaryFolder folder, string record, string? reason)
    {
        string path = folder.File(record);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string comment = reason is null ? "# age: 81" : $"# age: 81\n# Reason for admission: {reason}";
        File.WriteAllText(path + ".hea", $"{Path.GetFileName(path)} 1 1000 1000\n{Path.GetFileName(path)}.dat 16 2000 16 0 0 0 0 ii\n{comment}\n");
    }
}
