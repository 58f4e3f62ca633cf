package org.mlmath.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mlmath.test.contract.Difference;
import org.mlmath.test.contract.Json;

/** What the README shows is what happens. {@code -Dexamples.update=true} writes the answers received into it. */
@QuarkusTest
class ReadmeTest {
    private static final Path README = Path.of("../README.md");

    /** A curl line with a JSON body in a block of its own, and the answer in the block after it. */
    private static final Pattern EXAMPLE = Pattern.compile(
            "```sh\\ncurl (?:http://)?localhost:8080(/\\S+)[^`]*?-d '([^']*)'\\s*```\\n+```json\\n(.*?)\\n```",
            Pattern.DOTALL);

    private static final Pattern EXAMPLE_ON_PAGE =
            Pattern.compile("class=\"path\">([^<]+)<.*?<textarea [^>]*>([^<]+)<", Pattern.DOTALL);

    @Test
    void theAnswersShownAreTheAnswersGiven() throws IOException {
        String readme = Files.readString(README);
        List<MatchResult> examples = EXAMPLE.matcher(readme).results().toList();
        assertThat(examples).as("curl examples with their answers").hasSizeGreaterThanOrEqualTo(5);
        List<String> differences = new ArrayList<>();
        for (MatchResult example : examples) {
            Difference.between(Json.parse(example.group(3)), Json.parse(answer(example)))
                    .forEach(difference -> differences.add(example.group(1) + difference));
        }
        if (Boolean.getBoolean("examples.update")) {
            Files.writeString(README, EXAMPLE.matcher(readme).replaceAll(ReadmeTest::withItsAnswer));
        } else {
            assertThat(differences).isEmpty();
        }
    }

    @Test
    void theLandingPageRunsTheSameExamples() throws IOException {
        String page = RestAssured.get("/").asString();
        List<String> onPage = EXAMPLE_ON_PAGE
                .matcher(page)
                .results()
                .map(example -> example.group(1) + " " + Json.parse(example.group(2)))
                .toList();
        List<String> inReadme = EXAMPLE.matcher(Files.readString(README))
                .results()
                .map(example -> example.group(1) + " " + Json.parse(example.group(2)))
                .toList();
        assertThat(onPage).containsExactlyElementsOf(inReadme);
    }

    private static String withItsAnswer(MatchResult example) {
        String answer = answer(example);
        if (Difference.between(Json.parse(example.group(3)), Json.parse(answer)).isEmpty()) {
            return Matcher.quoteReplacement(example.group());
        }
        String before = example.group().substring(0, example.start(3) - example.start());
        return Matcher.quoteReplacement(before + Json.pretty(Json.parse(answer)) + "\n```");
    }

    private static String answer(MatchResult example) {
        return RestAssured.given()
                .contentType("application/json")
                .body(example.group(2))
                .post(example.group(1))
                .asString();
    }
}
