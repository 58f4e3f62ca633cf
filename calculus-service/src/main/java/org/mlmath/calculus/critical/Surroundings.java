package org.mlmath.calculus.critical;

import java.util.SplittableRandom;
import org.mlmath.calculus.critical.CriticalPointsResult.Neighbourhood;
import org.mlmath.expression.compile.ExpressionFunction;

/** The values of a function around a point, on spheres that shrink: evidence where derivatives do not decide. */
final class Surroundings {
    private static final double[] RADII = {1e-1, 1e-2, 1e-3};
    private static final int DIRECTIONS = 32;
    private static final double ROUNDING = 1e-14;

    private Surroundings() {}

    static Neighbourhood of(ExpressionFunction function, double[] point) {
        double value = function.value(point);
        int n = point.length;
        SplittableRandom random = new SplittableRandom(7); // any: the same directions every time
        int lower = 0;
        int higher = 0;
        int equal = 0;
        for (int k = 0; k < 2 * n + DIRECTIONS; k++) {
            double[] direction = direction(k, n, random);
            for (double radius : RADII) {
                double[] near = point.clone();
                for (int i = 0; i < n; i++) {
                    near[i] += radius * direction[i];
                }
                double there = function.value(near);
                double difference = there - value;
                double noise = ROUNDING * Math.max(Math.abs(value), Math.abs(there));
                lower += difference < -noise ? 1 : 0;
                higher += difference > noise ? 1 : 0;
                equal += Math.abs(difference) <= noise ? 1 : 0;
            }
        }
        return new Neighbourhood(lower, higher, equal);
    }

    /** Both ways along each axis first, then anywhere; of one variable the axis is all there is. */
    private static double[] direction(int k, int n, SplittableRandom random) {
        double[] direction = new double[n];
        if (k < 2 * n || n == 1) {
            direction[k / 2 % n] = k % 2 == 0 ? 1 : -1;
            return direction;
        }
        double norm = 0;
        for (int i = 0; i < n; i++) {
            direction[i] = random.nextDouble(-1, 1);
            norm = Math.hypot(norm, direction[i]);
        }
        for (int i = 0; i < n; i++) {
            direction[i] /= norm;
        }
        return direction;
    }

    /** @return what they suggest */
    static PointKind suggested(Neighbourhood around) {
        if (around.lower() > 0 && around.higher() > 0) {
            return PointKind.SADDLE;
        }
        return around.higher() > 0
                ? around.equal() > 0 ? PointKind.UNDECIDED : PointKind.MINIMUM
                : around.lower() > 0 && around.equal() == 0 ? PointKind.MAXIMUM : PointKind.UNDECIDED;
    }
}
