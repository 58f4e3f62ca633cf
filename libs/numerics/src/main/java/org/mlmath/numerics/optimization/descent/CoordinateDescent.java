package org.mlmath.numerics.optimization.descent;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.mlmath.numerics.optimization.DifferentiableFunction;
import org.mlmath.numerics.optimization.Iterate;
import org.mlmath.numerics.optimization.StopReason;
import org.mlmath.numerics.optimization.UpdateRule;

/**
 * Coordinate descent: each step moves one coordinate, xᵢ ← xᵢ − t·∂f/∂xᵢ. Where the search is (nearly) exact, on a quadratic that
 * is the method of Gauss and Seidel. A sweep is n steps; it is the fall over a sweep that counts as the change of the value. Ends
 * where no coordinate alone leads further down, which at a kink need not be a minimum.
 *
 * <p>Source: S. J. Wright, <i>Coordinate descent algorithms</i>, Mathematical Programming 151, 2015.
 *
 * @param seed for random coordinates
 */
public record CoordinateDescent(Selection selection, long seed, LineSearch search) implements UpdateRule {
    /** Which coordinate is next. */
    public enum Selection {
        /** One after the other. */
        CYCLIC,
        /** The one with the largest partial derivative, after Gauss and Southwell. */
        GREEDY,
        /** Any, with equal chances. */
        RANDOM
    }

    /** The fall in the sweep so far, and how many steps in turn have moved nothing. */
    @Override
    public List<Slot> memory(int dimension) {
        return List.of(new Slot("sweepFall", 1), new Slot("idle", 1));
    }

    @Override
    public Guide guide() {
        return Guide.DIRECTION;
    }

    @Override
    public void step(Iterate from, Iterate to, double learningRate, DifferentiableFunction objective) {
        int n = from.point().length;
        // A state that comes from outside may say anything.
        int idle = Math.clamp((long) from.memory()[1], 0, patience(n));
        if (from.gradientNorm() == 0) {
            to.refuse(StopReason.STATIONARY);
            return;
        }
        double[] direction = new double[n];
        int i = selected(from, idle);
        direction[i] = -from.gradient()[i];
        Ray ray = new Ray(from, direction, to, objective);
        boolean moved = direction[i] != 0 && ray.found(search, learningRate);
        if (!moved && idle + 1 >= patience(n)) {
            ray.refuse(Ray.dot(from.gradient(), from.gradient()));
            return;
        }
        if (!moved) {
            ray.stay();
        }
        double fall = from.memory()[0] + from.value() - to.value();
        boolean sweepEnds = to.iteration() % n == 0;
        to.change(sweepEnds ? Math.abs(fall) : Double.NaN);
        to.memory()[0] = sweepEnds ? 0 : fall;
        to.memory()[1] = moved ? 0 : idle + 1;
    }

    /** Random coordinates repeat, so that more of them have to fail before all have. */
    private int patience(int n) {
        return selection == Selection.RANDOM ? 8 * n : n;
    }

    private int selected(Iterate from, int idle) {
        int n = from.point().length;
        return switch (selection) {
            case CYCLIC -> (int) (from.iteration() % n);
            case RANDOM -> new SplittableRandom(new SplittableRandom(seed).nextLong() + from.iteration()).nextInt(n);
            case GREEDY -> {
                double[] g = from.gradient();
                Integer[] steepest = IntStream.range(0, n).boxed().toArray(Integer[]::new);
                Arrays.sort(steepest, Comparator.comparingDouble(i -> -Math.abs(g[i])));
                yield steepest[Math.min(idle, n - 1)];
            }
        };
    }
}
