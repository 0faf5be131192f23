using System.Reflection;

[assembly: AssemblyTitle("EcgChip.Device")]
[assembly: AssemblyDescription("The program: board, drivers, screens, session, the loop.")]
[assembly: AssemblyCompany("EcgChip")]
[assembly: AssemblyProduct("EcgChip")]
[assembly: AssemblyCopyright("Copyright (c) EcgChip contributors. MIT licence.")]
[assembly: AssemblyVersion("1.0.0.0")]
[assembly: AssemblyFileVersion("1.0.0.0")]
