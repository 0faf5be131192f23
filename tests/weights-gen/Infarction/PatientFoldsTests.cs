using System.Collections.Generic;
using System.Linq;
using CsCheck;
using EcgChip.WeightsGen.Infarction;

namespace EcgChip.WeightsGen.Tests.Infarction;

public sealed class PatientFoldsTests
{
    [Fact]
    public void Every_patient_is_tested_in_one_fold_and_every_fold_has_patients_of_both_kinds() =>
        Gen.Select(Gen.Int[2, 60], Gen.Int[2, 60], Gen.Int[0, 1000]).Sample((infarctions, healthy, seed) =>
        {
            (string Name, Diagnosis Diagnosis)[] patients =
            [
                .. Enumerable.Range(0, infarctions + healthy).Select(i => ($"patient{i:000}", i < infarctions ? Diagnosis.Infarction : Diagnosis.Healthy)),
            ];

            IReadOnlyList<IReadOnlySet<string>> folds = PatientFolds.ByPatient(patients, seed);

            Assert.Equal(System.Math.Min(PatientFolds.Most, System.Math.Min(infarctions, healthy)), folds.Count);
            Assert.Equal(patients.Select(patient => patient.Name), folds.SelectMany(fold => fold).Order(System.StringComparer.Ordinal));
            Assert.All(folds, fold =>
            {
                int ill = patients.Count(patient => patient.Diagnosis == Diagnosis.Infarction && fold.Contains(patient.Name));
                Assert.InRange(ill, infarctions / folds.Count, infarctions / folds.Count + 1);
                Assert.InRange(fold.Count - ill, healthy / folds.Count, healthy / folds.Count + 1);
            });
            Assert.Equal(folds.Select(fold => fold.Order()), PatientFolds.ByPatient(patients, seed).Select(fold => fold.Order()));
        });

    [Fact]
    public void By_beat_a_fifth_of_the_beats_of_each_kind_is_tested() =>
        Gen.Select(Gen.Int[2, 9], Gen.Int[2, 9], Gen.Int[1, 9], Gen.Int[0, 1000]).Sample((infarctions, healthy, beats, seed) =>
        {
            PtbBeatSet set = MadeUpPatients.Make(infarctions, healthy, beats);

            IReadOnlySet<PtbBeat> tested = PatientFolds.ByBeat(set.Beats, seed);

            Assert.Equal(System.Math.Round(0.2 * infarctions * beats), tested.Count(beat => beat.Diagnosis == Diagnosis.Infarction));
            Assert.Equal(System.Math.Round(0.2 * healthy * beats), tested.Count(beat => beat.Diagnosis == Diagnosis.Healthy));
            Assert.True(tested.SetEquals(PatientFolds.ByBeat(set.Beats, seed)));
        });
}
