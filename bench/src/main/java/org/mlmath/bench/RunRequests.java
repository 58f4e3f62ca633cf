package org.mlmath.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.mlmath.calculus.optimization.MinimizeRequest;
import org.mlmath.calculus.optimization.MinimizeResource;
import org.mlmath.calculus.optimization.MinimizeResult;
import org.mlmath.kit.array.ArrayJsonFactory;
import org.mlmath.kit.array.ArrayModule;

/** What a run of an optimiser costs that is asked for over HTTP and answered with its whole trajectory, beside writing that down. */
final class RunRequests {
    static final String TITLE = "\n## A run over HTTP";

    private static final int STEPS = 10_000;
    private static final String PATH = "/v1/calculus/optimization/minimize";
    private static final String JSON = "application/json";

    /** Requests of each kind until the server's code is compiled. */
    private static final int WARM_UP = 400;

    private static final int ROUNDS = 40;

    /** Milliseconds. */
    private static final int AFTERWARDS = 15;

    /** Operations in an order of their own for each number: no two are the same program. */
    private static final String[] FUNCTIONS = {"sin", "cos", "tanh", "atan", "sinh", "exp", "sqrt", "cosh"};

    private final Server server;
    private final ObjectMapper json = JsonMapper.builder(new ArrayJsonFactory())
            .addModule(new ArrayModule(1_000_000))
            .build();
    private int sent;

    private RunRequests(Server server) {
        this.server = server;
    }

    /** @param application the runnable jar of the standalone application */
    static String report(Path application) throws IOException, InterruptedException {
        try (Server server = new Server(application)) {
            return new RunRequests(server).measured();
        }
    }

    private String measured() throws IOException {
        byte[] text = body(rosenbrock(100), -1.5);
        MinimizeRequest request = json.readValue(text, MinimizeRequest.class);
        MinimizeResult result = new MinimizeResource().minimize(request);
        int bytes = json.writeValueAsBytes(result).length;
        double[][] millis = new double[6][ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            String unseen = unseen(++sent);
            double[] once = {
                served(body(rosenbrock(100), start())),
                served(body(rosenbrock(100 + 1e-6 * ++sent), start())),
                served(body(unseen, start())),
                served(body(unseen, start())),
                here(() -> new MinimizeResource().minimize(request)),
                here(() -> HttpComparison.unchecked(() -> {
                    json.writeValue(OutputStream.nullOutputStream(), result);
                    return null;
                }))
            };
            for (int i = 0; round >= 0 && i < once.length; i++) {
                millis[i][round] = once[i];
            }
        }
        double[] median = Arrays.stream(millis)
                .mapToDouble(all -> Arrays.stream(all).sorted().toArray()[ROUNDS / 2])
                .toArray();
        double worst = Arrays.stream(millis[2]).max().orElseThrow();
        System.out.printf(
                Locale.ROOT, "10,000 steps of Adam over HTTP: %s, worst first %.2f%n", Arrays.toString(median), worst);
        return TITLE
                + String.format(Locale.ROOT, """


                        Milliseconds of processor time of %,d steps of Adam on Rosenbrock's function, answered with every iterate (%.1f MB of JSON):
                        medians of rounds taken in turns, all threads of a server in a process of its own, each request from a start of its own, so
                        that nothing is answered from the cache. *Writing*: the same result written by itself, here; *the rest* is to be at most 4.
                        A run so short is carried out by a tape of operations, for no class is worth generating for it, so that a formula that was never
                        seen before has no compiler to wait for. The longer ones are Rosenbrock's function and four to five functions inside each
                        other, which take their time themselves; the worst of %d first ones took %s.

                        | | request | writing | the rest |
                        | --- | --- | --- | --- |
                        """, STEPS, bytes / 1e6, ROUNDS, Results.shown(worst))
                + row("the same function again", median[0], median[5])
                + row("with a coefficient never seen before", median[1], median[5])
                + row("a longer formula never seen before", median[2], median[5])
                + row("the same longer formula again", median[3], median[5])
                + row("Rosenbrock's function without HTTP", median[4], Double.NaN);
    }

    private static String row(String name, double request, double writing) {
        return "| %s | %s | %s | %s |\n"
                .formatted(name, Results.shown(request), Results.shown(writing), Results.shown(request - writing));
    }

    private static String rosenbrock(double factor) {
        return "(1-x)^2 + " + factor + "*(y-x^2)^2";
    }

    /** Rosenbrock's function and some terms that differ in kind, not by their numbers alone. */
    private static String unseen(int number) {
        StringBuilder text = new StringBuilder(rosenbrock(100));
        String argument = "x*y";
        for (int rest = number + FUNCTIONS.length * FUNCTIONS.length * FUNCTIONS.length;
                rest > 0;
                rest /= FUNCTIONS.length) {
            argument = FUNCTIONS[rest % FUNCTIONS.length] + "(1 + (" + argument + ")^2/100)";
        }
        return text.append(" + 0.001*").append(argument).toString();
    }

    private double start() {
        return -1.5 + 1e-6 * ++sent;
    }

    private static byte[] body(String expression, double x) {
        return """
                {"objective": {"expression": "%s"}, "method": {"name": "adam", "learningRate": 0.001}, "start": [%s, 2],
                 "maxIterations": %d, "record": {"maxPoints": %d}}""".formatted(expression, x, STEPS, STEPS + 1).getBytes(StandardCharsets.UTF_8);
    }

    private double served(byte[] body) {
        double before = server.processorMillis();
        server.post(PATH, JSON, JSON, body);
        try {
            Thread.sleep(
                    AFTERWARDS); // what the server does once the last byte is sent belongs to this request, not to the
            // next
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return server.processorMillis() - before;
    }

    private static double here(Rounds.Subject work) {
        return Rounds.least(1, 0, work)[0];
    }
}
