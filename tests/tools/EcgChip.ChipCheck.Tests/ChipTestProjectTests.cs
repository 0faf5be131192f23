using System;
using System.IO;
using System.Linq;
using EcgChip.ChipCheck.Projects;

namespace EcgChip.ChipCheck.Tests;

/// <summary>A project whose tests run on the chip is checked as the firmware is, and has what the test framework needs.</summary>
public sealed class ChipTestProjectTests : IDisposable
{
    private const string Name = "EcgChip.Small.NanoTests";
    private static readonly string Folder = $"tests/{Name}";
    private static readonly string Nfproj = $"{Folder}/{Name}.nfproj";
    private readonly SmallRepository _repository = new();

    public ChipTestProjectTests()
    {
        _repository.Write(
            $"{Folder}/{Name}.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <ProjectReference Include="../../firmware/{SmallRepository.Library}/{SmallRepository.Library}.csproj" />
                <ProjectReference Include="../../tools/EcgChip.NanoHost/EcgChip.NanoHost.csproj" />
              </ItemGroup>
              <ItemGroup>
                <Compile Include="../../firmware/{SmallRepository.Program}/Known.cs" Link="Linked/Known.cs" />
              </ItemGroup>
            </Project>
            """);
        _repository.Write(SmallRepository.File("Known.cs"), "static class Known { public const int Result = 3; }");
        _repository.Write(
            $"{Folder}/BaselineTests.cs",
            """
            using nanoFramework.TestFramework;

            [TestClass]
            public class BaselineTests
            {
                [TestMethod]
                public void It_steps() { Assert.AreEqual(Known.Result, new EcgChip.Signal.Baseline().Step(3)); }
            }
            """);
        _repository.Change(
            SolutionFile.FileName, "Global\n",
            $"Project(\"{NanoProjectWriter.CSharpProjectType}\") = \"{Name}\", \"tests\\{Name}\\{Name}.csproj\", \"{Guid.NewGuid():B}\"\nEndProject\nGlobal\n");
        Assert.Empty(ProjectGenerator.Run(_repository.Root).Refusals);
    }

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void What_was_written_is_right_and_refers_to_the_framework_and_its_launcher()
    {
        Assert.Empty(FirmwareCheck.Run(_repository.Root));
        Assert.Empty(ProjectGenerator.Run(_repository.Root).Written);
        NanoProject project = NanoProject.Load(Path.Combine(_repository.Root, Nfproj));
        Assert.Equal([$@"..\..\firmware\{SmallRepository.Program}\Known.cs", "BaselineTests.cs"], project.Compile);
        Assert.Equal([$@"..\..\firmware\{SmallRepository.Library}\{SmallRepository.Library}.nfproj"], project.ProjectReferences);
        Assert.Equal(["mscorlib", "nanoFramework.TestFramework", "nanoFramework.UnitTestLauncher"], project.References.Select(reference => reference.Assembly));
        Assert.Contains("developmentDependency=\"true\"", _repository.Read($"{Folder}/packages.config"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<IsTestProject>true", "<IsTestProject>false", "nfproj")]
    [InlineData("TestContainer", "Container", "nfproj")]
    [InlineData("""<None Include="nano.runsettings" />""", "", "nfproj")]
    [InlineData("$(MSBuildProjectDirectory)", "$(ProjectDir)", "nfproj")]
    [InlineData("nanoFramework.UnitTestLauncher, Version", "nanoFramework.Launcher, Version", "nfproj-references")]
    [InlineData("Known.cs\"", "Unknown.cs\"", "nfproj-sources")]
    public void A_broken_test_project_is_reported(string from, string to, string rule)
    {
        _repository.Change(Nfproj, from, to);
        Assert.Contains(ProjectStructure.Check(_repository.Root), refusal => refusal.Rule == rule);
    }

    [Fact]
    public void A_test_is_held_to_what_the_chip_can()
    {
        _repository.Change($"{Folder}/BaselineTests.cs", "Known.Result", "checked(Known.Result + System.Environment.TickCount)");
        Assert.NotEmpty(FirmwareCheck.Run(_repository.Root));
    }

    [Fact]
    public void The_firmware_itself_cannot_use_the_test_framework()
    {
        _repository.Write(SmallRepository.File("Wrong.cs"), "class Wrong { void Ask() { nanoFramework.TestFramework.Assert.IsTrue(true); } }");
        Assert.NotEmpty(ProjectGenerator.Run(_repository.Root).Refusals);
    }
}
