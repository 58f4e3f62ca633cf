package org.mlmath.linalg.lowrank;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.linear.Matrix;

/**
 * The channels of a picture, a matrix of samples each: grey or red, green and blue, and then the transparency if there is one.
 *
 * @param colors how many of the channels are colours
 * @param depth bits of a sample: 8 or 16
 */
record Picture(Matrix[] channels, int colors, int depth) {
    private static final int BYTE = 8;

    /**
     * Palettes and grey of few bits become 8 bits a sample; all other samples are as they are in the file, whatever gamma or profile
     * it names.
     *
     * @throws InvalidParameterException if it cannot be unpacked
     */
    static Picture unpack(byte[] png, PngHeader header) {
        BufferedImage image = decode(png);
        if (image.getWidth() != header.width() || image.getHeight() != header.height()) {
            throw new InvalidParameterException("The picture is not of the size that its header says.");
        }
        return image.getColorModel() instanceof IndexColorModel palette
                ? indexed(image.getRaster(), palette, header.colors())
                : direct(image.getRaster(), header);
    }

    private static BufferedImage decode(byte[] png) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(png))) {
            reader.setInput(in, true, true); // without texts and profiles, which may unpack to anything
            return reader.read(0);
        } catch (IOException | RuntimeException e) { // of a damaged file the reader throws either
            throw new InvalidParameterException("The picture cannot be unpacked: it is damaged or cut off.");
        } finally {
            reader.dispose();
        }
    }

    private static Picture direct(Raster raster, PngHeader header) {
        Matrix[] channels = new Matrix[raster.getNumBands()];
        for (int band = 0; band < channels.length; band++) {
            double[] samples = raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), band, (double[]) null);
            channels[band] = new Matrix(raster.getHeight(), raster.getWidth(), samples);
        }
        return new Picture(channels, header.colors(), header.depth());
    }

    private static Picture indexed(Raster raster, IndexColorModel palette, int colors) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        int[] indices = raster.getSamples(0, 0, width, height, 0, (int[]) null);
        Matrix[] channels = new Matrix[colors + (palette.hasAlpha() ? 1 : 0)];
        for (int channel = 0; channel < channels.length; channel++) {
            double[] samples = new double[indices.length];
            for (int at = 0; at < samples.length; at++) {
                samples[at] = sample(palette, indices[at], channel, colors);
            }
            channels[channel] = new Matrix(height, width, samples);
        }
        return new Picture(channels, colors, BYTE);
    }

    private static int sample(IndexColorModel palette, int index, int channel, int colors) {
        if (channel == colors) {
            return palette.getAlpha(index);
        }
        return switch (channel) {
            case 0 -> palette.getRed(index);
            case 1 -> palette.getGreen(index);
            default -> palette.getBlue(index);
        };
    }

    /** @return a PNG; samples are rounded, and cut off at black and white */
    byte[] pack() {
        int height = channels[0].rows();
        int width = channels[0].columns();
        int type = depth > BYTE ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE;
        boolean alpha = channels.length > colors;
        ColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(colors == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB),
                alpha,
                false,
                alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                type);
        WritableRaster raster = model.createCompatibleWritableRaster(width, height);
        int white = (1 << Math.max(depth, BYTE)) - 1;
        int[] samples = new int[width * height];
        for (int band = 0; band < channels.length; band++) {
            for (int at = 0; at < samples.length; at++) {
                samples[at] = Math.clamp(Math.round(channels[band].values()[at]), 0, white);
            }
            raster.setSamples(0, 0, width, height, band, samples);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(new BufferedImage(model, raster, false, null), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written to but memory
        }
        return bytes.toByteArray();
    }
}
