package org.mlmath.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mlmath.numerics.linear.Kernels;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * Runs the benchmarks, as JMH's own main class does and with its arguments. With the system property {@code mlmath.bench.results},
 * which names a file, the comparisons are made first, and what all of them gave is written there as Markdown;
 * {@code mlmath.bench.application} names the jar of the server that is measured, {@code mlmath.bench.echo} that of the one that small
 * requests are measured against. With the arguments {@code load}, seconds and the name
 * of a part only the section on load, or that part of it, is measured and written, with the name of another part only that.
 */
public final class Results {
    /** For which each load runs, and its warm-up before: until the JVM has compiled what it runs. */
    private static final int LOAD_SECONDS = 60;

    private Results() {}

    public static void main(String[] arguments)
            throws CommandLineOptionException, RunnerException, IOException, InterruptedException {
        String file = System.getProperty("mlmath.bench.results");
        if (file == null) {
            new Runner(new CommandLineOptions(arguments)).run();
            return;
        }
        Path application = Path.of(System.getProperty("mlmath.bench.application"));
        if (arguments.length > 0 && arguments[0].equals("load")) {
            load(Path.of(file), application, arguments);
            return;
        }
        Map<String, Part> parts = parts(application, Path.of(System.getProperty("mlmath.bench.echo")));
        if (arguments.length > 0 && parts.containsKey(arguments[0])) {
            replaceAll(Path.of(file), parts.get(arguments[0]).report(), "##");
            return;
        }
        StringBuilder comparisons = new StringBuilder();
        for (Part part : parts.values()) {
            comparisons.append(part.report());
        }
        comparisons.append(LoadComparison.report(application, LOAD_SECONDS));
        Collection<RunResult> results = new Runner(new CommandLineOptions(arguments)).run();
        Files.writeString(Path.of(file), report(comparisons.toString(), results));
    }

    /** By their names, in the order in which they stand in the file. */
    private static Map<String, Part> parts(Path application, Path echo) {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("kernel", KernelComparison::report);
        parts.put("matrices", SmallComparison::report);
        parts.put("resampling", ResamplingComparison::report);
        parts.put("steps", RunComparison::report);
        parts.put("small", () -> SmallRequests.report(application, echo));
        parts.put("run", () -> RunRequests.report(application));
        parts.put("http", () -> HttpComparison.report(application));
        return parts;
    }

    /** Sections of the file that can be measured alone. */
    private interface Part {
        String report() throws IOException, InterruptedException, RunnerException;
    }

    /** All of the section on load, or the part of it that is named. */
    private static void load(Path file, Path application, String... arguments)
            throws IOException, InterruptedException {
        int seconds = LOAD_SECONDS;
        String part = null;
        for (String argument : List.of(arguments).subList(1, arguments.length)) {
            if (argument.chars().allMatch(Character::isDigit)) {
                seconds = Integer.parseInt(argument);
            } else {
                part = argument;
            }
        }
        if (part == null) {
            replaceAll(file, LoadComparison.report(application, seconds), "##");
            return;
        }
        replaceAll(file, LoadComparison.part(part, application, seconds), "###");
    }

    /** Puts each section of this rank in place of the one of its title. */
    private static void replaceAll(Path file, String report, String rank) throws IOException {
        for (String section : report.split("(?=\n" + rank + " )")) {
            // Titles may name figures: what stands before the first of them tells.
            String title = section.lines().skip(1).findFirst().orElseThrow();
            boolean stands = Files.readString(file).contains("\n" + title + "\n");
            replace(file, "\n" + (stands ? title + "\n" : title.replaceFirst("\\d.*", "")), section);
        }
    }

    /** Puts a section in place of the one of this title, and leaves the others. */
    private static void replace(Path file, String title, String section) throws IOException {
        String results = Files.readString(file);
        int start = results.indexOf(title);
        int end = start < 0 ? -1 : endOfSection(results, start + 1, title.lastIndexOf('#'));
        Files.writeString(
                file,
                (start < 0 ? results : results.substring(0, start))
                        + section
                        + (end < 0 ? "" : results.substring(end)));
    }

    /** @return where the next title of the same rank or a higher one begins, or -1 */
    private static int endOfSection(String results, int from, int rank) {
        Matcher next = Pattern.compile("\n#{1," + rank + "} ").matcher(results);
        return next.find(from) ? next.start() : -1;
    }

    private static String report(String comparisons, Collection<RunResult> results) throws IOException {
        StringBuilder report = new StringBuilder("# What the benchmarks gave\n\n");
        report.append(
                "Written by `./mlmath bench`. Read ratios rather than microseconds: the machine is as it is.\n\n");
        report.append("- %s, %s\n".formatted(LocalDate.now(), machine()));
        report.append(
                "- %s %s\n".formatted(System.getProperty("java.vm.name"), System.getProperty("java.runtime.version")));
        report.append("- kernel %s, one thread\n".formatted(Kernels.current().name()));
        report.append(comparisons);
        results.stream()
                .collect(
                        Collectors.groupingBy(result -> subject(result.getParams()), TreeMap::new, Collectors.toList()))
                .forEach((subject, runs) -> table(report, subject, runs));
        return report.toString();
    }

    private static void table(StringBuilder report, String subject, List<RunResult> runs) {
        List<String> parameters =
                runs.getFirst().getParams().getParamsKeys().stream().toList();
        report.append("\n## %s\n\n| | %s | time | ± |\n|%s\n"
                .formatted(subject, String.join(" | ", parameters), " --- |".repeat(parameters.size() + 3)));
        runs.stream()
                .sorted(Comparator.comparing(run -> method(run.getParams())))
                .forEach(run -> {
                    Result<?> result = run.getPrimaryResult();
                    String values = parameters.stream()
                            .map(name -> run.getParams().getParam(name))
                            .collect(Collectors.joining(" | "));
                    report.append(String.format(
                            Locale.ROOT,
                            "| %s | %s | %s %s | %s |\n",
                            method(run.getParams()),
                            values,
                            shown(result.getScore()),
                            result.getScoreUnit(),
                            shown(result.getScoreError())));
                });
    }

    /** @return three significant digits */
    static String shown(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    private static String subject(BenchmarkParams parameters) {
        String[] names = parameters.getBenchmark().split("\\.");
        return names[names.length - 2].replaceFirst("Benchmark$", "");
    }

    private static String method(BenchmarkParams parameters) {
        return parameters.getBenchmark().substring(parameters.getBenchmark().lastIndexOf('.') + 1);
    }

    private static String machine() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        Optional<String> model = !Files.isReadable(info)
                ? Optional.empty()
                : Files.readAllLines(info).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst();
        return "%d × %s, %s %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        model.orElse(System.getProperty("os.arch")),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"));
    }
}
