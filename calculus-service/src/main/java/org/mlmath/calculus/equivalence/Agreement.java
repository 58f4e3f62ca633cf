package org.mlmath.calculus.equivalence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mlmath.calculus.equivalence.Probe.Kind;
import org.mlmath.numerics.exact.Rational;

/** Where two expressions that are not the same agree all the same: a part of the line, or where variables have one sign. */
final class Agreement {
    private static final int TRIES = 12;
    private static final int INSIDE = 4;
    private static final int PIECES = 12;

    private final Setting setting;
    private final Probe probe;
    private final CandidatePoints candidates;

    Agreement(Setting setting, Probe probe, CandidatePoints candidates) {
        this.setting = setting;
        this.probe = probe;
        this.candidates = candidates;
    }

    /** @return a condition such as {@code x >= 0}, or null where none is found */
    String text() {
        return switch (setting.variables().size()) {
            case 0 -> null;
            case 1 -> onTheLine(setting.variables().getFirst());
            default -> bySigns();
        };
    }

    private String onTheLine(String name) {
        TreeSet<Rational> breaks = candidates.breaks(name);
        breaks.add(Rational.ZERO);
        if (breaks.size() > PIECES || setting.range(name).integer()) {
            return null;
        }
        List<Rational> ends = new ArrayList<>(breaks);
        TreeMap<Integer, Boolean> agrees = new TreeMap<>(); // odd: the ends, even: between them
        for (int i = 0; i <= ends.size(); i++) {
            agrees.put(2 * i, inside(name, i == 0 ? null : ends.get(i - 1), i == ends.size() ? null : ends.get(i)));
            if (i < ends.size()) {
                agrees.put(2 * i + 1, agrees(Map.of(name, ends.get(i))));
            }
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i <= 2 * ends.size(); i++) {
            if (!agrees.get(i)) {
                continue;
            }
            int last = i;
            while (last < 2 * ends.size() && agrees.get(last + 1)) {
                last++;
            }
            if (last > i || i % 2 == 0) { // not a single point
                parts.add(piece(name, ends, i, last));
            }
            i = last;
        }
        String text = String.join(" or ", parts);
        return text.isEmpty() || text.equals(name) ? null : text;
    }

    private static String piece(String name, List<Rational> ends, int first, int last) {
        String lower = first == 0 ? "" : ends.get((first - 1) / 2) + (first % 2 == 1 ? " <= " : " < ");
        String upper = last == 2 * ends.size() ? "" : (last % 2 == 1 ? " <= " : " < ") + ends.get(last / 2);
        if (upper.isEmpty() && !lower.isEmpty()) {
            return name + (first % 2 == 1 ? " >= " : " > ") + ends.get((first - 1) / 2);
        }
        return lower + name + upper;
    }

    /** Whether they agree at a few points between two numbers, and have values there. */
    private boolean inside(String name, Rational low, Rational high) {
        for (int i = 1; i <= INSIDE; i++) {
            Rational value;
            if (low == null && high == null) {
                value = Rational.of(i * 1.37);
            } else if (low == null) {
                value = high.subtract(Rational.of(i * i * 0.37));
            } else if (high == null) {
                value = low.add(Rational.of(i * i * 0.37));
            } else {
                Rational part = Rational.of(i * 0.19);
                value = low.add(high.subtract(low).multiply(part));
            }
            if (!agrees(Map.of(name, value))) {
                return false;
            }
        }
        return true;
    }

    private boolean agrees(Map<String, Rational> point) {
        return setting.admits(point) && probe.at(point).kind() == Kind.EQUAL;
    }

    private String bySigns() {
        List<Map<String, Rational>> points = candidates.seeded(TRIES);
        List<String> names = setting.variables();
        for (String name : names) {
            for (boolean positive : new boolean[] {true, false}) {
                if (holds(points, List.of(name), positive)) {
                    return name + (positive ? " > 0" : " < 0");
                }
            }
        }
        return holds(points, names, true) ? String.join(" > 0 and ", names) + " > 0" : null;
    }

    private boolean holds(List<Map<String, Rational>> points, List<String> names, boolean positive) {
        int agreeing = 0;
        for (Map<String, Rational> point : points) {
            Map<String, Rational> turned = new TreeMap<>(point);
            for (String name : names) {
                Rational size = point.get(name).abs();
                turned.put(name, positive ? size : size.negate());
            }
            if (!setting.admits(turned)
                    || names.stream().anyMatch(name -> turned.get(name).signum() == 0)) {
                continue;
            }
            switch (probe.at(turned).kind()) {
                case EQUAL -> agreeing++;
                case NEITHER, OUTSIDE -> {}
                default -> {
                    return false;
                }
            }
        }
        return agreeing >= TRIES / 3;
    }
}
