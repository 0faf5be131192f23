using System.Reflection;

[assembly: AssemblyTitle("EcgChip.Models.Infarction")]
[assembly: AssemblyDescription("Generated weights of the head for myocardial infarction, behind the seed network's convolutions.")]
[assembly: AssemblyCompany("EcgChip")]
[assembly: AssemblyProduct("EcgChip")]
[assembly: AssemblyCopyright("Copyright (c) EcgChip contributors. MIT licence.")]
[assembly: AssemblyVersion("1.0.0.0")]
[assembly: AssemblyFileVersion("1.0.0.0")]
