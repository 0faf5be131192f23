using System;
using System.IO;
using System.Linq;
using EcgChip.ChipCheck.Projects;

namespace EcgChip.ChipCheck.Tests;

/// <summary>What write-projects writes is right, and whatever is then broken is found.</summary>
public sealed class ProjectStructureTests : IDisposable
{
    private const string SpiReference =
        """
            <Reference Include="System.Device.Spi, Version=1.3.89.0, Culture=neutral, PublicKeyToken=c07d481e9758c731">
              <HintPath>..\..\packages\nanoFramework.System.Device.Spi.1.3.89\lib\System.Device.Spi.dll</HintPath>
              <Private>True</Private>
            </Reference>
        """;

    private static readonly string Nfproj = SmallRepository.File("EcgChip.Device.nfproj");
    private static readonly string Packages = SmallRepository.File(PackagesConfig.FileName);
    private readonly SmallRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void What_was_written_is_right_and_is_not_written_again()
    {
        Assert.Empty(FirmwareCheck.Run(_repository.Root));
        Assert.Empty(ProjectGenerator.Run(_repository.Root).Written);
    }

    [Fact]
    public void A_program_refers_to_the_libraries_that_its_code_uses_and_to_those_that_these_need()
    {
        NanoProject project = NanoProject.Load(Path.Combine(_repository.Root, Nfproj));
        Assert.True(project.IsProgram);
        Assert.Equal(["Program.cs"], project.Compile);
        Assert.Equal([@"..\EcgChip.Signal\EcgChip.Signal.nfproj"], project.ProjectReferences);
        Assert.Equal(
            ["mscorlib", "nanoFramework.Runtime.Events", "System.Device.Gpio", "System.Device.Spi"],
            project.References.Select(reference => reference.Assembly));
        Assert.Contains(SpiReference.ReplaceLineEndings("\n"), _repository.Read(Nfproj), StringComparison.Ordinal);
        Assert.Contains(
            "<package id=\"nanoFramework.System.Device.Spi\" version=\"1.3.89\" targetFramework=\"netnano1.0\" />", _repository.Read(Packages),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_refers_to_the_core_library_alone_and_lists_sources_in_subfolders()
    {
        NanoProject project = NanoProject.Load(Path.Combine(_repository.Root, "firmware/EcgChip.Signal/EcgChip.Signal.nfproj"));
        Assert.False(project.IsProgram);
        Assert.Equal([@"Filters\Baseline.cs"], project.Compile);
        Assert.Equal(["mscorlib"], project.References.Select(reference => reference.Assembly));
    }

    [Fact]
    public void A_new_source_is_reported_then_written_and_the_projects_id_stays()
    {
        string id = NanoProject.Load(Path.Combine(_repository.Root, Nfproj)).Property("ProjectGuid")!;
        _repository.Write(SmallRepository.File("Clock.cs"), "class Clock { ulong Now() { return nanoFramework.Hardware.Esp32.HighResTimer.GetCurrent(); } }");
        Assert.Equal(["nfproj-packages", "nfproj-references", "nfproj-sources"], Rules());

        Assert.Equal(2, ProjectGenerator.Run(_repository.Root).Written.Count);
        Assert.Empty(FirmwareCheck.Run(_repository.Root));
        Assert.Equal(id, NanoProject.Load(Path.Combine(_repository.Root, Nfproj)).Property("ProjectGuid"));
    }

    [Theory]
    [InlineData("""    <Compile Include="Program.cs" />""", "", "nfproj-sources")]
    [InlineData("Program.cs", "*.cs", "nfproj-sources")]
    [InlineData("""<Compile Include="Program.cs" />""", """<Compile Include="Program.cs" /><Compile Include="Program.cs" />""", "nfproj-sources")]
    [InlineData("""<Compile Include="Program.cs" />""", """<Compile Include="Program.cs" /><Compile Include="Gone.cs" />""", "nfproj-sources")]
    [InlineData("Version=1.3.89.0", "Version=1.3.88.0", "nfproj-references")]
    [InlineData("System.Device.Spi.1.3.89", "System.Device.Spi.1.3.88", "nfproj-references")]
    [InlineData(SpiReference, "", "nfproj-references")]
    [InlineData("Include=\"System.Device.Gpio, ", "Include=\"System.Device.Adc, ", "nfproj-references")]
    [InlineData("<Private>True</Private>", "<Private>False</Private>", "nfproj-references")]
    [InlineData("""<None Include="packages.config" />""", "", "nfproj-packages")]
    [InlineData("""<ProjectReference Include="..\EcgChip.Signal\EcgChip.Signal.nfproj" />""", "", "nfproj-projects")]
    [InlineData(@"..\EcgChip.Signal\EcgChip.Signal.nfproj", @"..\EcgChip.Signal\EcgChip.Signal.csproj", "nfproj-projects")]
    [InlineData("<OutputType>Exe", "<OutputType>Library", "nfproj")]
    [InlineData("<AssemblyName>EcgChip.Device", "<AssemblyName>Program", "nfproj")]
    [InlineData("{11A8DD76-328B-46DF-9F39-F559912D0360};", "", "nfproj")]
    [InlineData("NFProjectSystem.CSharp.targets\" Condition", "NFProjectSystem.targets\" Condition", "nfproj")]
    [InlineData("<ProjectConfigurationsDeclaredAsItems />", "", "nfproj")]
    [InlineData("<ProjectGuid>{", "<ProjectGuid>{0", "nfproj-solution")]
    public void A_broken_chip_project_is_reported(string from, string to, string rule)
    {
        _repository.Change(Nfproj, from.ReplaceLineEndings("\n"), to);
        Assert.Contains(rule, Rules());
    }

    [Theory]
    [InlineData("""  <package id="nanoFramework.System.Device.Gpio" version="1.1.62" targetFramework="netnano1.0" />""", "")]
    [InlineData("1.1.62", "1.1.61")]
    [InlineData("netnano1.0", "netnanoframework10")]
    [InlineData("</packages>", """<package id="nanoFramework.System.Math" version="1.5.116" targetFramework="netnano1.0" /></packages>""")]
    public void A_broken_list_of_packages_is_reported(string from, string to)
    {
        _repository.Change(Packages, from, to);
        Assert.Equal(["nfproj-packages"], Rules());
    }

    [Fact]
    public void A_desktop_project_that_goes_its_own_way_is_reported()
    {
        _repository.Change(SmallRepository.File("EcgChip.Device.csproj"), "</Project>", "<ItemGroup><Compile Remove=\"Clock.cs\" /></ItemGroup></Project>");
        Assert.Equal(["nfproj-sources"], Rules());
    }

    [Fact]
    public void Two_projects_with_one_id_are_reported()
    {
        string id = NanoProject.Load(Path.Combine(_repository.Root, Nfproj)).Property("ProjectGuid")!;
        string other = NanoProject.Load(Path.Combine(_repository.Root, "firmware/EcgChip.Signal/EcgChip.Signal.nfproj")).Property("ProjectGuid")!;
        _repository.Change(Nfproj, id, other);
        _repository.Change(SolutionFile.FileName, id, other);
        Assert.Equal(["nfproj-solution"], Rules());
    }

    [Fact]
    public void A_missing_chip_project_is_reported()
    {
        System.IO.File.Delete(Path.Combine(_repository.Root, Nfproj));
        Assert.Equal(["nfproj"], Rules());
    }

    [Fact]
    public void A_chip_project_that_is_not_in_the_solution_is_reported()
    {
        _repository.Change(SolutionFile.FileName, @"firmware\EcgChip.Device\EcgChip.Device.nfproj", @"firmware\EcgChip.Device\Other.nfproj");
        Assert.Equal(["nfproj-solution"], Rules());
    }

    [Fact]
    public void A_build_configuration_for_a_chip_project_is_reported()
    {
        string id = NanoProject.Load(Path.Combine(_repository.Root, Nfproj)).Property("ProjectGuid")!;
        _repository.Change(
            SolutionFile.FileName, "(ProjectConfigurationPlatforms) = postSolution\n",
            $"(ProjectConfigurationPlatforms) = postSolution\n\t\t{id}.Debug|Any CPU.Build.0 = Debug|Any CPU\n");
        Assert.Equal(["nfproj-solution"], Rules());
    }

    [Fact]
    public void A_use_of_a_project_that_is_not_referred_to_does_not_compile()
    {
        _repository.Change(Nfproj, """<ProjectReference Include="..\EcgChip.Signal\EcgChip.Signal.nfproj" />""", "");
        Assert.Contains(FirmwareCheck.Run(_repository.Root), refusal => refusal.Rule.StartsWith("CS", StringComparison.Ordinal));
    }

    [Fact]
    public void Projects_that_use_one_another_in_a_circle_are_named()
    {
        _repository.Change(
            "firmware/EcgChip.Signal/EcgChip.Signal.csproj", " />",
            "><ItemGroup><ProjectReference Include=\"../EcgChip.Device/EcgChip.Device.csproj\" /></ItemGroup></Project>");
        Assert.Contains(
            "EcgChip.Signal", Assert.Throws<InvalidDataException>(() => ProjectStructure.Check(_repository.Root)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_commands_end_with_0_for_right_1_for_refused_and_2_for_unusable()
    {
        Assert.Equal(0, Program.Main(["check", "--root", _repository.Root]));
        _repository.Change(SmallRepository.File("Program.cs"), "(byte)new EcgChip.Signal.Baseline().Step(3)", "checked((byte)new EcgChip.Signal.Baseline().Step(3))");
        Assert.Equal(1, Program.Main(["check", "--root", _repository.Root]));
        Assert.Equal(0, Program.Main(["write-projects", "--root", _repository.Root]));
        _repository.Change(SmallRepository.File("Program.cs"), "new EcgChip.Signal.Baseline()", "Environment");
        Assert.Equal(1, Program.Main(["write-projects", "--root", _repository.Root]));
        Assert.Equal(2, Program.Main(["check", "--root", Path.Combine(_repository.Root, "nowhere")]));
        Assert.Equal(2, Program.Main(["no-such-verb"]));
    }

    private string[] Rules() =>
        ProjectStructure.Check(_repository.Root).Select(refusal => refusal.Rule).Distinct().Order(StringComparer.Ordinal).ToArray();
}
