package org.mlmath.numerics.mcmc;

import java.util.random.RandomGenerator;

/**
 * The No-U-Turn sampler: trajectories that double, forwards or backwards at random, until they turn back; the next point is drawn from
 * the trajectory with weights e^{−H}, later subtrees preferred.
 *
 * <p>Source: M. D. Hoffman and A. Gelman, JMLR 15 (2014), 1593-1623; M. Betancourt, <i>A Conceptual Introduction to Hamiltonian Monte Carlo</i>,
 * arXiv 1701.02434 (2017), appendix A; the further checks between subtrees as in Stan since 2.21.
 */
final class NoUTurn extends HamiltonianTransition {
    private final int mostDoublings;
    private final int dimension;
    private final Kinetics.Point walker;
    private final Kinetics.Point forward;
    private final Kinetics.Point backward;
    private final Kinetics.Point chosen;
    private final Kinetics.Point proposal;
    private final Level[] levels;
    private double initialEnergy;
    private RandomGenerator random;

    // Of the trajectory being built.
    private int leapfrogs;
    private double acceptances;
    private boolean divergent;

    /** Momenta at the ends of a subtree, p♯ = M⁻¹p there, the sum of all its momenta, and the logarithm of its weight. */
    private static final class Subtree {
        double[] sharpBegin;
        double[] sharpEnd;
        double[] begin;
        double[] end;
        double[] sum;
        double logWeight;

        Subtree(int dimension) {
            sharpBegin = new double[dimension];
            sharpEnd = new double[dimension];
            begin = new double[dimension];
            end = new double[dimension];
            sum = new double[dimension];
        }
    }

    /** Room for the two halves of a subtree of each depth, and the proposal of the second. */
    private static final class Level {
        final Subtree first;
        final Subtree second;
        final Kinetics.Point proposal;

        Level(int dimension) {
            first = new Subtree(dimension);
            second = new Subtree(dimension);
            proposal = new Kinetics.Point(dimension);
        }
    }

    NoUTurn(Target target, double[] start, ChainSettings settings, RandomGenerator random) {
        super(target, start, settings, random);
        this.mostDoublings = settings.maxTreeDepth();
        this.dimension = target.dimension();
        this.walker = new Kinetics.Point(dimension);
        this.forward = new Kinetics.Point(dimension);
        this.backward = new Kinetics.Point(dimension);
        this.chosen = new Kinetics.Point(dimension);
        this.proposal = new Kinetics.Point(dimension);
        this.levels = new Level[mostDoublings + 1];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = new Level(dimension);
        }
    }

    @Override
    public Outcome next(RandomGenerator generator) {
        random = generator;
        kinetics.drawMomentum(point, random);
        initialEnergy = kinetics.energy(point);
        forward.set(point);
        backward.set(point);
        chosen.set(point);
        Subtree whole = new Subtree(dimension);
        System.arraycopy(point.p, 0, whole.begin, 0, dimension);
        System.arraycopy(point.p, 0, whole.end, 0, dimension);
        System.arraycopy(point.p, 0, whole.sum, 0, dimension);
        kinetics.sharp(point.p, whole.sharpBegin);
        kinetics.sharp(point.p, whole.sharpEnd);
        leapfrogs = 0;
        acceptances = 0;
        divergent = false;
        int depth = 0;
        boolean turned = false;
        while (depth < mostDoublings) {
            Subtree added = new Subtree(dimension);
            boolean onwards = random.nextDouble() > 0.5;
            walker.set(onwards ? forward : backward);
            boolean valid = build(depth, proposal, added, onwards ? 1 : -1);
            (onwards ? forward : backward).set(walker);
            if (!valid) {
                turned = true;
                break;
            }
            depth++;
            if (added.logWeight > whole.logWeight
                    || random.nextDouble() < Math.exp(added.logWeight - whole.logWeight)) {
                chosen.set(proposal);
            }
            // A subtree built backwards begins where it joins the tree; seen in the order of time its end comes first.
            Subtree joined = onwards ? joined(whole, added) : joined(reversed(added), whole);
            boolean goesOn = onwards ? persists(whole, added, joined) : persists(reversed(added), whole, joined);
            whole = joined;
            if (!goesOn) {
                turned = true;
                break;
            }
        }
        point.set(chosen);
        double acceptance = leapfrogs == 0 ? 0 : acceptances / leapfrogs;
        return new Outcome(acceptance, kinetics.energy(point), divergent, !turned, leapfrogs);
    }

    private static Subtree reversed(Subtree tree) {
        Subtree result = new Subtree(0);
        result.begin = tree.end;
        result.end = tree.begin;
        result.sharpBegin = tree.sharpEnd;
        result.sharpEnd = tree.sharpBegin;
        result.sum = tree.sum;
        result.logWeight = tree.logWeight;
        return result;
    }

    private Subtree joined(Subtree first, Subtree second) {
        Subtree result = new Subtree(0);
        result.begin = first.begin;
        result.sharpBegin = first.sharpBegin;
        result.end = second.end;
        result.sharpEnd = second.sharpEnd;
        result.sum = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            result.sum[i] = first.sum[i] + second.sum[i];
        }
        result.logWeight = logSum(first.logWeight, second.logWeight);
        return result;
    }

    /** Whether two adjacent trajectories, together and across their seam, still lead away. */
    private boolean persists(Subtree first, Subtree second, Subtree both) {
        return leadsAway(both.sharpBegin, both.sharpEnd, both.sum, null)
                && leadsAway(first.sharpBegin, second.sharpBegin, first.sum, second.begin)
                && leadsAway(first.sharpEnd, second.sharpEnd, second.sum, first.end);
    }

    private static boolean leadsAway(double[] sharpBegin, double[] sharpEnd, double[] sum, double[] further) {
        double atBegin = 0;
        double atEnd = 0;
        for (int i = 0; i < sum.length; i++) {
            double total = further == null ? sum[i] : sum[i] + further[i];
            atBegin += sharpBegin[i] * total;
            atEnd += sharpEnd[i] * total;
        }
        return atBegin > 0 && atEnd > 0;
    }

    private static double logSum(double a, double b) {
        double larger = Math.max(a, b);
        return larger == Double.NEGATIVE_INFINITY ? larger : larger + Math.log1p(Math.exp(Math.min(a, b) - larger));
    }

    /**
     * Walks 2^depth steps on.
     *
     * @param sample filled with a point drawn from the subtree
     * @return whether it neither diverged nor turned back
     */
    private boolean build(int depth, Kinetics.Point sample, Subtree tree, int direction) {
        if (depth == 0) {
            return leaf(sample, tree, direction);
        }
        Level level = levels[depth];
        Subtree first = level.first;
        Subtree second = level.second;
        if (!build(depth - 1, sample, first, direction) || !build(depth - 1, level.proposal, second, direction)) {
            return false;
        }
        tree.logWeight = logSum(first.logWeight, second.logWeight);
        if (random.nextDouble() < Math.exp(second.logWeight - tree.logWeight)) {
            sample.set(level.proposal);
        }
        for (int i = 0; i < dimension; i++) {
            tree.sum[i] = first.sum[i] + second.sum[i];
        }
        System.arraycopy(first.begin, 0, tree.begin, 0, dimension);
        System.arraycopy(first.sharpBegin, 0, tree.sharpBegin, 0, dimension);
        System.arraycopy(second.end, 0, tree.end, 0, dimension);
        System.arraycopy(second.sharpEnd, 0, tree.sharpEnd, 0, dimension);
        return persists(first, second, tree);
    }

    private boolean leaf(Kinetics.Point sample, Subtree tree, int direction) {
        kinetics.leapfrog(walker, direction * step);
        leapfrogs++;
        double gain = initialEnergy - kinetics.energy(walker);
        if (!(gain >= -LOST)) {
            divergent = true;
        }
        tree.logWeight = gain;
        acceptances += Math.min(1, Math.exp(gain));
        sample.set(walker);
        System.arraycopy(walker.p, 0, tree.begin, 0, dimension);
        System.arraycopy(walker.p, 0, tree.end, 0, dimension);
        System.arraycopy(walker.p, 0, tree.sum, 0, dimension);
        kinetics.sharp(walker.p, tree.sharpBegin);
        System.arraycopy(tree.sharpBegin, 0, tree.sharpEnd, 0, dimension);
        return !divergent;
    }
}
