package org.mlmath.stats.bayes.mcmc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.numerics.mcmc.Chain;
import org.mlmath.numerics.mcmc.ChainStatistics;
import org.mlmath.numerics.mcmc.SamplerKind;
import org.mlmath.stats.number.Words;

/**
 * Whether draws are to be believed: by R̂ below 1.01 and effective sizes of 100 per chain (Vehtari and others, 2021), no divergent
 * trajectories, and an energy fraction of 0.3 (Betancourt, 2016).
 */
final class McmcVerdict {
    private static final double HIGH = 1.01;
    private static final double HOPELESS = 1.05;
    private static final double ENOUGH_PER_CHAIN = 100;
    private static final double LOW_FRACTION = 0.3;
    private static final double RUNAWAY = 1e100;

    private final List<McmcFinding> findings = new ArrayList<>();

    private McmcVerdict() {}

    static McmcDiagnosis of(Map<String, VariableDraws> summary, List<Chain> chains, McmcRequest request) {
        McmcVerdict verdict = new McmcVerdict();
        verdict.runaway(chains);
        verdict.stuck(chains);
        verdict.scaleReduction(summary);
        verdict.effectiveSize(summary, chains.size());
        verdict.divergences(chains, request);
        verdict.energy(chains, request);
        verdict.truncation(chains, request);
        boolean believable = verdict.findings.isEmpty()
                || verdict.findings.stream()
                        .allMatch(finding -> finding.severity().equals("info"));
        if (chains.size() == 1) {
            verdict.add(
                    "few-chains",
                    "info",
                    Map.of("chains", 1),
                    "One chain can only be compared with itself: several from different starts may show what it has not seen.");
        }
        if (believable) {
            verdict.findings.addFirst(
                    new McmcFinding(
                            "converged",
                            "info",
                            Map.of(
                                    "chains",
                                    chains.size(),
                                    "draws",
                                    chains.getFirst().logDensities().length),
                            "The chains agree with one another, there are enough independent draws, and no trajectory was lost."));
        }
        String text = believable
                ? "Nothing speaks against these draws: "
                        + lower(verdict.findings.getFirst().message())
                : "Do not rely on this summary yet: " + lower(verdict.worst().message());
        return new McmcDiagnosis(believable, text, verdict.findings);
    }

    private static String lower(String sentence) {
        return sentence.substring(0, 1).toLowerCase() + sentence.substring(1);
    }

    private McmcFinding worst() {
        return findings.stream()
                .filter(finding -> finding.severity().equals("error"))
                .findFirst()
                .orElseGet(() -> findings.stream()
                        .filter(finding -> finding.severity().equals("warning"))
                        .findFirst()
                        .orElseThrow());
    }

    private void add(String code, String severity, Map<String, Object> evidence, String message) {
        findings.add(new McmcFinding(code, severity, evidence, message));
    }

    private void runaway(List<Chain> chains) {
        double farthest = chains.stream()
                .flatMap(chain -> Arrays.stream(chain.draws()))
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
        if (!(farthest <= RUNAWAY)) {
            add(
                    "runaway",
                    "error",
                    Map.of("farthest", farthest),
                    "The chains run away to infinity: the density has no finite integral. Give bounds, or a prior that falls off.");
        }
    }

    private void stuck(List<Chain> chains) {
        long stuck = chains.stream()
                .filter(chain -> Arrays.stream(chain.draws())
                        .allMatch(draws -> Arrays.stream(draws).allMatch(x -> x == draws[0])))
                .count();
        if (stuck > 0) {
            add(
                    "stuck",
                    "error",
                    Map.of("chains", stuck),
                    "%d of %d chains did not move at all: give a better start, more warm-up, or another scale of the variables."
                            .formatted(stuck, chains.size()));
        }
    }

    private void scaleReduction(Map<String, VariableDraws> summary) {
        String worst = null;
        double largest = HIGH;
        for (Map.Entry<String, VariableDraws> entry : summary.entrySet()) {
            Double rHat = entry.getValue().rHat();
            double value = rHat == null ? Double.POSITIVE_INFINITY : rHat;
            if (value > largest) {
                largest = value;
                worst = entry.getKey();
            }
        }
        if (worst != null) {
            Map<String, Object> evidence = new LinkedHashMap<>();
            evidence.put("variable", worst);
            evidence.put("rHat", Double.isInfinite(largest) ? null : largest);
            add(
                    "high-r-hat",
                    largest > HOPELESS ? "error" : "warning",
                    evidence,
                    Double.isInfinite(largest)
                            ? "The draws of %s do not vary, so nothing can be said of them.".formatted(worst)
                            : "The chains disagree about %s (R-hat %s, above 1.01): run longer, or reparametrize; several modes look like this too."
                                    .formatted(worst, Words.number(largest)));
        }
    }

    private void effectiveSize(Map<String, VariableDraws> summary, int chains) {
        String worst = null;
        double smallest = ENOUGH_PER_CHAIN * chains;
        for (Map.Entry<String, VariableDraws> entry : summary.entrySet()) {
            VariableDraws draws = entry.getValue();
            if (draws.essBulk() == null || draws.essTail() == null) {
                continue;
            }
            double size = Math.min(draws.essBulk(), draws.essTail());
            if (size < smallest) {
                smallest = size;
                worst = entry.getKey();
            }
        }
        if (worst != null) {
            add(
                    "low-ess",
                    smallest < 0.1 * ENOUGH_PER_CHAIN * chains ? "error" : "warning",
                    Map.of("variable", worst, "effectiveSize", smallest, "needed", ENOUGH_PER_CHAIN * chains),
                    "The draws of %s are worth only %s independent ones, of which %s are needed: draw more."
                            .formatted(worst, Words.number(smallest), Words.number(ENOUGH_PER_CHAIN * chains)));
        }
    }

    private void divergences(List<Chain> chains, McmcRequest request) {
        int count = chains.stream().mapToInt(Chain::divergences).sum();
        if (count == 0) {
            return;
        }
        int draws = request.chains() * request.drawsPerChain();
        add(
                "divergences",
                count > 0.01 * draws ? "error" : "warning",
                Map.of("divergences", count, "draws", draws),
                "%d of %d trajectories were lost where the density bends more sharply than the step allows, so such regions are missing: raise targetAcceptance towards 1, or reparametrize (a funnel is better sampled in standardized variables)."
                        .formatted(count, draws));
    }

    private void energy(List<Chain> chains, McmcRequest request) {
        if (request.sampler().kind() == SamplerKind.METROPOLIS) {
            return;
        }
        double lowest = chains.stream()
                .mapToDouble(chain -> ChainStatistics.energyFraction(chain.energies()))
                .filter(Double::isFinite)
                .min()
                .orElse(1);
        if (lowest < LOW_FRACTION) {
            add(
                    "low-energy-fraction",
                    "warning",
                    Map.of("energyFraction", lowest),
                    "The energy changes too little from draw to draw (E-BFMI %s, below 0.3), so the tails are explored slowly: reparametrize heavy tails and funnels."
                            .formatted(Words.number(lowest)));
        }
    }

    private void truncation(List<Chain> chains, McmcRequest request) {
        int count = chains.stream().mapToInt(Chain::saturations).sum();
        if (count > 0) {
            add(
                    "truncated-trajectories",
                    "info",
                    Map.of("trajectories", count),
                    request.sampler().kind() == SamplerKind.NUTS
                            ? "%d trajectories were cut off at maxTreeDepth: draws are valid but cost more than they need. Rescale the variables, or raise it."
                                    .formatted(count)
                            : "%d trajectories were cut off at 1000 steps: draws are valid but nearer to one another than they need be. Rescale the variables."
                                    .formatted(count));
        }
    }
}
