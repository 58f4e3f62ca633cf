package org.mlmath.gateway.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mlmath.kit.problem.ProblemType;

/** What one kind of problem means, read from {@code problems/<type>.md}: a paragraph, a list of remedies, an example in JSON. */
@Schema(description = "What one kind of problem means and what to do about it")
public record ProblemGuide(
        @Schema(description = "The `type` of such problems", examples = "/problems/singular-matrix")
        String type,

        @Schema(description = "Their `title`") String title,

        @Schema(description = "Their HTTP status", examples = "422")
        int status,

        @Schema(description = "What has happened") String meaning,

        @Schema(description = "What can be done, the likeliest first")
        List<String> remedies,

        @Schema(description = "Such a problem as it is sent")
        JsonNode example) {

    private static final Pattern TEXT = Pattern.compile(
            "(?<meaning>.+?)\n\n## What to do\n\n(?<remedies>(?:- .+\n)+)\n## Example\n\n```json\n(?<example>.+)```\n",
            Pattern.DOTALL);
    private static final ObjectWriter LAID_OUT = new ObjectMapper()
            .writer(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                    .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE));
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    static ProblemGuide read(ProblemType type, ObjectMapper json) {
        String path = "/problems/" + type.slug() + ".md";
        var text = TEXT.matcher(Page.text(path));
        if (!text.matches()) {
            throw new IllegalStateException(path + " does not have its three parts");
        }
        List<String> remedies = Arrays.stream(text.group("remedies").split("\n"))
                .map(line -> line.substring("- ".length()))
                .toList();
        try {
            JsonNode example = json.readTree(text.group("example"));
            return new ProblemGuide(type.uri(), type.title(), type.status(), text.group("meaning"), remedies, example);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the example in " + path + " is not JSON", e);
        }
    }

    String html() throws JsonProcessingException {
        return """
                <h1>%s</h1>
                <p><span class="status">%d</span> <code>%s</code></p>
                <p class="lead">%s</p>
                <h2>What to do</h2>
                <ul>
                %s</ul>
                <h2>Example</h2>
                <pre><code>%s</code></pre>
                """.formatted(
                        Layout.escape(title),
                        status,
                        type,
                        inline(meaning),
                        remedies.stream()
                                .map(remedy -> "<li>" + inline(remedy) + "</li>\n")
                                .collect(Collectors.joining()),
                        Layout.escape(LAID_OUT.writeValueAsString(example)));
    }

    private static String inline(String text) {
        return CODE.matcher(Layout.escape(text)).replaceAll("<code>$1</code>");
    }
}
