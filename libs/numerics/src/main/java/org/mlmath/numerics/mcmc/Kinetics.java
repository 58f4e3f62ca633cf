package org.mlmath.numerics.mcmc;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Momenta and the leapfrog integrator for a diagonal mass matrix, given by its inverse. */
final class Kinetics {
    private final Target target;
    final double[] inverseMass;

    Kinetics(Target target) {
        this.target = target;
        this.inverseMass = new double[target.dimension()];
        Arrays.fill(inverseMass, 1);
    }

    /** A point of phase space. */
    static final class Point {
        final double[] q;
        final double[] p;
        final double[] gradient;
        double logDensity;

        Point(int dimension) {
            q = new double[dimension];
            p = new double[dimension];
            gradient = new double[dimension];
        }

        void set(Point other) {
            System.arraycopy(other.q, 0, q, 0, q.length);
            System.arraycopy(other.p, 0, p, 0, p.length);
            System.arraycopy(other.gradient, 0, gradient, 0, gradient.length);
            logDensity = other.logDensity;
        }
    }

    void evaluate(Point point) {
        point.logDensity = target.valueAndGradient(point.q, point.gradient);
    }

    void drawMomentum(Point point, RandomGenerator random) {
        for (int i = 0; i < point.p.length; i++) {
            point.p[i] = random.nextGaussian() / Math.sqrt(inverseMass[i]);
        }
    }

    /** −log density plus kinetic energy; ∞ where there is no density. */
    double energy(Point point) {
        double kinetic = 0;
        for (int i = 0; i < point.p.length; i++) {
            kinetic += inverseMass[i] * point.p[i] * point.p[i];
        }
        double energy = 0.5 * kinetic - point.logDensity;
        return energy == energy ? energy : Double.POSITIVE_INFINITY;
    }

    void leapfrog(Point point, double step) {
        for (int i = 0; i < point.p.length; i++) {
            point.p[i] += 0.5 * step * point.gradient[i];
            point.q[i] += step * inverseMass[i] * point.p[i];
        }
        evaluate(point);
        for (int i = 0; i < point.p.length; i++) {
            point.p[i] += 0.5 * step * point.gradient[i];
        }
    }

    /** p♯ = M⁻¹p. */
    void sharp(double[] p, double[] result) {
        for (int i = 0; i < p.length; i++) {
            result[i] = inverseMass[i] * p[i];
        }
    }

    /**
     * A step size of the right order: doubled or halved until the energy error of one step crosses log 0.8.
     *
     * <p>Source: Hoffman and Gelman (2014), algorithm 4.
     */
    double reasonableStep(Point start, double first, RandomGenerator random) {
        Point point = new Point(start.q.length);
        double step = first;
        int direction = 0;
        for (int tries = 0; tries < 100; tries++) {
            point.set(start);
            drawMomentum(point, random);
            double before = energy(point);
            leapfrog(point, step);
            boolean good = before - energy(point) > Math.log(0.8);
            int next = good ? 1 : -1;
            if (direction != 0 && next != direction) {
                return step;
            }
            direction = next;
            step = good ? 2 * step : 0.5 * step;
            if (step > 1e7 || step < 1e-300) {
                return step;
            }
        }
        return step;
    }
}
