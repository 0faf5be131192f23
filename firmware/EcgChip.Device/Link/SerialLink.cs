using System;
using System.IO.Ports;
using EcgChip.Device.Seams;
using nanoFramework.Hardware.Esp32;

namespace EcgChip.Device.Link
{
    /// <summary>
    /// The link over the second serial port: the first is the debugger's. Nothing blocks on reading, because only what has come in is asked for;
    /// writing takes 87 us a byte, so the link is given few bytes at a time.
    /// </summary>
    public sealed class SerialLink : ILink, IDisposable
    {
        /// <summary>Bits a second, 8 bits, no parity, one stop bit.</summary>
        public const int BaudRate = 115200;

        private const string Port = "COM2";

        /// <summary>Bytes that the driver holds until they are read, outside the managed heap: the longest frame, and more while a slice lasts.</summary>
        private const int ReceiveBytes = 512;

        private readonly SerialPort port;

        /// <summary>Opens the port.</summary>
        public SerialLink()
        {
            Configuration.SetPinFunction(Board.LinkTransmitPin, DeviceFunction.COM2_TX);
            Configuration.SetPinFunction(Board.LinkReceivePin, DeviceFunction.COM2_RX);
            port = new SerialPort(Port, BaudRate);
            port.ReadBufferSize = ReceiveBytes;
            port.Open();
        }

        /// <inheritdoc/>
        public int Read(byte[] buffer, int offset, int count)
        {
            int there = port.BytesToRead;
            if (there == 0)
            {
                return 0;
            }

            return port.Read(buffer, offset, there < count ? there : count);
        }

        /// <inheritdoc/>
        public void Write(byte[] buffer, int offset, int count)
        {
            port.Write(buffer, offset, count);
        }

        /// <summary>Gives the port back.</summary>
        public void Dispose()
        {
            port.Dispose();
        }
    }
}
