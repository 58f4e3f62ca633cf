package org.mlmath.stats.markov;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.ComplexVector;
import org.mlmath.numerics.linear.Kernels;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.markov.ChainPowers;
import org.mlmath.numerics.markov.ChainStructure;
import org.mlmath.numerics.markov.ChainStructure.CommunicatingClass;
import org.mlmath.numerics.markov.HittingTimes;
import org.mlmath.numerics.markov.StateReduction;
import org.mlmath.numerics.sample.CompensatedSum;

/** What a chain does in the long run. */
final class ChainAnalysis {
    /** Up to so many states, hitting and mixing times are worked out: they take n⁴ operations. */
    static final int DETAILED = 150;

    /** By how much flows there and back may differ, relatively, in a chain called reversible. */
    private static final double REVERSIBLE = 1e-11;

    private final Chain chain;
    private final ChainStructure structure;
    private final Deadline deadline;
    private final List<Warning> warnings = new ArrayList<>();

    private ChainAnalysis(Chain chain, Deadline deadline) {
        this.chain = chain;
        this.structure = ChainStructure.of(chain.transition());
        this.deadline = deadline;
    }

    static ChainAnalysisResult of(ChainAnalysisRequest request, Deadline deadline) {
        Chain chain = Chain.of(request.transition(), request.states());
        double[] start = start(chain, request.start());
        return new ChainAnalysis(chain, deadline).result(request, start);
    }

    private static double[] start(Chain chain, ChainStart start) {
        return chain.start(start == null ? new ChainStart(chain.states().getFirst(), null) : start);
    }

    private ChainAnalysisResult result(ChainAnalysisRequest request, double[] start) {
        List<CommunicatingClass> recurrent = structure.recurrent();
        List<double[]> byClass = recurrent.stream().map(this::stationary).toList();
        double[] stationary = byClass.size() == 1 ? byClass.getFirst() : null;
        boolean aperiodic = recurrent.stream().allMatch(c -> c.period() == 1);
        boolean regular = structure.irreducible() && aperiodic;
        boolean detailed = chain.states().size() <= DETAILED;
        HittingTimes hitting = detailed ? HittingTimes.of(chain.transition(), deadline) : null;
        ChainPowers powers = new ChainPowers(chain.transition(), deadline);
        if (!detailed) {
            warnings.add(new Warning(
                    "too-many-states",
                    "Hitting and mixing times are worked out for up to %d states.".formatted(DETAILED),
                    "/hittingTimes"));
        }
        if (stationary == null) {
            warnings.add(new Warning(
                    "several-stationary",
                    "The chain has %d recurrent classes; where it ends depends on where it starts."
                            .formatted(recurrent.size()),
                    "/stationaryByClass"));
        } else if (!aperiodic) {
            warnings.add(new Warning(
                    "periodic",
                    "The chain goes round with period %d: its distribution need not approach the stationary one."
                            .formatted(recurrent.getFirst().period()),
                    "/stationary"));
        }
        if (request.explain()) {
            warnings.add(Warning.noSteps());
        }
        return new ChainAnalysisResult(
                chain.states(),
                structure.classes().stream()
                        .map(c -> new ChainClass(chain.names(c.states()), c.recurrent(), c.period()))
                        .toList(),
                Arrays.stream(structure.classOf())
                        .map(c -> structure.classes().get(c).period())
                        .toArray(),
                structure.irreducible(),
                aperiodic,
                regular,
                stationary,
                byClass,
                absorption(recurrent),
                hitting == null ? null : hitting.times(),
                hitting == null ? null : hitting.probabilities(),
                stationary == null
                        ? null
                        : Arrays.stream(stationary).map(p -> 1 / p).toArray(),
                stationary == null ? null : reversible(stationary),
                regular && detailed ? mixing(powers, stationary) : null,
                stationary == null || hitting == null ? null : kemeny(stationary, hitting.times()),
                stationary == null ? null : entropyRate(stationary),
                request.afterSteps() == null ? null : powers.after(start, request.afterSteps()),
                Map.of("transition", "rows are where the chain comes from", "logarithm", "natural"),
                warnings);
    }

    private double[] stationary(CommunicatingClass recurrent) {
        double[] ofClass = StateReduction.stationary(chain.transition(), recurrent.states(), deadline);
        double[] stationary = new double[chain.states().size()];
        for (int k = 0; k < ofClass.length; k++) {
            stationary[recurrent.states()[k]] = ofClass[k];
        }
        return stationary;
    }

    private ChainAbsorption absorption(List<CommunicatingClass> recurrent) {
        int[] left = structure.transientStates();
        if (left.length == 0) {
            return null;
        }
        int[][] exits = recurrent.stream().map(CommunicatingClass::states).toArray(int[][]::new);
        double[][] outcomes = StateReduction.leaving(chain.transition(), left, exits, deadline);
        double[] probabilities = new double[left.length * exits.length];
        double[] steps = new double[left.length];
        for (int i = 0; i < left.length; i++) {
            System.arraycopy(outcomes[i], 0, probabilities, i * exits.length, exits.length);
            steps[i] = outcomes[i][exits.length];
        }
        return new ChainAbsorption(
                chain.names(left),
                recurrent.stream().map(c -> chain.names(c.states())).toList(),
                new Matrix(left.length, exits.length, probabilities),
                steps);
    }

    /** Whether as much flows from i to j as back, for all i and j. */
    private boolean reversible(double[] stationary) {
        Matrix p = chain.transition();
        for (int i = 0; i < p.rows(); i++) {
            for (int j = 0; j < i; j++) {
                double there = stationary[i] * p.get(i, j);
                double back = stationary[j] * p.get(j, i);
                if (Math.abs(there - back) > REVERSIBLE * Math.max(there, back)) {
                    return false;
                }
            }
        }
        return true;
    }

    private ChainMixing mixing(ChainPowers powers, double[] stationary) {
        double second = secondModulus();
        long time = powers.mixingTime(stationary, 0.25);
        return new ChainMixing(second, 1 - second, 1 / (1 - second), time < 0 ? null : time);
    }

    /** The largest modulus of an eigenvalue but for the one that is 1. */
    private double secondModulus() {
        ComplexVector values =
                Kernels.current().eigen(chain.transition(), false).values();
        double[] moduli = new double[values.re().length];
        int one = 0;
        for (int k = 0; k < moduli.length; k++) {
            double imaginary = values.im() == null ? 0 : values.im()[k];
            moduli[k] = Math.hypot(values.re()[k], imaginary);
            double distance = Math.hypot(values.re()[k] - 1, imaginary);
            double nearest = Math.hypot(values.re()[one] - 1, values.im() == null ? 0 : values.im()[one]);
            one = distance < nearest ? k : one;
        }
        double second = 0;
        for (int k = 0; k < moduli.length; k++) {
            second = k == one ? second : Math.max(second, moduli[k]);
        }
        return Math.min(second, 1);
    }

    /** Σⱼ hᵢⱼ πⱼ, the same for all i (J. G. Kemeny and J. L. Snell, Finite Markov Chains, 4.4.10, without the step back). */
    private static double kemeny(double[] stationary, Matrix times) {
        int from = 0;
        while (stationary[from] == 0) {
            from++;
        }
        double sum = 0;
        for (int j = 0; j < stationary.length; j++) {
            sum += stationary[j] > 0 ? stationary[j] * times.get(from, j) : 0;
        }
        return sum;
    }

    private double entropyRate(double[] stationary) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < stationary.length; i++) {
            for (int j = 0; j < stationary.length; j++) {
                double p = chain.transition().get(i, j);
                if (p > 0) {
                    sum.add(-stationary[i] * p * Math.log(p));
                }
            }
        }
        return sum.value();
    }
}
