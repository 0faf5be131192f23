using System;
using System.IO;
using System.Threading;
using EcgChip.Cli.Output;
using EcgChip.Link;
using EcgChip.Link.Sync;
using FlashedKeys = EcgChip.Cli.Flash.DeviceKeys;
using Sealing = EcgChip.Formats.Sealing;

namespace EcgChip.Cli.Sync;

/// <summary>A sync from hello to the session's end.</summary>
internal sealed class SyncRun
{
    /// <summary>Where records are stored; null for the usual place.</summary>
    public required string? Store { get; init; }

    /// <summary>Where keys are; null for the usual place.</summary>
    public required string? Keys { get; init; }

    /// <summary>The hub; null for none.</summary>
    public required Uri? Hub { get; init; }

    /// <summary>Who signs in there; null when nobody is named.</summary>
    public required string? User { get; init; }

    /// <summary>Who the device is goes here; null where nobody wants to read it.</summary>
    public required TextWriter? Output { get; init; }

    /// <summary>Syncs.</summary>
    /// <exception cref="LinkException">The device does not answer, or refuses.</exception>
    /// <exception cref="SyncException">The hub does not answer, or a record is not what it should be.</exception>
    /// <exception cref="UnusableInputException">There is no key for the device.</exception>
    public SyncOutcome Run(LinkClient client, CancellationToken cancellation)
    {
        DeviceHello hello = client.Hello(cancellation);
        if (hello.DeviceId is not long id || !hello.HasKey)
        {
            throw new SyncException($"The device on {client.Name} has no id and key yet: set it up with 'ecgchip flash' first.");
        }

        if (Output is not null)
        {
            SelfTestText.PrintHello(hello, Output);
        }

        IRecordHub? hub = Hub is null ? null : SignIn(Hub, cancellation);
        using IDisposable? signedIn = hub as IDisposable;
        byte[]? deviceKey = new FlashedKeys(Keys).Find(id);
        byte[] linkKey = LinkKey(id, deviceKey, hub, cancellation);
        if (client.OpenSession(linkKey, cancellation) != id)
        {
            throw new SyncException($"The device on {client.Name} gives one id in the open and another where it proves it: somebody is between; use another cable or port, and sync again.");
        }

        // First of all: what is recorded from now on has its time, even if the rest is cut off.
        client.Set(new WantedSettings { Clock = DateTimeOffset.UtcNow }, cancellation);
        using RecordStore store = new(Store ?? UsualStore(), id);
        byte[]? recordKey = deviceKey is null ? null : Sealing.DeviceKeys.Record(deviceKey);
        DeviceSync sync = new(client, id, store, hub, recordKey);
        SyncResult result = SyncProgress.Show(sync, cancellation);
        if (hub is not null && result.HubFault is null)
        {
            result = TellHub(hub, client.Hello(cancellation), result, cancellation);
        }

        client.CloseSession(cancellation);
        return new SyncOutcome(hello, store.Folder, hub?.Name, result);
    }

    private static string UsualStore() => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "ecgchip", "store");

    private static SyncResult TellHub(IRecordHub hub, DeviceHello device, SyncResult result, CancellationToken cancellation)
    {
        try
        {
            hub.PutStatus(device, cancellation);
            return result;
        }
        catch (SyncException exception)
        {
            return result with { HubFault = exception.Message };
        }
    }

    private IRecordHub SignIn(Uri address, CancellationToken cancellation)
    {
        try
        {
            return HubSignIn.Open(address, User, cancellation);
        }
        catch (SyncException exception) when (!exception.IsUnusable)
        {
            return new UnreachableHub(address.GetLeftPart(UriPartial.Authority), exception);
        }
    }

    private byte[] LinkKey(long id, byte[]? deviceKey, IRecordHub? hub, CancellationToken cancellation)
    {
        FlashedKeys keys = new(Keys);
        return (deviceKey is null ? null : Sealing.DeviceKeys.Link(deviceKey)) ?? keys.FindLink(id) ?? hub?.LinkKey(id, cancellation)
            ?? throw new UnusableInputException(
                $"There is no key for device {DeviceHello.Text(id)}: put {keys.FileOf(id)} there, which 'ecgchip flash' wrote, or give --hub and a user whom it gives the key to.");
    }
}
