package org.mlmath.stats.bayes.mcmc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mlmath.numerics.InvalidParameterException;

/**
 * The text of a log density with its sums over data taken out: {@code sum(…)} of one argument, and {@code sum(i, 1, n, …)} where the index
 * picks observations, y[i]. In the place of each stands a name, and around every part as many blanks as keep all else where it was, so
 * that the parser's positions are those of the text.
 */
final class DataSums {
    private static final Pattern START =
            Pattern.compile("(?<![\\p{L}\\p{N}_\\\\.])(?:np\\.|numpy\\.|math\\.)?[sS]um\\s*\\(");
    private static final int MOST = 50;

    /**
     * A sum over data.
     *
     * @param name what stands for it in the outer text
     * @param text its term, positions as in the whole
     * @param index null, or the name of the index whose range is from {@code from} to {@code to}
     */
    record Sum(String name, String text, String index, String from, String to) {}

    private final StringBuilder outer;
    private final List<Sum> sums = new ArrayList<>();

    private DataSums(String text) {
        this.outer = new StringBuilder(text);
    }

    /**
     * @param taken names that nothing else may have
     * @throws InvalidParameterException for sums over data inside each other, or more than 50
     */
    static DataSums of(String text, List<String> taken) {
        String prefix = Stream.of("sum_", "acc_", "agg_")
                .filter(candidate ->
                        !text.contains(candidate) && taken.stream().noneMatch(name -> name.startsWith(candidate)))
                .findFirst()
                .orElse("datasum_");
        DataSums result = new DataSums(text);
        Matcher start = START.matcher(text);
        int from = 0;
        while (start.find(from)) {
            int open = start.end() - 1;
            int close = closing(text, open);
            if (close < 0) {
                break; // the parser says what is missing
            }
            from = result.take(text, start.start(), open, close, prefix) ? close + 1 : start.end();
        }
        return result;
    }

    String outer() {
        return outer.toString();
    }

    List<Sum> sums() {
        return sums;
    }

    private boolean take(String text, int start, int open, int close, String prefix) {
        List<Integer> commas = separators(text, open, close);
        String term;
        String index = null;
        String from = null;
        String to = null;
        if (commas.isEmpty()) {
            term = blanks(open + 1) + text.substring(open + 1, close);
        } else if (commas.size() == 3) {
            index = text.substring(open + 1, commas.get(0)).strip();
            Matcher picked = Pattern.compile("([\\p{L}][\\p{L}\\p{N}_]*)\\s*\\[\\s*" + Pattern.quote(index) + "\\s*\\]")
                    .matcher(text.substring(commas.get(2) + 1, close));
            if (index.isEmpty() || !picked.find()) {
                return false;
            }
            from = text.substring(commas.get(0) + 1, commas.get(1)).strip();
            to = text.substring(commas.get(1) + 1, commas.get(2)).strip();
            term = blanks(commas.get(2) + 1)
                    + picked.replaceAll(found -> found.group(1)
                            + blanks(found.group().length() - found.group(1).length()));
        } else {
            return false;
        }
        Matcher inner = START.matcher(term);
        for (int at = 0; inner.find(at); at = inner.end()) {
            int end = closing(term, inner.end() - 1);
            if (end >= 0 && separators(term, inner.end() - 1, end).isEmpty()) {
                throw new InvalidParameterException(
                                "A sum over data stands inside another: the inner one is the same for every observation, so write it as a constant, or multiply.")
                        .at("/logDensity")
                        .with("start", inner.start())
                        .with("end", end + 1);
            }
        }
        if (sums.size() == MOST) {
            throw new InvalidParameterException("There can be 50 sums over data at most.").at("/logDensity");
        }
        String name = prefix + (sums.size() + 1);
        sums.add(new Sum(name, term, index, from, to));
        outer.replace(start, close + 1, name + blanks(close + 1 - start - name.length()));
        return true;
    }

    private static String blanks(int count) {
        return " ".repeat(Math.max(0, count));
    }

    /** Where the parenthesis that opens here closes, or −1. */
    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static List<Integer> separators(String text, int open, int close) {
        List<Integer> places = new ArrayList<>();
        int depth = 0;
        for (int i = open + 1; i < close; i++) {
            char c = text.charAt(i);
            depth += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
            if (depth == 0 && (c == ',' || c == ';')) {
                places.add(i);
            }
        }
        return places;
    }
}
