using System;
using System.Linq;
using System.Text.RegularExpressions;
using EcgChip.Testing;
using EcgChip.WeightsGen.Infarction;
using EcgChip.WeightsGen.Map;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Weights;

namespace EcgChip.WeightsGen.Tests.Infarction;

public sealed class HeadPageTests
{
    [SkippableFact]
    public void The_head_s_page_names_every_patient_its_protocols_and_draws_every_beat()
    {
        SharedData.Ptbdb();
        Places places = new(SharedData.RepositoryRoot);
        HeadWeights weights = HeadWeights.Load(places.Weights(HeadShape.Name));
        TrainedWeights trunk = TrainedWeights.Load(places.Weights(HeadShape.Trunk), SeedShape.Create());
        PtbBeatSet set = PtbBeatSet.Cut(PtbRecordings.Find(SharedData.Directory));
        HeadBeats beats = HeadBeats.Run(set, trunk.Quantise(), options: null);
        LabelledVectors points = HeadMap.PointsOf(trunk.Network, set, NetworkMap.UsualPoints, seed: 1);
        NetworkMap map = NetworkMap.Of(points, "map", new TsneOptions { Iterations = 20 });

        string page = HeadPage.Write(weights, set, HeadEvaluation.Of(HeadEvaluation.Patient, weights, beats), HeadEvaluation.Of(HeadEvaluation.Random, weights, beats), map);

        Assert.Equal(set.Beats.Count, points.Count);
        Assert.Equal(set.Beats.Count(beat => beat.Diagnosis == Diagnosis.Infarction), points.Labels.Count(label => label == 1));
        Assert.All(set.Patients, patient => Assert.Single(Regex.Matches(page, $">{patient.Name}<")));
        Assert.Contains("no head knows those whom it is asked about", page, StringComparison.Ordinal);
        Assert.Contains("the same patients stand on both sides", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.Equal(Regex.Count(page, "<svg"), Regex.Count(page, "<figcaption>"));
    }
}
