using System;
using System.Linq;
using EcgChip.Formats.Wfdb;

namespace EcgChip.Formats.Tests.Wfdb;

public sealed class LeadChoiceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, null, "V5", "MLII", "II")]
    [InlineData(2, null, "V5", "V2", "ii")]
    [InlineData(0, null, "V5", "V2", "V1")]
    [InlineData(2, "v1", "V5", "MLII", "V1")]
    [InlineData(1, "II", "MLII", "ii", "V1")]
    public void The_lead_is_the_named_one_else_MLII_else_II_else_the_first(int expected, string? name, params string[] leads) =>
        Assert.Equal(expected, LeadChoice.Find(Record(leads), name));

    [Theory]
    [InlineData(1, "MLII", "V1")]
    [InlineData(0, "V5", "MLII")]
    [InlineData(0, "V5", "V2", "II")]
    [InlineData(1, "V5", "V2")]
    public void The_other_lead_is_the_first_but_the_usual_one(int expected, params string[] leads) =>
        Assert.Equal(expected, LeadChoice.Find(Record(leads), "other"));

    [Fact]
    public void A_record_of_one_signal_has_no_other_lead()
    {
        RecordingException refused = Assert.Throws<RecordingException>(() => LeadChoice.Find(Record("MLII"), LeadChoice.Other));
        Assert.Equal("Record r has no lead other: choose one of MLII.", refused.Message);
    }

    [Fact]
    public void An_unknown_lead_is_refused_with_the_leads_there_are()
    {
        RecordingException refused = Assert.Throws<RecordingException>(() => LeadChoice.Find(Record("MLII", "V1"), "V9"));
        Assert.Equal("Record r has no lead V9: choose one of MLII, V1.", refused.Message);
    }

    private WfdbRecord Record(params string[] leads)
    {
        WfdbWriter.Write(_folder["r"], 360, [.. leads.Select(lead => new WfdbSignalData(lead, [0]))]);
        return WfdbRecord.Open(_folder["r"]);
    }
}
