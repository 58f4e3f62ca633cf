package org.mlmath.linalg.lowrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.linear.Matrix;

class LowRankImageTest {
    /** @return a picture of random samples */
    static Picture random(int height, int width, int colors, boolean alpha, int depth) {
        Random random = new Random(5);
        Matrix[] channels = new Matrix[colors + (alpha ? 1 : 0)];
        for (int c = 0; c < channels.length; c++) {
            double[] samples = random.doubles((long) height * width)
                    .map(x -> Math.floor(x * (1 << depth)))
                    .toArray();
            channels[c] = new Matrix(height, width, samples);
        }
        return new Picture(channels, colors, depth);
    }

    private static Picture unpack(byte[] png) {
        return Picture.unpack(png, PngHeader.of(png));
    }

    private static LowRankImage compress(byte[] png, String rank, String energy) {
        return LowRankImage.compress(png, rank, energy, Deadline.none());
    }

    @ParameterizedTest
    @CsvSource({
        "1, false, 8",
        "1, true, 8",
        "3, false, 8",
        "3, true, 8",
        "1, false, 16",
        "1, true, 16",
        "3, false, 16",
        "3, true, 16"
    })
    void allRanksTogetherAreThePictureItself(int colors, boolean alpha, int depth) {
        Picture picture = random(9, 13, colors, alpha, depth);
        byte[] png = picture.pack();
        assertThat(unpack(png).channels()).isEqualTo(picture.channels());
        LowRankImage all = compress(png, "9", null);
        assertThat(unpack(all.png()).channels()).isEqualTo(picture.channels());
        assertThat(all.truncation().relativeError()).isZero();
        LowRankImage some = compress(png, "2", null);
        Picture approximated = unpack(some.png());
        assertThat(approximated.depth()).isEqualTo(depth);
        assertThat(approximated.channels()).hasSameSizeAs(picture.channels());
        if (alpha) {
            assertThat(approximated.channels()[colors]).isEqualTo(picture.channels()[colors]);
        }
        assertThat(some.compressionRatio()).isCloseTo(9 * 13 / (2.0 * 23), within(1e-14));
    }

    @Test
    void theErrorIsThatOfTheBestApproximation() {
        Picture picture = random(12, 7, 1, false, 16);
        LowRankImage image = compress(picture.pack(), "3", null);
        LowRankResult expected = LowRank.approximate(picture.channels()[0], 3, null, false);
        assertThat(image.truncation().relativeError()).isCloseTo(expected.relativeError(), within(1e-12));
        assertThat(image.truncation().energy()).isCloseTo(expected.energy(), within(1e-12));
        Matrix shown = unpack(image.png()).channels()[0];
        for (int at = 0; at < shown.values().length; at++) {
            double cut = Math.clamp(expected.matrix().values()[at], 0, 65535);
            assertThat(shown.values()[at]).isCloseTo(cut, within(0.500001));
        }
    }

    @Test
    void onePlainColourHasRankOne() {
        double[] plain = new double[64 * 64];
        Arrays.fill(plain, 200);
        Picture picture = new Picture(new Matrix[] {new Matrix(64, 64, plain)}, 1, 8);
        LowRankImage image = compress(picture.pack(), null, "1");
        assertThat(image.truncation().rank()).isEqualTo(1);
        assertThat(image.truncation().relativeError()).isZero();
        assertThat(unpack(image.png()).channels()[0].values()).isEqualTo(plain);
    }

    @Test
    void palettesBecomeColours() throws IOException {
        byte[] red = {0, (byte) 255, 10};
        byte[] green = {0, 40, (byte) 200};
        byte[] blue = {7, 0, 3};
        BufferedImage indexed =
                new BufferedImage(5, 4, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 3, red, green, blue));
        indexed.getRaster().setSample(2, 1, 0, 1);
        indexed.getRaster().setSample(4, 3, 0, 2);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(indexed, "png", out);
        Picture picture = unpack(compress(out.toByteArray(), "4", null).png());
        assertThat(picture.channels()).hasSize(3);
        assertThat(picture.channels()[0].get(1, 2)).isEqualTo(255);
        assertThat(picture.channels()[1].get(3, 4)).isEqualTo(200);
        assertThat(picture.channels()[2].get(0, 0)).isEqualTo(7);
    }

    @Test
    void greyOfOneBitBecomesGreyOfEight() throws IOException {
        BufferedImage bits = new BufferedImage(9, 3, BufferedImage.TYPE_BYTE_BINARY);
        bits.getRaster().setSample(8, 1, 0, 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(bits, "png", out);
        Picture picture = unpack(out.toByteArray());
        assertThat(picture.channels()).hasSizeBetween(1, 3);
        assertThat(picture.channels()[0].get(1, 8)).isEqualTo(255);
        assertThat(picture.channels()[0].get(0, 0)).isZero();
    }

    @Test
    void theHeaderDecidesBeforeAnythingIsUnpacked() {
        byte[] bomb = random(2, 2, 1, false, 8).pack();
        ByteBuffer.wrap(bomb).putInt(16, 100_000).putInt(20, 100_000);
        assertThatThrownBy(() -> new LowRankImageRequest(bomb).cost()).isInstanceOf(LimitExceededException.class);
        ByteBuffer.wrap(bomb).putInt(16, -1);
        assertThatThrownBy(() -> new LowRankImageRequest(bomb).cost()).isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void damageIsSaidToBeDamage() {
        byte[] png = random(20, 20, 3, false, 8).pack();
        for (int length : new int[] {0, 10, 33, 60, png.length / 2}) {
            byte[] cut = Arrays.copyOf(png, length);
            assertThatThrownBy(() -> compress(cut, "1", null)).isInstanceOf(InvalidParameterException.class);
        }
        byte[] spoilt = png.clone();
        Arrays.fill(spoilt, 45, 80, (byte) 0x55);
        assertThatThrownBy(() -> compress(spoilt, "1", null)).isInstanceOf(InvalidParameterException.class);
    }
}
