package org.mlmath.test.contract;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Where two pictures differ by more than rounding. Their files may: machines pack the same samples differently. */
final class PictureDifference {
    private PictureDifference() {}

    /** @return a line per sample that differs by more than one step, or one on the shapes */
    static List<String> between(byte[] expected, byte[] actual) {
        Raster documented = raster(expected);
        Raster answered = raster(actual);
        if (!documented.getBounds().equals(answered.getBounds())
                || documented.getNumBands() != answered.getNumBands()) {
            return List.of("the picture has another shape");
        }
        List<String> found = new ArrayList<>();
        for (int y = 0; y < documented.getHeight(); y++) {
            for (int x = 0; x < documented.getWidth(); x++) {
                for (int band = 0; band < documented.getNumBands(); band++) {
                    int before = documented.getSample(x, y, band);
                    int now = answered.getSample(x, y, band);
                    if (Math.abs(before - now) > 1) {
                        found.add("sample %d at (%d, %d): %d is documented, %d was answered"
                                .formatted(band, x, y, before, now));
                    }
                }
            }
        }
        return found;
    }

    private static Raster raster(byte[] picture) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
            return image.getData();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
