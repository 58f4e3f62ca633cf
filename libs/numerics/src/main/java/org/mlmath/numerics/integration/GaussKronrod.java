package org.mlmath.numerics.integration;

import java.util.function.DoubleUnaryOperator;

/**
 * The Gauss-Kronrod pair of 10 and 21 points on an interval, with QUADPACK's estimate of the error: ∫|f − mean| · min(1, (200 δ)^1.5)
 * for the difference δ of the two rules relative to that integral, and no less than rounding allows.
 *
 * <p>Source: Piessens, de Doncker-Kapenga, Überhuber and Kahaner, <i>QUADPACK</i> (1983), routine QK21; the nodes by Kronrod (1965).
 */
final class GaussKronrod {
    static final int POINTS = 21;
    private static final double EPSILON = 0x1p-52;

    /** Positive nodes of the 21-point rule, every second one from the other rule. */
    private static final double[] NODES = {
        0.995657163025808080735527280689003, 0.973906528517171720077964012084452,
        0.930157491355708226001207180059508, 0.865063366688984510732096688423493,
        0.780817726586416897063717578345042, 0.679409568299024406234327365114874,
        0.562757134668604683339000099272694, 0.433395394129247190799265943165784,
        0.294392862701460198131126603103866, 0.148874338981631210884826001129720
    };
    /** Of the 21-point rule at the positive nodes, then at the middle. */
    private static final double[] KRONROD = {
        0.011694638867371874278064396062192, 0.032558162307964727478818972459390,
        0.054755896574351996031381300244580, 0.075039674810919952767043140916190,
        0.093125454583697605535065465083366, 0.109387158802297641899210590325805,
        0.123491976262065851077958109585166, 0.134709217311473325928054001771707,
        0.142775938577060080797094273138717, 0.147739104901338491374841515972068,
        0.149445554002916905664936468389821
    };
    /** Of the 10-point rule at the nodes with odd index. */
    private static final double[] GAUSS = {
        0.066671344308688137593568809893332, 0.149451349150580593145863397657697,
        0.219086362515982043995534934228163, 0.269266719309996355091226921569469,
        0.295524224714752870173815619188769
    };

    /**
     * @param quadrature over the panel
     * @param conditioning what rounding the abscissas does to it: ulp(x) times the variation of the values
     */
    record Panel(Quadrature quadrature, double conditioning) {}

    private GaussKronrod() {}

    static Panel over(DoubleUnaryOperator f, double from, double to) {
        double center = 0.5 * (from + to);
        double half = 0.5 * (to - from);
        double[] values = new double[POINTS];
        double middle = f.applyAsDouble(center);
        if (!Double.isFinite(middle)) {
            return undefined(center);
        }
        double kronrod = KRONROD[10] * middle;
        double gauss = 0;
        double modulus = KRONROD[10] * Math.abs(middle);
        values[20] = middle;
        for (int i = 0; i < NODES.length; i++) {
            double shift = half * NODES[i];
            double below = f.applyAsDouble(center - shift);
            double above = f.applyAsDouble(center + shift);
            if (!Double.isFinite(below) || !Double.isFinite(above)) {
                return undefined(Double.isFinite(below) ? center + shift : center - shift);
            }
            values[2 * i] = below;
            values[2 * i + 1] = above;
            kronrod += KRONROD[i] * (below + above);
            modulus += KRONROD[i] * (Math.abs(below) + Math.abs(above));
            if (i % 2 == 1) {
                gauss += GAUSS[i / 2] * (below + above);
            }
        }
        double mean = 0.5 * kronrod;
        double deviation = KRONROD[10] * Math.abs(middle - mean);
        for (int i = 0; i < NODES.length; i++) {
            deviation += KRONROD[i] * (Math.abs(values[2 * i] - mean) + Math.abs(values[2 * i + 1] - mean));
        }
        double width = Math.abs(half);
        double error = Math.abs(kronrod - gauss) * width;
        deviation *= width;
        if (deviation > 0 && error > 0) {
            error = deviation * Math.min(1, Math.pow(200 * error / deviation, 1.5));
        }
        double rounding = 50 * EPSILON * modulus * width;
        double conditioning = variation(values) * Math.ulp(Math.max(Math.abs(from), Math.abs(to)));
        return new Panel(
                new Quadrature(kronrod * half, Math.max(error, rounding), modulus * width, POINTS), conditioning);
    }

    private static double variation(double[] values) {
        double variation = Math.abs(values[18] - values[20]) + Math.abs(values[19] - values[20]);
        for (int i = 2; i < 20; i++) {
            variation += Math.abs(values[i] - values[i - 2]);
        }
        return variation;
    }

    private static Panel undefined(double at) {
        return new Panel(new Quadrature(Double.NaN, Double.POSITIVE_INFINITY, 0, POINTS, at), 0);
    }
}
