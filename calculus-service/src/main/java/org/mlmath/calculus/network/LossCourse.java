package org.mlmath.calculus.network;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlmath.calculus.network.NetworkDiagnosis.NetworkFinding;
import org.mlmath.calculus.network.NetworkDiagnosis.NetworkFindingCode;
import org.mlmath.calculus.optimization.RunDiagnosis.Severity;
import org.mlmath.numerics.network.Epoch;

/**
 * Where the losses of the epochs lead, judged by their end: the last tenth of them, five at least. Each finding says of them what is so
 * whatever they are: a loss that rose is not said to have fallen, nor one that settles to oscillate.
 */
final class LossCourse {
    /** The part of the epochs that counts as the end, and the steps it has at least. */
    private static final double END = 0.1;

    private static final int SHORTEST_END = 5;

    /** The part of the whole fall of the loss that the end must still make to be called descending. */
    private static final double STILL_FALLING = 0.005;

    /** The part of the loss at the start that must have gone to speak of progress. */
    private static final double PROGRESS = 0.02;

    /** The part of steps that go up from which on a loss goes up and down. */
    private static final double OSCILLATING = 0.3;

    /** The part of the whole change that ups and downs, or a rise, must have to be worth a word. */
    private static final double AMPLITUDE = 0.05;

    /** The part of its range in the first half of the end to which a loss that settles has come down in the second. */
    private static final double DAMPED = 0.5;

    private static final int DIGITS = 4;
    private static final int MOST_DIGITS = 17;

    private final List<Epoch> epochs;
    private final Epoch first;
    private final Epoch last;
    private final List<Epoch> end;
    private final double whole;
    private final double recent;
    private final long recentEpochs;
    private int rises;
    private int turns;
    private Epoch lowest;
    private double highest = Double.NEGATIVE_INFINITY;

    private LossCourse(List<Epoch> epochs) {
        this.epochs = epochs;
        first = epochs.getFirst();
        last = epochs.getLast();
        int from = Math.max(0, Math.min(epochs.size() - SHORTEST_END, (int) ((1 - END) * epochs.size())) - 1);
        end = epochs.subList(from, epochs.size());
        whole = first.loss() - last.loss();
        recent = end.getFirst().loss() - last.loss();
        recentEpochs = last.number() - end.getFirst().number();
        lowest = last;
        double before = 0;
        for (int i = 0; i < end.size(); i++) {
            Epoch epoch = end.get(i);
            lowest = epoch.loss() <= lowest.loss() ? epoch : lowest; // the last of several
            highest = Math.max(highest, epoch.loss());
            double change = i == 0 ? 0 : epoch.loss() - end.get(i - 1).loss();
            rises += change > 0 ? 1 : 0;
            turns += change * before < 0 ? 1 : 0;
            before = change == 0 ? before : change;
        }
    }

    /** @param epochs as recorded, finite losses */
    static NetworkFinding of(List<Epoch> epochs) {
        if (epochs.size() < 2) {
            return new NetworkFinding(
                    NetworkFindingCode.STILL_DESCENDING,
                    Severity.INFO,
                    null,
                    null,
                    Map.of("epochs", (double) epochs.size()),
                    "%s made here, too few to say where this leads."
                            .formatted(epochs.isEmpty() ? "No epoch was" : "One epoch was"));
        }
        return new LossCourse(epochs).finding();
    }

    private NetworkFinding finding() {
        boolean wide = highest - lowest.loss() > AMPLITUDE * Math.abs(whole);
        if (rises > OSCILLATING * (end.size() - 1) && wide && end.size() > 2) {
            return turns < 2 && lowest.loss() < last.loss()
                    ? rising()
                    : turns >= 2 && damped() ? settling() : oscillating();
        }
        if (-recent > AMPLITUDE * Math.abs(whole) && whole > 0) {
            return rising();
        }
        boolean progress = whole > PROGRESS * Math.abs(first.loss());
        if (!progress && (epochs.size() > SHORTEST_END || !(recent > 0))) {
            return said(
                    NetworkFindingCode.NO_PROGRESS,
                    Severity.WARNING,
                    "The loss %s: from %s to %s. Another learning rate or initialization, or inputs scaled to about 1, may help."
                            .formatted(
                                    whole > 0 ? "hardly fell" : whole < 0 ? "did not fall but rose" : "did not fall",
                                    text(first.loss(), last.loss()),
                                    text(last.loss(), first.loss())));
        }
        if (recent > STILL_FALLING * whole) {
            return said(
                    NetworkFindingCode.STILL_DESCENDING,
                    Severity.INFO,
                    "Still descending: over the last %s the loss fell by %s to %s. More epochs will improve it."
                            .formatted(recentEpochs(), text(recent), text(last.loss())));
        }
        String change = recent > 0
                ? "fell by " + text(recent) + " more"
                : recent < 0 ? "rose by " + text(-recent) : "did not change";
        return said(
                NetworkFindingCode.CONVERGED,
                Severity.INFO,
                "Converged: over the last %s the loss %s%s, having fallen by %s in all, and is %s."
                        .formatted(recentEpochs(), change, spike(), text(whole), text(last.loss())));
    }

    /** What the ends of the end do not tell. */
    private String spike() {
        boolean spike = highest - Math.max(end.getFirst().loss(), last.loss()) > AMPLITUDE * whole;
        return spike ? ", with a rise to " + text(highest) + " on the way" : "";
    }

    private NetworkFinding oscillating() {
        return said(
                NetworkFindingCode.OSCILLATING,
                Severity.WARNING,
                "The loss goes up and down between %s and %s: a smaller learning rate, a schedule or larger batches settle it."
                        .formatted(text(lowest.loss()), text(highest)));
    }

    /** Up and down by less and less: where it settles is not known, and that it does is. */
    private NetworkFinding settling() {
        return said(
                recent > 0 ? NetworkFindingCode.STILL_DESCENDING : NetworkFindingCode.OSCILLATING,
                Severity.INFO,
                "Settling: over the last %s the loss still went up and down, between %s and %s, but by less and less. More epochs, or a smaller learning rate, bring it to rest."
                        .formatted(recentEpochs(), text(lowest.loss()), text(highest)));
    }

    /** Down and then up, or up all the way. */
    private NetworkFinding rising() {
        boolean throughout = rises == end.size() - 1;
        return said(
                throughout ? NetworkFindingCode.DIVERGED : NetworkFindingCode.OSCILLATING,
                Severity.WARNING,
                "The loss rises: since epoch %d it went up from %s to %s. A smaller learning rate, or a schedule, keeps it down."
                        .formatted(
                                lowest.number(), text(lowest.loss(), last.loss()), text(last.loss(), lowest.loss())));
    }

    private boolean damped() {
        int half = end.size() / 2;
        return range(end.subList(half, end.size())) <= DAMPED * range(end.subList(0, half + 1));
    }

    private static double range(List<Epoch> epochs) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Epoch epoch : epochs) {
            low = Math.min(low, epoch.loss());
            high = Math.max(high, epoch.loss());
        }
        return high - low;
    }

    private String recentEpochs() {
        return recentEpochs == 1 ? "epoch" : recentEpochs + " epochs";
    }

    private NetworkFinding said(NetworkFindingCode code, Severity severity, String message) {
        Map<String, Double> evidence = new LinkedHashMap<>();
        evidence.put("firstLoss", first.loss());
        evidence.put("lastLoss", last.loss());
        evidence.put("recentFall", recent);
        evidence.put("recentEpochs", (double) recentEpochs);
        if (rises > 0) {
            evidence.put("rises", (double) rises);
            evidence.put("lowest", lowest.loss());
            evidence.put("highest", highest);
        }
        return new NetworkFinding(code, severity, last.number(), null, evidence, message);
    }

    /** Four digits, without the zeros that say nothing. */
    static String text(double number) {
        return text(number, number);
    }

    /** As many more as show that the number is not the other one. */
    private static String text(double number, double other) {
        if (!Double.isFinite(number)) {
            return Double.isNaN(number) ? "undefined" : number > 0 ? "infinity" : "-infinity";
        }
        int digits = DIGITS;
        while (number != other && digits < MOST_DIGITS && rounded(number, digits) == rounded(other, digits)) {
            digits++;
        }
        return Double.toString(rounded(number, digits)).replace('E', 'e').replaceFirst("\\.0(?=e|$)", "");
    }

    private static double rounded(double number, int digits) {
        return Double.isFinite(number)
                ? new BigDecimal(number).round(new MathContext(digits)).doubleValue()
                : number;
    }
}
