using System.Collections.Generic;

namespace EcgChip.WeightsGen.Report.Tables;

/// <summary>A row of another's, in percent; what it does not give is null.</summary>
/// <param name="Work">Who.</param>
/// <param name="Method">With what.</param>
/// <param name="Accuracy">Right over all.</param>
/// <param name="Precision">Positive predictivity, as the table that it is taken from calls it.</param>
/// <param name="Recall">Sensitivity.</param>
/// <param name="Protocol">On what, as far as it is known.</param>
public sealed record PublishedResult(string Work, string Method, double? Accuracy, double? Precision, double? Recall, string Protocol)
{
    private const string Quoted = "as quoted by Kachuee et al.";

    /// <summary>
    /// Table II of Kachuee, Fazeli and Sarrafzadeh 2018, arXiv 1805.00794: heartbeats in five classes. That Li and Zhou 2016 (Entropy 18(8):285) split by
    /// patient, their abstract says.
    /// </summary>
    public static IReadOnlyList<PublishedResult> Arrhythmia { get; } =
    [
        new("Kachuee et al. 2018, the paper", "deep residual CNN", 93.4, null, null, "MIT-BIH, by beat, 819 test beats of each class, reference R peaks"),
        new("Acharya et al. 2017", "augmentation, CNN", 93.5, null, null, "MIT-BIH, by beat, noise left in, synthetic beats added; " + Quoted),
        new("Martis et al. 2013", "DWT, SVM", 93.8, null, null, "MIT-BIH; " + Quoted),
        new("Li and Zhou 2016", "DWT, random forest", 94.6, null, null, "MIT-BIH, by patient; " + Quoted),
    ];

    /// <summary>
    /// Table III of the same paper: infarction or not. What it calls precision is, for Acharya et al. 2017 (Information Sciences 415:190-198) and Sharma et al.
    /// 2015 (IEEE Trans Biomed Eng 62(7):1827-1837), the specificity that they give.
    /// </summary>
    public static IReadOnlyList<PublishedResult> Infarction { get; } =
    [
        new("Kachuee et al. 2018, the paper", "deep residual CNN, convolutions from arrhythmia", 95.9, 95.2, 95.1, "PTB, lead II, by beat"),
        new("Acharya et al. 2017", "CNN", 93.5, 92.8, 93.7, "PTB, lead II, by beat, noise left in; " + Quoted + "; what stands as precision is specificity"),
        new("Safdarian et al. 2014", "Bayes classifier", 94.7, null, null, "PTB; " + Quoted),
        new("Kojuri et al. 2015", "ANN", 95.6, 97.9, 93.3, Quoted),
        new("Sun et al. 2012", "ensemble of KNN", null, 82.6, 82.4, "PTB; " + Quoted),
        new("Liu et al. 2015", "polynomial", 94.4, null, null, "PTB; " + Quoted),
        new("Sharma et al. 2015", "SVM", 96, 99, 93, "PTB, twelve leads; " + Quoted + "; what stands as precision is specificity"),
    ];
}

/// <summary>What others reach on DS2 after learning from DS1, in percent; what they do not give is null.</summary>
/// <param name="Work">Who.</param>
/// <param name="Supraventricular">Sensitivity and positive predictivity of S.</param>
/// <param name="Ventricular">The same of V.</param>
/// <param name="Protocol">Leads and R peaks, as far as they are known.</param>
public sealed record PublishedByPatient(string Work, (double? Se, double? Ppv) Supraventricular, (double? Se, double? Ppv) Ventricular, string Protocol)
{
    /// <summary>Works that split by de Chazal's DS1 and DS2.</summary>
    public static IReadOnlyList<PublishedByPatient> All { get; } =
    [
        new("de Chazal et al. 2004", (75.9, 38.5), (77.7, 81.9), "two leads, reference beats"),
        new("Llamedo and Martinez 2011", (77, 39), (81, 87), "two leads, reference beats"),
        new("Mondejar-Guerra et al. 2019", (78.1, 49.7), (94.7, 93.9), "one lead, reference beats"),
        new("Farag 2023", (85.3, null), (96.3, null), "one lead, reference beats, a network of 15 KB"),
    ];
}
