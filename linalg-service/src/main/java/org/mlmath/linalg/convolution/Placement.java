package org.mlmath.linalg.convolution;

/**
 * How kernels are laid on the input.
 *
 * @param stride by how much one moves
 * @param padding zeros around the input
 * @param dilation how far apart its entries lie, 1 for side by side
 */
record Placement(int stride, Padding padding, int dilation) {
    /** @return what so many entries reach over */
    int reach(int entries) {
        return (entries - 1) * dilation + 1;
    }
}
