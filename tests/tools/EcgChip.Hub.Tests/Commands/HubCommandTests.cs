using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using EcgChip.Hub.Commands;
using EcgChip.Hub.Data;
using EcgChip.Hub.Security;
using EcgChip.Hub.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace EcgChip.Hub.Tests.Commands;

public sealed class HubCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ecgchip-hub-").FullName;

    private string Database => Path.Combine(folder, "hub.db");

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(AddUserCommand.PasswordVariable, null);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Add_user_makes_a_user_then_gives_further_roles_and_refuses_a_poor_password()
    {
        Environment.SetEnvironmentVariable(AddUserCommand.PasswordVariable, "password");
        Assert.Equal(2, await HubCommand.RunAsync(["add-user", "a@hub.test", "--role", "Administrator", "--db", Database]));
        Environment.SetEnvironmentVariable(AddUserCommand.PasswordVariable, TestHub.Password);
        Assert.Equal(0, await HubCommand.RunAsync(["add-user", "a@hub.test", "--role", "Administrator", "--db", Database]));
        Assert.Equal(0, await HubCommand.RunAsync(["add-user", "a@hub.test", "--role", "Doctor", "--role", "Administrator", "--db", Database]));

        await using HubContext context = HubDatabase.Parse(Database).Open();
        Assert.Equal(["a@hub.test"], await context.Users.Select(user => user.UserName).ToListAsync());
        Assert.Equal(2, await context.UserRoles.CountAsync());
        Assert.Equal([AuditAction.UserAdded, AuditAction.UserChanged], await context.Audit.OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync());
        Assert.True(Directory.Exists(Path.Combine(folder, "keys")));
    }

    [Theory]
    [InlineData("--db", "Nonsense=1")]
    [InlineData("--db", "Host=/nowhere;Database=x;Username=y;Timeout=1")]
    [InlineData("--urls", "http://0.0.0.0:1")]
    [InlineData("--no-such-option")]
    [InlineData("add-user", "a@hub.test", "--role", "Emperor")]
    [InlineData("corrections")]
    public async Task What_cannot_be_used_ends_with_exit_code_2(params string[] arguments)
    {
        string[] all = arguments.Contains("--db") ? [.. arguments, "--keys", Path.Combine(folder, "keys")] : [.. arguments, "--db", Database];

        Assert.Equal(2, await HubCommand.RunAsync(all));
    }

    [Fact]
    public async Task Corrections_are_written_into_a_folder()
    {
        await using (TestHub hub = await TestHub.StartAsync(change: options => options with { Database = Database, Keys = null }))
        {
            using System.Net.Http.HttpClient worker = await hub.ClientAsync(TestHub.Worker);
            using System.Net.Http.HttpClient doctor = await hub.ClientAsync(TestHub.Doctor);
            TestDevice device = await hub.EnrolAsync(5);
            foreach (int sequence in new[] { 1, 2, 3 })
            {
                await device.PutAsync(worker, sequence, device.Recording(sequence));
            }

            await TestHub.ReviewAsync(doctor, device, 1, new { answer = "repeat", beats = new[] { new { sample = device.FirstBeat(1), @class = "V" } } });
            await TestHub.ReviewAsync(doctor, device, 2, new { answer = "no-finding" });
        }

        string some = Path.Combine(folder, "some");
        string all = Path.Combine(folder, "all");
        Assert.Equal(0, await HubCommand.RunAsync(["corrections", "--db", Database, "--out", some]));
        Assert.Equal(0, await HubCommand.RunAsync(["corrections", "--db", Database, "--out", all, "--confirmed"]));

        Assert.Equal(["ecgchip-0000000000000005-000001.atr"], Directory.GetFiles(some, "*.atr").Select(Path.GetFileName));
        Assert.Equal(6, Directory.GetFiles(all).Length);
    }
}
