package org.mlmath.kit.work;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands in the head of an answer to what never came by those who would have put it there. */
@Singleton
final class EarlyHeaders {
    private final List<AnswerHeaders> always;
    private final List<PageHeaders> forPages;

    EarlyHeaders(@All List<AnswerHeaders> always, @All List<PageHeaders> forPages) {
        this.always = always;
        this.forPages = forPages;
    }

    /** @return what every answer has */
    Map<CharSequence, CharSequence> of(boolean tls) {
        Map<CharSequence, CharSequence> headers = new HashMap<>();
        always.forEach(some -> headers.putAll(some.of(tls)));
        return headers;
    }

    /** @return what lets a page of this origin read an answer; null where its origin could not be read */
    Map<CharSequence, CharSequence> forPage(String origin) {
        Map<CharSequence, CharSequence> headers = new HashMap<>();
        forPages.forEach(some -> headers.putAll(some.of(origin)));
        return headers;
    }
}
