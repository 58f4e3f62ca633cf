package org.mlmath.linalg.lowrank;

import java.nio.ByteBuffer;
import java.util.Set;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.LimitExceededException;

/**
 * What the first 33 bytes of a PNG say: signature and IHDR. Source: ISO/IEC 15948:2004, §5.2 and §11.2.2.
 *
 * @param depth bits of a sample, or of an index into the palette: 1, 2, 4, 8 or 16
 */
record PngHeader(int width, int height, int depth, ColorType colorType) {
    /** As many samples as a request may have entries: what a small file unpacks to is bounded before it is unpacked. */
    static final long MOST_SAMPLES = 8_000_000;

    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int IHDR = 0x49484452;
    private static final int IHDR_LENGTH = 13;
    private static final int LENGTH = 33;

    /** What a pixel is made of. */
    enum ColorType {
        GREY(0, 1, Set.of(1, 2, 4, 8, 16)),
        RGB(2, 3, Set.of(8, 16)),
        PALETTE(3, 3, Set.of(1, 2, 4, 8)),
        GREY_ALPHA(4, 1, Set.of(8, 16)),
        RGB_ALPHA(6, 3, Set.of(8, 16));

        private final int code;
        private final int colors;
        private final Set<Integer> depths;

        ColorType(int code, int colors, Set<Integer> depths) {
            this.code = code;
            this.colors = colors;
            this.depths = depths;
        }
    }

    /**
     * @throws InvalidParameterException if these are not the first bytes of a PNG
     * @throws LimitExceededException if the picture is too large
     */
    static PngHeader of(byte[] png) {
        if (png.length < LENGTH || ByteBuffer.wrap(png).getLong() != SIGNATURE) {
            throw broken("does not begin as a PNG does");
        }
        ByteBuffer bytes = ByteBuffer.wrap(png, 8, LENGTH - 8);
        if (bytes.getInt() != IHDR_LENGTH || bytes.getInt() != IHDR) {
            throw broken("does not begin with the header of a PNG");
        }
        int width = bytes.getInt();
        int height = bytes.getInt();
        int depth = bytes.get();
        int code = bytes.get();
        for (ColorType type : ColorType.values()) {
            if (type.code == code && type.depths.contains(depth) && width > 0 && height > 0) {
                PngHeader header = new PngHeader(width, height, depth, type);
                header.requireAllowed();
                return header;
            }
        }
        throw broken("has a header that no PNG has");
    }

    private static InvalidParameterException broken(String what) {
        return new InvalidParameterException("The body %s. Send a PNG.".formatted(what));
    }

    private void requireAllowed() {
        double samples = (double) width * height * channels();
        if (samples > MOST_SAMPLES) {
            throw (LimitExceededException) new LimitExceededException(
                            "The picture is %d×%d with %d channels: %.0f samples, more than the %d allowed."
                                    .formatted(width, height, channels(), samples, MOST_SAMPLES))
                    .with("limit", MOST_SAMPLES)
                    .with("needed", samples);
        }
    }

    /** @return how many channels are approximated: 1 or 3 */
    int colors() {
        return colorType.colors;
    }

    /** @return those, and one for transparency where there may be any */
    int channels() {
        return colors() + (colorType == ColorType.GREY || colorType == ColorType.RGB ? 0 : 1);
    }
}
