package org.mlmath.expression.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mlmath.expression.Expressions;

/**
 * A set of real numbers made of finitely many intervals and points.
 *
 * <p>Kept as the places where one changes from outside to inside and back, each just before or just after a number: with them
 * open and closed ends, single points and holes are the same thing, and every operation is one merge.
 */
final class RealSet {
    static final RealSet NONE = new RealSet(List.of());
    static final RealSet ALL =
            new RealSet(List.of(new Cut(Endpoint.MINUS_INFINITY, true), new Cut(Endpoint.INFINITY, false)));

    /** Alternately where the set begins and where it ends. */
    private final List<Cut> cuts;

    /** @param after whether the change comes after the number */
    private record Cut(Endpoint at, boolean after) {
        int compare(Cut other) {
            int order = at.compare(other.at);
            return order != 0 ? order : Boolean.compare(after, other.after);
        }
    }

    private interface Rule {
        boolean inside(boolean inFirst, boolean inSecond);
    }

    private RealSet(List<Cut> cuts) {
        this.cuts = List.copyOf(cuts);
    }

    static RealSet below(Endpoint end) {
        return new RealSet(List.of(new Cut(Endpoint.MINUS_INFINITY, true), new Cut(end, false)));
    }

    static RealSet above(Endpoint end) {
        return new RealSet(List.of(new Cut(end, true), new Cut(Endpoint.INFINITY, false)));
    }

    static RealSet point(Endpoint point) {
        return new RealSet(List.of(new Cut(point, false), new Cut(point, true)));
    }

    static RealSet of(Interval interval) {
        return new RealSet(List.of(
                new Cut(interval.lower(), !interval.lowerIncluded()),
                new Cut(interval.upper(), interval.upperIncluded())));
    }

    RealSet or(RealSet other) {
        return merge(other, (a, b) -> a || b);
    }

    RealSet and(RealSet other) {
        return merge(other, (a, b) -> a && b);
    }

    RealSet without(RealSet other) {
        return merge(other, (a, b) -> a && !b);
    }

    RealSet complement() {
        return ALL.without(this);
    }

    private RealSet merge(RealSet other, Rule rule) {
        List<Cut> result = new ArrayList<>();
        int i = 0;
        int j = 0;
        boolean inside = false;
        while (i < cuts.size() || j < other.cuts.size()) {
            int order = i == cuts.size()
                    ? 1
                    : j == other.cuts.size() ? -1 : cuts.get(i).compare(other.cuts.get(j));
            Cut cut = order > 0 ? other.cuts.get(j) : cuts.get(i);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
            boolean now = rule.inside(i % 2 == 1, j % 2 == 1);
            if (now != inside) {
                result.add(cut);
                inside = now;
            }
        }
        return new RealSet(result);
    }

    boolean isEmpty() {
        return cuts.isEmpty();
    }

    boolean isAll() {
        return complement().isEmpty();
    }

    List<Interval> intervals() {
        List<Interval> intervals = new ArrayList<>();
        for (int i = 0; i < cuts.size(); i += 2) {
            Cut from = cuts.get(i);
            Cut to = cuts.get(i + 1);
            intervals.add(new Interval(from.at, !from.after, to.at, to.after));
        }
        return intervals;
    }

    /** @return a comparison that holds inside, in as few words as it takes */
    String text(String variable) {
        RealSet outside = complement();
        if (!outside.isEmpty() && outside.intervals().stream().allMatch(Interval::isPoint)) {
            return outside.intervals().stream()
                    .map(point -> variable + " != " + point.lower().text())
                    .collect(Collectors.joining(" and "));
        }
        return intervals().stream().map(interval -> interval.text(variable)).collect(Collectors.joining(" or "));
    }

    String latex() {
        RealSet outside = complement();
        if (isEmpty()) {
            return "\\emptyset";
        }
        if (outside.isEmpty()) {
            return "\\mathbb{R}";
        }
        if (outside.intervals().stream().allMatch(Interval::isPoint)) {
            return outside.intervals().stream()
                    .map(point -> Expressions.latex(point.lower().formula()))
                    .collect(Collectors.joining(", ", "\\mathbb{R} \\setminus \\left\\{", "\\right\\}"));
        }
        return intervals().stream().map(Interval::latex).collect(Collectors.joining(" \\cup "));
    }
}
