namespace ConflictBot.Channels.Teams.AppPackage;

/// <summary>Draws the app's icons: the two quotation marks of the site's icon.svg.</summary>
internal static class AppIcons
{
    public const int ColorSize = 192;
    public const int OutlineSize = 32;

    /// <summary>The ground of the colour icon.</summary>
    public const string AccentColor = "#1F5F66";

    private const int Samples = 8; // by as many, in each pixel
    private const int StepsOfCurve = 24;
    private const double DrawingSize = 40;

    // What the marks of icon.svg take of its 40 units: from 8 to 32 across, from 9.6 to 30.4 down.
    private const double MarksFrom = 8;
    private const double MarksWidth = 24;

    private static readonly (byte R, byte G, byte B) Ground = (0x1F, 0x5F, 0x66);
    private static readonly (byte R, byte G, byte B) Paper = (0xF4, 0xF1, 0xE8);

    /// <summary>192×192: the marks on a full ground, which Teams rounds off. They keep within the 120 pixels in the middle that no client cuts.</summary>
    public static byte[] Color()
    {
        var cover = Cover(ColorSize, marksWidth: 116);
        var pixels = new byte[ColorSize * ColorSize * 4];
        for (var i = 0; i < cover.Length; i++)
        {
            pixels[i * 4] = Mix(Ground.R, Paper.R, cover[i]);
            pixels[(i * 4) + 1] = Mix(Ground.G, Paper.G, cover[i]);
            pixels[(i * 4) + 2] = Mix(Ground.B, Paper.B, cover[i]);
            pixels[(i * 4) + 3] = byte.MaxValue;
        }

        return PngImage.Encode(ColorSize, ColorSize, pixels);
    }

    /// <summary>32×32: the marks in white on nothing. Teams takes no other colour; soft edges are opacity.</summary>
    public static byte[] Outline()
    {
        var cover = Cover(OutlineSize, marksWidth: 28);
        var pixels = new byte[OutlineSize * OutlineSize * 4];
        for (var i = 0; i < cover.Length; i++)
        {
            pixels[i * 4] = pixels[(i * 4) + 1] = pixels[(i * 4) + 2] = byte.MaxValue;
            pixels[(i * 4) + 3] = (byte)Math.Round(cover[i] * byte.MaxValue);
        }

        return PngImage.Encode(OutlineSize, OutlineSize, pixels);
    }

    /// <summary>How much of each pixel the marks cover, 0 to 1.</summary>
    private static double[] Cover(int size, double marksWidth)
    {
        var scale = marksWidth / MarksWidth;
        var shift = (size / 2.0) - ((MarksFrom + (MarksWidth / 2)) * scale);
        var first = Mark().Select(p => (X: (p.X * scale) + shift, Y: (p.Y * scale) + shift)).ToArray();
        // The second mark is the first one turned half about the middle.
        var second = Mark().Select(p => (X: ((DrawingSize - p.X) * scale) + shift, Y: ((DrawingSize - p.Y) * scale) + shift)).ToArray();
        var cover = new double[size * size];
        for (var i = 0; i < cover.Length; i++)
        {
            var hits = 0;
            for (var sample = 0; sample < Samples * Samples; sample++)
            {
                var x = (i % size) + (((sample % Samples) + 0.5) / Samples);
                var y = (i / size) + (((sample / Samples) + 0.5) / Samples);
                if (IsInside(first, x, y) || IsInside(second, x, y))
                    hits++;
            }

            cover[i] = hits / (double)(Samples * Samples);
        }

        return cover;
    }

    /// <summary>The opening mark's outline, its curves as short lines.</summary>
    private static List<(double X, double Y)> Mark()
    {
        var outline = new List<(double X, double Y)> { (8, 22) };
        Curve(8, 15.5, 10.6, 11.4, 15.6, 9.6);
        outline.Add((16.6, 11.9));
        Curve(13.9, 13.2, 12.5, 15.1, 12.3, 17.6);
        Curve(12.7, 17.4, 13.2, 17.3, 13.8, 17.3);
        Curve(16.3, 17.3, 18, 19, 18, 21.4);
        Curve(18, 23.9, 16.2, 25.7, 13.5, 25.7);
        Curve(10, 25.7, 8, 24.1, 8, 22);
        return outline;

        void Curve(double x1, double y1, double x2, double y2, double x3, double y3)
        {
            var (x0, y0) = outline[^1];
            for (var step = 1; step <= StepsOfCurve; step++)
            {
                var t = step / (double)StepsOfCurve;
                var u = 1 - t;
                outline.Add((
                    (u * u * u * x0) + (3 * u * u * t * x1) + (3 * u * t * t * x2) + (t * t * t * x3),
                    (u * u * u * y0) + (3 * u * u * t * y1) + (3 * u * t * t * y2) + (t * t * t * y3)));
            }
        }
    }

    /// <summary>Whether a ray from the point crosses the outline an odd number of times.</summary>
    private static bool IsInside((double X, double Y)[] outline, double x, double y)
    {
        var inside = false;
        for (int i = 0, j = outline.Length - 1; i < outline.Length; j = i++)
        {
            var (a, b) = (outline[i], outline[j]);
            if ((a.Y > y) != (b.Y > y) && x < ((b.X - a.X) * (y - a.Y) / (b.Y - a.Y)) + a.X)
                inside = !inside;
        }

        return inside;
    }

    private static byte Mix(byte ground, byte paper, double cover) => (byte)Math.Round(ground + ((paper - ground) * cover));
}
