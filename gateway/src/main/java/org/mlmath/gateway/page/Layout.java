package org.mlmath.gateway.page;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The frame around every page. */
@ApplicationScoped
class Layout {
    private final String frame;

    Layout(@ConfigProperty(name = "quarkus.application.version") String version) {
        frame = Page.text("/page/layout.html")
                .replace("{{style}}", Page.text("/page/style.css"))
                .replace("{{version}}", escape(version));
    }

    Page page(String title, String content) {
        return Page.html(frame.replace("{{title}}", escape(title)).replace("{{content}}", content));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
