package org.mlmath.linalg.lowrank;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.work.Cost;
import org.mlmath.kit.work.Costed;
import org.mlmath.numerics.linear.Kernel;
import org.mlmath.numerics.linear.KernelCost.Operation;
import org.mlmath.numerics.linear.Kernels;

/** A picture as it came. What it will take is told by its header, before anything is unpacked. */
@Schema(description = "A PNG")
public record LowRankImageRequest(
        @Schema(description = "The file") byte[] png) implements Costed {
    /** Seconds to unpack a sample, and to pack it again. */
    private static final double PACKING = 2e-7;

    /** @throws org.mlmath.numerics.MathException if it is no PNG, or a larger one than is let in */
    @Override
    public Cost cost() {
        PngHeader header = PngHeader.of(png);
        Kernel kernel = Kernels.current();
        int m = header.height();
        int n = header.width();
        int smaller = Math.min(m, n);
        double channel = 3 * kernel.cost().multiply(m, smaller, n)
                + kernel.cost().seconds(Operation.SYMMETRIC_EIGEN, smaller, smaller)
                + kernel.cost().seconds(Operation.QR, m, n);
        long samples = (long) m * n * header.channels();
        return new Cost(
                header.colors() * channel + PACKING * samples, 8 * (4 * samples + 6L * m * n + 6L * smaller * smaller));
    }
}
