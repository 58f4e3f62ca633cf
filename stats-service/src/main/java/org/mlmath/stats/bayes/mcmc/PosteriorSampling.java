package org.mlmath.stats.bayes.mcmc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.expression.parse.VariableName;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.LimitExceededException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.linear.Matrix;
import org.mlmath.numerics.mcmc.BoundedSpace;
import org.mlmath.numerics.mcmc.Chain;
import org.mlmath.numerics.mcmc.ChainSettings;
import org.mlmath.numerics.mcmc.ChainStatistics;
import org.mlmath.numerics.mcmc.MarkovChains;
import org.mlmath.numerics.sample.SampleMoments;
import org.mlmath.stats.number.Bound;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.Numbers;

/** Markov chain Monte Carlo on a log density given as text ({@link MarkovChains}), with what the draws are worth. */
final class PosteriorSampling {
    private static final long MOST_NUMBERS = 20_000_000;
    private static final int STEPS_PER_DRAW = 8;

    private final McmcRequest request;
    private final List<String> names = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    private PosteriorSampling(McmcRequest request) {
        this.request = request;
    }

    /**
     * @throws InvalidParameterException for names, bounds and starts without meaning
     * @throws MathException at /logDensity for what cannot be read, or exists at no start
     */
    static McmcResult of(McmcRequest request, long seed, Deadline deadline) {
        return new PosteriorSampling(request).result(seed, deadline);
    }

    private McmcResult result(long seed, Deadline deadline) {
        inside(request.level(), "/level");
        inside(request.targetAcceptance(), "/targetAcceptance");
        long numbers = (long) request.chains()
                * request.drawsPerChain()
                * request.variables().size();
        if (numbers > MOST_NUMBERS) {
            throw new LimitExceededException("%d draws of %d variables are %d numbers, more than %d: ask for fewer."
                            .formatted(
                                    (long) request.chains() * request.drawsPerChain(),
                                    request.variables().size(),
                                    numbers,
                                    MOST_NUMBERS))
                    .at("/drawsPerChain");
        }
        BoundedSpace space = space();
        double[] start = start();
        LogDensityModel model = LogDensityModel.read(request.logDensity(), names, data());
        long evaluations = (long) (request.warmup() + request.drawsPerChain()) * STEPS_PER_DRAW;
        ChainSettings settings = new ChainSettings(
                request.sampler().kind(),
                request.chains(),
                request.warmup(),
                request.drawsPerChain(),
                seed,
                request.targetAcceptance(),
                request.maxTreeDepth());
        List<Chain> chains;
        try {
            chains = MarkovChains.run(() -> model.function(evaluations), space, start, settings, deadline);
        } catch (MathException e) {
            throw e.pointer().isEmpty() ? e.at("/logDensity") : e;
        }
        return summarized(chains, seed, deadline);
    }

    private static void inside(double value, String pointer) {
        if (!(value > 0 && value < 1)) {
            throw new InvalidParameterException("It must lie strictly between 0 and 1.").at(pointer);
        }
    }

    private BoundedSpace space() {
        int count = request.variables().size();
        double[] lower = new double[count];
        double[] upper = new double[count];
        for (int i = 0; i < count; i++) {
            McmcVariable variable = request.variables().get(i);
            names.add(name(variable.name(), "/variables/" + i + "/name"));
            lower[i] = variable.lower() == null
                    ? Double.NEGATIVE_INFINITY
                    : variable.lower().value();
            upper[i] = variable.upper() == null
                    ? Double.POSITIVE_INFINITY
                    : variable.upper().value();
            if (!(lower[i] < upper[i])
                    || Double.isInfinite(upper[i] - lower[i])
                            && Double.isFinite(lower[i])
                            && Double.isFinite(upper[i])) {
                throw new InvalidParameterException("The lower bound must lie below the upper bound.")
                        .at("/variables/" + i + "/lower");
            }
            Bound start = variable.start();
            if (start != null && !(start.value() > lower[i] && start.value() < upper[i])) {
                throw new InvalidParameterException("The start must be finite and lie strictly between the bounds.")
                        .at("/variables/" + i + "/start");
            }
        }
        return new BoundedSpace(lower, upper);
    }

    private String name(String given, String pointer) {
        try {
            String name = VariableName.of(given);
            if (names.contains(name)) {
                throw new InvalidParameterException("There is a variable %s already.".formatted(name));
            }
            return name;
        } catch (MathException e) {
            throw e.at(pointer);
        }
    }

    private double[] start() {
        return request.variables().stream()
                .mapToDouble(variable ->
                        variable.start() == null ? Double.NaN : variable.start().value())
                .toArray();
    }

    private Map<String, double[]> data() {
        Map<String, double[]> data = new LinkedHashMap<>();
        if (request.data() == null) {
            return data;
        }
        for (Map.Entry<String, Numbers> entry : request.data().entrySet()) {
            String pointer = "/data/" + entry.getKey().replace("~", "~0").replace("/", "~1");
            String name;
            try {
                name = VariableName.of(entry.getKey());
            } catch (MathException e) {
                throw e.at(pointer);
            }
            if (names.contains(name) || data.containsKey(name)) {
                throw new InvalidParameterException(
                                "%s is the name of a variable, or of other data, already.".formatted(name))
                        .at(pointer);
            }
            if (entry.getValue() == null || entry.getValue().values().length == 0) {
                throw new InsufficientDataException("There are no observations of %s.".formatted(name)).at(pointer);
            }
            data.put(name, entry.getValue().values());
        }
        return data;
    }

    private McmcResult summarized(List<Chain> chains, long seed, Deadline deadline) {
        Map<String, VariableDraws> summary = new LinkedHashMap<>();
        Map<String, Matrix> samples = request.samples() ? new LinkedHashMap<>() : null;
        double worstError = 0;
        for (int j = 0; j < names.size(); j++) {
            int variable = j;
            double[][] draws =
                    chains.stream().map(chain -> chain.draws()[variable]).toArray(double[][]::new);
            VariableDraws of = draws(draws, deadline);
            summary.put(request.variables().get(j).name(), of);
            worstError = of.mcse() == null ? Double.NaN : Math.max(worstError, of.mcse() / of.standardDeviation());
            if (samples != null) {
                samples.put(request.variables().get(j).name(), Matrix.of(draws));
            }
        }
        List<ChainReport> reports =
                chains.stream().map(PosteriorSampling::report).toList();
        int divergences = chains.stream().mapToInt(Chain::divergences).sum();
        long evaluations = chains.stream().mapToLong(Chain::evaluations).sum();
        Map<String, String> conventions = new LinkedHashMap<>();
        conventions.put(
                "rHat", "rank-normalized split R-hat, the larger of bulk and folded (Vehtari and others, 2021)");
        conventions.put(
                "ess",
                "Geyer's initial monotone sequence on split chains; tail: the smaller of the 5 % and 95 % quantiles");
        conventions.put("interval", "equal-tailed, quantiles of type 7 of all draws");
        conventions.put("bounds", "log and logit transformations, with their Jacobian");
        if (Boolean.TRUE.equals(request.explain())) {
            warnings.add(Warning.noSteps());
        }
        return new McmcResult(
                summary,
                McmcVerdict.of(summary, chains, request),
                reports,
                samples,
                seed,
                new McmcDiagnostics(orNull(worstError), seed, divergences, evaluations),
                conventions,
                warnings);
    }

    private VariableDraws draws(double[][] draws, Deadline deadline) {
        ChainStatistics statistics = new ChainStatistics(draws, deadline);
        double[] all = Matrix.of(draws).values();
        SampleMoments moments = SampleMoments.of(all);
        double deviation = moments.standardDeviation();
        double outside = 0.5 * (1 - request.level());
        return new VariableDraws(
                orNull(moments.mean()),
                orNull(deviation),
                statistics.quantile(0.5),
                new Interval(statistics.quantile(outside), statistics.quantile(1 - outside)),
                Double.isNaN(statistics.rHat()) ? null : statistics.rHat(),
                orNull(statistics.essBulk()),
                orNull(statistics.essTail()),
                orNull(deviation / Math.sqrt(statistics.essMean())));
    }

    private static ChainReport report(Chain chain) {
        return new ChainReport(
                chain.acceptance(),
                chain.stepSize(),
                chain.divergences(),
                chain.saturations(),
                chain.energies().length == 0 ? null : orNull(ChainStatistics.energyFraction(chain.energies())),
                chain.evaluations());
    }

    private static Double orNull(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
