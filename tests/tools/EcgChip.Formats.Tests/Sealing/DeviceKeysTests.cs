using System;
using System.Security.Cryptography;
using System.Text;
using EcgChip.Formats.Sealing;

namespace EcgChip.Formats.Tests.Sealing;

public class DeviceKeysTests
{
    private static readonly byte[] Key = Convert.FromHexString("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

    [Theory]
    [InlineData("EcgChip link 1", 0)]
    [InlineData("EcgChip record 1", 1)]
    [InlineData("EcgChip storage 1", 2)]
    public void Each_key_is_the_HMAC_of_its_use(string use, int which)
    {
        using HMACSHA256 hmac = new(Key);
        byte[] made = which switch { 0 => DeviceKeys.Link(Key), 1 => DeviceKeys.Record(Key), _ => DeviceKeys.Storage(Key) };

        Assert.Equal(Convert.ToHexString(hmac.ComputeHash(Encoding.ASCII.GetBytes(use))), Convert.ToHexString(made));
    }

    [Fact]
    public void No_two_uses_share_a_key_and_none_is_the_device_s_own()
    {
        string[] keys = [Convert.ToHexString(Key), Convert.ToHexString(DeviceKeys.Link(Key)), Convert.ToHexString(DeviceKeys.Record(Key)), Convert.ToHexString(DeviceKeys.Storage(Key))];

        Assert.Equal(keys.Length, new System.Collections.Generic.HashSet<string>(keys).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_key_of_another_length_is_refused(int bytes) =>
        Assert.Contains("32 bytes", Assert.Throws<ArgumentException>(() => DeviceKeys.Record(new byte[bytes])).Message, StringComparison.Ordinal);
}
