package org.mlmath.expression.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.graph.Adjoints;
import org.mlmath.expression.graph.Graph;
import org.mlmath.expression.graph.Lowering;
import org.mlmath.expression.graph.Node;
import org.mlmath.expression.graph.Program;
import org.mlmath.expression.graph.Tape;

class CompilerTest {
    /** HotSpot interprets what is longer. */
    private static final int LONGEST = 8_000;

    private static final String DENSE = IntStream.rangeClosed(1, 120)
            .mapToObj(k -> "(x*%1$d-y)^2/(%1$d+x^2)*sin(%1$d*y+z)".formatted(k))
            .collect(Collectors.joining("+"));

    private static final String WIDE =
            IntStream.rangeClosed(1, 900).mapToObj(k -> "x_" + k).collect(Collectors.joining("+"));

    private static final String ONE_FACTOR = "exp(" + WIDE + ")";

    @Test
    void noMethodIsTooLongForTheJit() {
        for (String text : List.of(DENSE, WIDE, ONE_FACTOR, "x", "1", "if(x > y, x*y, sin(z))")) {
            Program program = gradient(text);
            int longest = ClassFile.of().parse(Compiler.bytes(program)).methods().stream()
                    .flatMap(method -> method.code().stream())
                    .mapToInt(code -> ((CodeAttribute) code).codeLength())
                    .max()
                    .orElseThrow();
            assertThat(longest).as(text).isLessThan(LONGEST);
        }
    }

    @Test
    void splitCodeGivesTheNumbersOfTheTape() {
        for (String text : List.of(DENSE, WIDE, ONE_FACTOR, "x", "1", "x + 2*y", "1/x + 1e308*x*10")) {
            Program program = gradient(text);
            double[] point = new double[program.inputs()];
            Arrays.setAll(point, i -> 0.3 + 0.001 * i);
            double[] expected = new double[program.outputs().size()];
            new Tape(program).evaluate(point, expected);
            double[] rest = new double[expected.length - 1];
            Compiler.Compiled compiled = Compiler.compile(program);
            double first = compiled.code().run(point, rest, new double[compiled.workspace()]);
            assertThat(new double[] {first}).isEqualTo(new double[] {Compiler.finite(expected[0])});
            for (int i = 0; i < rest.length; i++) {
                assertThat(new double[] {rest[i]}).isEqualTo(new double[] {Compiler.finite(expected[i + 1])});
            }
        }
    }

    @Test
    void theSameProgramIsCompiledOnceWhateverItsVariablesAreCalled() {
        Compiler.Compiled code = CompiledPrograms.of(gradient("exp(a*b) + 12345*a"));
        assertThat(CompiledPrograms.of(gradient("exp(u*v) + 12345*u"))).isSameAs(code);
        assertThat(CompiledPrograms.of(gradient("exp(u*v) + 12346*u"))).isNotSameAs(code);
        assertThat(CompiledPrograms.of(gradient("exp(u*v) + 12345*v"))).isNotSameAs(code);
    }

    @Test
    void oldCodeIsForgotten() {
        Compiler.Compiled first = CompiledPrograms.of(gradient("sin(x*54321)"));
        for (int i = 0; i < 60; i++) { // some 2,000 operations each
            CompiledPrograms.of(gradient(DENSE + "+" + i + "*x^2"));
        }
        assertThat(CompiledPrograms.of(gradient("sin(x*54321)"))).isNotSameAs(first);
    }

    private static Program gradient(String text) {
        List<String> variables = Expressions.parse(text).variables();
        Graph graph = new Graph();
        Node value = Lowering.lower(graph, Expressions.parse(text), variables);
        List<Node> outputs = new ArrayList<>(List.of(value));
        outputs.addAll(Adjoints.gradient(graph, value, variables.size()));
        return Program.of(graph, outputs, variables.size());
    }
}
