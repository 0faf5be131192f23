namespace System.Device.Gpio;

/// <summary>Level of a pin.</summary>
public readonly struct PinValue
{
    private readonly bool high;

    private PinValue(bool high) => this.high = high;

    /// <summary>The pin is at the supply.</summary>
    public static PinValue High => new(true);

    /// <summary>The pin is at ground.</summary>
    public static PinValue Low => new(false);

    /// <summary>0 is low, anything else high.</summary>
    public static implicit operator PinValue(int value) => new(value != 0);

    /// <summary>True is high.</summary>
    public static implicit operator PinValue(bool value) => new(value);

    /// <summary>High is 1.</summary>
    public static explicit operator byte(PinValue value) => value.high ? (byte)1 : (byte)0;

    /// <summary>High is 1.</summary>
    public static explicit operator int(PinValue value) => value.high ? 1 : 0;

    /// <summary>High is true.</summary>
    public static explicit operator bool(PinValue value) => value.high;

    /// <summary>Same level.</summary>
    public static bool operator ==(PinValue a, PinValue b) => a.high == b.high;

    /// <summary>Different level.</summary>
    public static bool operator !=(PinValue a, PinValue b) => a.high != b.high;

    /// <summary>Same level.</summary>
    public bool Equals(PinValue other) => high == other.high;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PinValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => high ? 1 : 0;

    /// <inheritdoc/>
    public override string ToString() => high ? "High" : "Low";
}
