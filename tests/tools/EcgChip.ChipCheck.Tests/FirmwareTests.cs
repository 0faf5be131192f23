using System.Linq;
using EcgChip.ChipCheck.Projects;

namespace EcgChip.ChipCheck.Tests;

/// <summary>The firmware of this repository, as it is.</summary>
public sealed class FirmwareTests(FirmwareFixture firmware) : IClassFixture<FirmwareFixture>
{
    public static TheoryData<string> Projects => new(FirmwareCheck.Projects(FirmwareFixture.Root).Select(project => project.Name));

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_chip_would_refuse_nothing_in(string project)
    {
        Assert.NotNull(firmware);
        Assert.Empty(firmware.Refusals(project));
    }

    [Fact]
    public void The_chip_would_refuse_nothing_in_all_of_it_together() => Assert.Empty(firmware.Together);

    [Fact]
    public void Every_chip_project_says_what_its_folder_its_code_and_the_solution_say() =>
        Assert.Empty(ProjectStructure.Check(FirmwareFixture.Root));

    [Fact]
    public void Every_folder_of_the_firmware_has_a_chip_project() =>
        Assert.Equal(
            DesktopProject.All(FirmwareFixture.Root).Select(project => project.Name).Order(),
            FirmwareCheck.Projects(FirmwareFixture.Root).Select(project => project.Name).Order());
}
